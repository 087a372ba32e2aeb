package dev.openvenue.cli;

import dev.openvenue.core.VenueProvider;
import dev.openvenue.core.signing.Credentials;
import dev.openvenue.core.signing.SigningKey;
import dev.openvenue.core.signing.SigningKeys;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads credentials from a file that only its owner can read, or from the environment. Never from the command line,
 * which every user of the machine can see.
 */
final class CredentialStore {
    private final boolean file;
    private final Function<String, @Nullable String> values;

    private CredentialStore(boolean file, Function<String, @Nullable String> values) {
        this.file = file;
        this.values = values;
    }

    /** The store of a command: the file if one is given, else the environment. */
    static CredentialStore of(@Nullable Path file, Map<String, String> environment) {
        return file == null
                ? new CredentialStore(false, environment::get)
                : new CredentialStore(true, properties(file));
    }

    private static Function<String, @Nullable String> properties(Path file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(OwnerOnlyFile.read(file)));
        } catch (IOException | IllegalArgumentException e) {
            throw CommandException.usage(file + " is not a properties file; write lines such as bitget.api-key=…");
        }
        return properties::getProperty;
    }

    /** The same as {@link #require(VenueProvider)}; null if there are none. */
    @Nullable
    Credentials find(VenueProvider provider) {
        boolean some = value(provider.id(), CredentialField.API_KEY) != null
                || value(provider.family(), CredentialField.API_KEY) != null;
        return some ? require(provider) : null;
    }

    /** The credentials for an API: its own, else those of the venue's other API; fails if there are none. */
    Credentials require(VenueProvider provider) {
        boolean own = value(provider.id(), CredentialField.API_KEY) != null;
        boolean shared = value(provider.family(), CredentialField.API_KEY) != null;
        return require(!own && shared ? provider.family() : provider.id());
    }

    Credentials require(String venue) {
        String apiKey = value(venue, CredentialField.API_KEY);
        if (apiKey == null) {
            throw CommandException.usage("No credentials for " + venue + ": "
                    + (file ? "the file has no " : "set ") + name(venue, CredentialField.API_KEY) + " and "
                    + name(venue, CredentialField.SECRET) + (file ? "" : ", or name a file with --credentials"));
        }
        String passphrase = value(venue, CredentialField.PASSPHRASE);
        SigningKey key = signingKey(venue);
        try {
            return passphrase == null ? Credentials.of(apiKey, key) : Credentials.of(apiKey, passphrase, key);
        } catch (IllegalArgumentException e) {
            throw CommandException.usage("The credentials for " + venue + " do not fit: " + e.getMessage(), e);
        }
    }

    private SigningKey signingKey(String venue) {
        String secret = value(venue, CredentialField.SECRET);
        String key = value(venue, CredentialField.PRIVATE_KEY);
        String keyFile = value(venue, CredentialField.PRIVATE_KEY_FILE);
        long given = Stream.of(secret, key, keyFile).filter(Objects::nonNull).count();
        if (given != 1) {
            throw CommandException.usage("The credentials for " + venue + " must hold exactly one of "
                    + name(venue, CredentialField.SECRET) + ", " + name(venue, CredentialField.PRIVATE_KEY) + " and "
                    + name(venue, CredentialField.PRIVATE_KEY_FILE) + ", but hold "
                    + (given == 0 ? "none" : "" + given));
        }
        CredentialField field = secret != null
                ? CredentialField.SECRET
                : key != null ? CredentialField.PRIVATE_KEY : CredentialField.PRIVATE_KEY_FILE;
        try {
            if (secret != null) {
                if (secret.contains("PRIVATE KEY")) {
                    throw CommandException.usage(name(venue, field) + " holds a private key in PEM form; put it into "
                            + name(venue, CredentialField.PRIVATE_KEY_FILE) + " (a file) and say what it is with "
                            + name(venue, CredentialField.KEY_TYPE));
                }
                return SigningKeys.hmacSha256(secret);
            }
            return privateKey(venue, key != null ? key : OwnerOnlyFile.read(Path.of(String.valueOf(keyFile))));
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(name(venue, field) + ": " + e.getMessage(), e);
        }
    }

    private SigningKey privateKey(String venue, String text) {
        String type = value(venue, CredentialField.KEY_TYPE);
        return switch (type == null ? "" : type) {
            case "rsa" -> SigningKeys.rsaPem(text);
            case "ed25519" -> SigningKeys.ed25519Pem(text);
            case "secp256k1" -> SigningKeys.secp256k1(text.strip());
            default ->
                throw CommandException.usage(name(venue, CredentialField.KEY_TYPE)
                        + " must say what the private key is: rsa, ed25519 or secp256k1");
        };
    }

    private @Nullable String value(String venue, CredentialField field) {
        return values.apply(name(venue, field));
    }

    private String name(String venue, CredentialField field) {
        return file ? field.property(venue) : field.variable(venue);
    }
}
