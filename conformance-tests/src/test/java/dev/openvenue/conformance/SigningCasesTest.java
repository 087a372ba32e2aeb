package dev.openvenue.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.signing.Credentials;
import dev.openvenue.core.signing.SignedRequest;
import dev.openvenue.core.signing.SigningKey;
import dev.openvenue.core.signing.SigningKeys;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Signing a request gives the canonical text, character by character, and then the whole signed request. */
final class SigningCasesTest {
    @TestFactory
    Stream<DynamicContainer> signedRequestsEqualTheirCases() {
        return Case.tests("signing", "signature", SigningCasesTest::run);
    }

    @TestFactory
    Stream<DynamicContainer> signedRequestsFollowFromTheDescriptionInTheSpec() {
        return Case.tests("signing", "description", SigningCasesTest::runDescribed);
    }

    @TestFactory
    Stream<DynamicTest> everyVenueHasAtLeastSixSigningCases() {
        return Venue.all().stream()
                .map(venue -> DynamicTest.dynamicTest(
                        venue.name(),
                        () -> assertThat(Case.all(venue, "signing")).hasSizeGreaterThanOrEqualTo(6)));
    }

    private static void run(Case test) throws Exception {
        Map<String, @Nullable Object> credentials = Json.map(test.data().get("credentials"));
        SignedRequest signed = test.venue()
                .signer()
                .sign(
                        HttpText.parse(test.file("request.http")).request(),
                        credentials(credentials),
                        time(test.text("time")));
        assertThat(signed.canonicalText()).isEqualTo(test.file("canonical.txt"));
        HttpText expected = HttpText.parse(test.file("signed.http"));
        assertThat(HttpText.of(signed.request()).differencesFrom(expected, true))
                .isEmpty();
    }

    private static void runDescribed(Case test) {
        Map<String, @Nullable Object> credentials = Json.map(test.data().get("credentials"));
        Map<String, @Nullable Object> key = Json.map(credentials.get("key"));
        DescribedSigner.Signed signed = new DescribedSigner(
                        Json.map(test.venue().spec().get("x-signature")))
                .sign(
                        HttpText.parse(test.file("request.http")),
                        Json.text(credentials, "apiKey"),
                        Json.text(credentials, "passphrase"),
                        key.keySet().iterator().next(),
                        key(key),
                        time(test.text("time")));
        assertThat(signed.text()).isEqualTo(test.file("canonical.txt"));
        assertThat(signed.request().differencesFrom(HttpText.parse(test.file("signed.http")), true))
                .isEmpty();
    }

    private static Instant time(String text) {
        return text.matches("\\d+") ? Instant.ofEpochMilli(Long.parseLong(text)) : Instant.parse(text);
    }

    private static Credentials credentials(Map<String, @Nullable Object> data) {
        SigningKey key = key(Json.map(data.get("key")));
        String passphrase = Json.text(data, "passphrase");
        String apiKey = Json.text(data, "apiKey");
        return passphrase.isEmpty() ? Credentials.of(apiKey, key) : Credentials.of(apiKey, passphrase, key);
    }

    /** The key that a case names: its kind and its text. */
    static SigningKey key(Map<String, @Nullable Object> key) {
        String kind = key.keySet().iterator().next();
        String value = Json.text(key, kind);
        return switch (kind) {
            case "hmac" -> SigningKeys.hmacSha256(value);
            case "rsa" -> SigningKeys.rsaPem(value);
            case "ed25519" -> value.startsWith("-") ? SigningKeys.ed25519Pem(value) : SigningKeys.ed25519(seed(value));
            case "secp256k1" -> SigningKeys.secp256k1(value);
            default -> throw new IllegalArgumentException("A case knows no key of the kind " + kind);
        };
    }

    /** The 32 bytes that an Ed25519 key is made of, in hex or Base64. */
    private static PrivateKey seed(String text) {
        byte[] seed = text.matches("[0-9a-fA-F]{64}")
                ? HexFormat.of().parseHex(text)
                : Base64.getDecoder().decode(text);
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("No seed of an Ed25519 key: " + text, e);
        }
    }
}
