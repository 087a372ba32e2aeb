package dev.openvenue.core.signing;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An API key and what signs for it. None of it is ever printed. */
public final class Credentials {
    private final String apiKey;
    private final @Nullable String passphrase;
    private final SigningKey signingKey;

    private Credentials(String apiKey, @Nullable String passphrase, SigningKey signingKey) {
        this.apiKey = requireText(apiKey, "The API key");
        this.passphrase = passphrase;
        this.signingKey = Objects.requireNonNull(signingKey, "signingKey");
    }

    /** Credentials of a venue without passphrases. */
    public static Credentials of(String apiKey, SigningKey signingKey) {
        return new Credentials(apiKey, null, signingKey);
    }

    /** Credentials of a venue that requires the passphrase that was chosen with the key (Bitget). */
    public static Credentials of(String apiKey, String passphrase, SigningKey signingKey) {
        return new Credentials(apiKey, requireText(passphrase, "The passphrase"), signingKey);
    }

    /** The public half: what the venue calls the API key or access key. */
    public String apiKey() {
        return apiKey;
    }

    /** The passphrase, where the venue has one. */
    public Optional<String> passphrase() {
        return Optional.ofNullable(passphrase);
    }

    /** The key that signs. */
    public SigningKey signingKey() {
        return signingKey;
    }

    @Override
    public String toString() {
        return "Credentials[" + signingKey + "]";
    }

    private static String requireText(String value, String what) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(what + " is blank; check where it is read from");
        }
        if (!value.equals(value.strip())) {
            throw new IllegalArgumentException(
                    what + " begins or ends with white space; remove it, the venue would reject the signature");
        }
        // OkHttp would quote the whole header in its own exception.
        if (!value.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw new IllegalArgumentException(
                    what + " has a character outside printable ASCII; copy it again, it must fit into an HTTP header");
        }
        return value;
    }
}
