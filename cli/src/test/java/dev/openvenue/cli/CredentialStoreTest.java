package dev.openvenue.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.VenueClient;
import dev.openvenue.core.VenueClientBuilder;
import dev.openvenue.core.VenueProvider;
import dev.openvenue.core.signing.Credentials;
import dev.openvenue.core.signing.SigningKey.Algorithm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CredentialStoreTest {
    private static final String HEX_KEY = "1".repeat(64);

    private final Map<String, String> environment = new HashMap<>(Map.of("OPENVENUE_BITGET_API_KEY", "invented-key"));

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    Path folder;

    private Credentials fromEnvironment() {
        return CredentialStore.of(null, environment).require("bitget");
    }

    private Path file(String permissions, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("keys"), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    @Test
    void theEnvironmentHoldsAnHmacSecret() {
        environment.put("OPENVENUE_BITGET_SECRET", "invented-secret");
        environment.put("OPENVENUE_BITGET_PASSPHRASE", "invented-passphrase");

        Credentials credentials = fromEnvironment();

        assertThat(credentials.apiKey()).isEqualTo("invented-key");
        assertThat(credentials.passphrase()).contains("invented-passphrase");
        assertThat(credentials.signingKey().algorithm()).isEqualTo(Algorithm.HMAC_SHA256);
    }

    @Test
    void theEnvironmentHoldsASecp256k1Key() {
        environment.put("OPENVENUE_BITGET_PRIVATE_KEY", HEX_KEY);
        environment.put("OPENVENUE_BITGET_KEY_TYPE", "secp256k1");

        assertThat(fromEnvironment().signingKey().algorithm()).isEqualTo(Algorithm.SECP256K1);
    }

    @Test
    void thePrivateKeyMayBeInAFileOfItsOwner() throws IOException, NoSuchAlgorithmException {
        byte[] key = KeyPairGenerator.getInstance("RSA")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        String pem = "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                + "\n-----END PRIVATE KEY-----\n";
        environment.put(
                "OPENVENUE_BITGET_PRIVATE_KEY_FILE", file("r--------", pem).toString());
        environment.put("OPENVENUE_BITGET_KEY_TYPE", "rsa");

        assertThat(fromEnvironment().signingKey().algorithm()).isEqualTo(Algorithm.RSA_SHA256);
    }

    @Test
    void aFileOfItsOwnerHoldsTheCredentialsOfAllVenues() throws IOException {
        Path file = file("rw-------", """
                bitget.api-key=invented-key
                bitget.passphrase=invented-passphrase
                bitget.secret=invented-secret
                satori.api-key=st_invented
                satori.private-key=%s
                satori.key-type=secp256k1
                """.formatted(HEX_KEY));

        CredentialStore store = CredentialStore.of(file, Map.of());

        assertThat(store.require("bitget").passphrase()).contains("invented-passphrase");
        assertThat(store.require("satori").signingKey().algorithm()).isEqualTo(Algorithm.SECP256K1);
    }

    @Test
    void anApiWithoutCredentialsOfItsOwnTakesThoseOfItsFamily() throws IOException {
        Path file = file("rw-------", """
                bitget.api-key=shared
                bitget.secret=invented-secret
                bitget-v9.api-key=own
                bitget-v9.secret=invented-secret
                """);

        CredentialStore store = CredentialStore.of(file, Map.of());

        assertThat(store.require(api("bitget-v3", "bitget")).apiKey()).isEqualTo("shared");
        assertThat(store.require(api("bitget-v9", "bitget")).apiKey()).isEqualTo("own");
        assertThatThrownBy(() -> store.require(api("xt-v4", "xt")))
                .hasMessage("No credentials for xt-v4: the file has no xt-v4.api-key and xt-v4.secret");
    }

    private static VenueProvider api(String id, String family) {
        return new VenueProvider() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public String family() {
                return family;
            }

            @Override
            public VenueClientBuilder<? extends VenueClient> builder() {
                throw new AssertionError("Nobody asks for a client");
            }
        };
    }

    @Test
    void aNamedFileIsTheOnlySource() throws IOException {
        environment.put("OPENVENUE_BITGET_SECRET", "invented-secret");
        Path file = file("rw-------", "xt.api-key=invented-key\n");

        assertThatThrownBy(() -> CredentialStore.of(file, environment).require("bitget"))
                .hasMessage("No credentials for bitget: the file has no bitget.api-key and bitget.secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw-rw-rw-", "rw--w----", "rwx------"})
    void aFileThatOthersCouldReadIsRejected(String permissions) throws IOException {
        Path file = file(permissions, "bitget.api-key=invented-key\n");

        assertThatThrownBy(() -> CredentialStore.of(file, Map.of()))
                .hasMessage(file + " is open to others than its owner; first run: chmod 600 " + file);
    }

    @Test
    void aPrivateKeyFileThatOthersCouldReadIsRejected() throws IOException {
        Path file = file("rw-r--r--", HEX_KEY);
        environment.put("OPENVENUE_BITGET_PRIVATE_KEY_FILE", file.toString());
        environment.put("OPENVENUE_BITGET_KEY_TYPE", "secp256k1");

        assertThatThrownBy(this::fromEnvironment)
                .hasMessage(file + " is open to others than its owner; first run: chmod 600 " + file);
    }

    @Test
    void aMissingFileIsNamed() {
        Path file = folder.resolve("nowhere");

        assertThatThrownBy(() -> CredentialStore.of(file, Map.of())).hasMessage("There is no file " + file);
    }

    @Test
    void aKeyWithoutASecretIsRejected() {
        assertThatThrownBy(this::fromEnvironment)
                .hasMessage("The credentials for bitget must hold exactly one of OPENVENUE_BITGET_SECRET,"
                        + " OPENVENUE_BITGET_PRIVATE_KEY and OPENVENUE_BITGET_PRIVATE_KEY_FILE, but hold none");
    }

    @Test
    void twoSecretsAreRejected() {
        environment.put("OPENVENUE_BITGET_SECRET", "invented-secret");
        environment.put("OPENVENUE_BITGET_PRIVATE_KEY", HEX_KEY);

        assertThatThrownBy(this::fromEnvironment)
                .hasMessage("The credentials for bitget must hold exactly one of OPENVENUE_BITGET_SECRET,"
                        + " OPENVENUE_BITGET_PRIVATE_KEY and OPENVENUE_BITGET_PRIVATE_KEY_FILE, but hold 2");
    }

    @Test
    void aPrivateKeyNeedsItsType() {
        environment.put("OPENVENUE_BITGET_PRIVATE_KEY", HEX_KEY);

        assertThatThrownBy(this::fromEnvironment)
                .hasMessage("OPENVENUE_BITGET_KEY_TYPE must say what the private key is: rsa, ed25519 or secp256k1");
    }

    @Test
    void aKeyThatCannotSignIsNamedAndNotQuoted() {
        environment.put("OPENVENUE_BITGET_PRIVATE_KEY", "12ab");
        environment.put("OPENVENUE_BITGET_KEY_TYPE", "secp256k1");

        assertThatThrownBy(this::fromEnvironment)
                .hasMessage("OPENVENUE_BITGET_PRIVATE_KEY: A secp256k1 key has 64 hex digits but was given 4;"
                        + " give the private key itself, not an address or a mnemonic");
    }

    @Test
    void anApiKeyWithBlanksIsRejected() {
        environment.put("OPENVENUE_BITGET_API_KEY", " invented-key");
        environment.put("OPENVENUE_BITGET_SECRET", "invented-secret");

        assertThatThrownBy(this::fromEnvironment)
                .hasMessage("The credentials for bitget do not fit: The API key begins or ends with white space;"
                        + " remove it, the venue would reject the signature");
    }
}
