package dev.openvenue.core.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.PrivateKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Expectations: RFC 4231, OpenSSL, and the deterministic secp256k1 signature that Bitcoin's libraries test with. */
final class SigningKeysTest {
    private static final String KEY_1 = "0".repeat(63) + "1";

    @Test
    void hmacTakesTheTextOfTheSecret() {
        byte[] signature = SigningKeys.hmacSha256("Jefe").sign("what do ya want for nothing?".getBytes(UTF_8));

        assertThat(HexFormat.of().formatHex(signature))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void hmacKeyServesManyThreadsAtOnce() {
        SigningKey key = SigningKeys.hmacSha256("Jefe");
        List<String> messages =
                IntStream.range(0, 2000).mapToObj(Integer::toString).toList();

        List<String> together = messages.parallelStream()
                .map(message -> signature(key, message))
                .toList();

        assertThat(together)
                .isEqualTo(messages.stream()
                        .map(message -> signature(SigningKeys.hmacSha256("Jefe"), message))
                        .toList());
    }

    @Test
    void secp256k1KeyTakesHexWithAndWithoutPrefixInEitherCase() {
        byte[] digest = HexFormat.of().parseHex("a0dc65ffca799873cbea0ac274015b9526505daaaed385155425f7337704883e");
        String expected = "934b1ea10a4b3c1757e2b0c017d0b6143ce3c9a7e6a4a49860d7a6ab210ee3d8"
                + "2442ce9d2b916064108014783e923ec36b49743e2ffa1c4496f01a512aafd9e5";

        assertThat(HexFormat.of().formatHex(SigningKeys.secp256k1(KEY_1).sign(digest)))
                .startsWith(expected);
        assertThat(HexFormat.of().formatHex(SigningKeys.secp256k1("0x" + KEY_1).sign(digest)))
                .startsWith(expected);
        assertThat(SigningKeys.secp256k1("AB".repeat(32)).sign(digest))
                .isEqualTo(SigningKeys.secp256k1("ab".repeat(32)).sign(digest));
    }

    @Test
    void pemMayHaveWindowsLinesAndTextAround() {
        String pem = "Bag Attributes: <none>\r\n" + ThrowAwayKeys.ED25519.replace("\n", "\r\n") + "\r\n";

        assertThat(SigningKeys.ed25519Pem(pem).sign(new byte[0]))
                .isEqualTo(SigningKeys.ed25519Pem(ThrowAwayKeys.ED25519).sign(new byte[0]));
    }

    @Test
    void keyUsedThroughAFunctionGivesTheSameBytes() {
        byte[] digest = new byte[32];
        for (SigningKey key : List.of(
                SigningKeys.hmacSha256("Jefe"),
                SigningKeys.rsaPem(ThrowAwayKeys.RSA),
                SigningKeys.ed25519Pem(ThrowAwayKeys.ED25519),
                SigningKeys.secp256k1(KEY_1))) {
            SigningKey hardware = SigningKey.of(key.algorithm(), key::sign);

            assertThat(hardware.sign(digest)).isEqualTo(key.sign(digest));
        }
    }

    @Test
    void noKeyIsEverPrinted() {
        assertThat(SigningKeys.hmacSha256("Jefe")).hasToString("SigningKey[HMAC_SHA256]");
        assertThat(SigningKeys.rsaPem(ThrowAwayKeys.RSA)).hasToString("SigningKey[RSA_SHA256]");
        assertThat(SigningKeys.ed25519Pem(ThrowAwayKeys.ED25519)).hasToString("SigningKey[ED25519]");
        assertThat(SigningKeys.secp256k1(KEY_1)).hasToString("SigningKey[SECP256K1]");
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void unusableKeyIsRejectedWithoutQuotingIt(String message, ThrowingCallable factory) {
        assertThatThrownBy(factory)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message)
                .hasNoCause();
    }

    static Stream<Arguments> unusable() throws Exception {
        String whole = "The PEM text has no BEGIN PRIVATE KEY and END PRIVATE KEY lines; "
                + "give a whole private key in PKCS#8 form";
        String noKind = "The PEM text holds no RSA, Ed25519 or EC key, or is damaged; "
                + "check it with: openssl pkey -in key.pem -noout";
        String length = "; give the private key itself, not an address or a mnemonic";
        String order =
                "The secp256k1 key is zero or not below the order of the curve, so it is not a valid key; check how it was made";
        PrivateKey ec = Pem.privateKey(ThrowAwayKeys.EC);
        return Stream.of(
                rejection("The secret is blank; check where it is read from", () -> SigningKeys.hmacSha256(" ")),
                rejection(
                        "The secret begins or ends with white space; remove it, the venue would reject the signature",
                        () -> SigningKeys.hmacSha256("Jefe\n")),
                rejection("The PEM text is blank; check where it is read from", () -> SigningKeys.rsaPem("\n")),
                rejection(
                        "The PEM text is a PKCS#1 key (BEGIN RSA PRIVATE KEY) but PKCS#8 (BEGIN PRIVATE KEY) is needed; "
                                + "convert it with: openssl pkcs8 -topk8 -nocrypt -in key.pem -out pkcs8.pem",
                        () -> SigningKeys.rsaPem(ThrowAwayKeys.RSA.replace(" PRIVATE", " RSA PRIVATE"))),
                rejection(
                        "The PEM text is an encrypted key; decrypt it with: openssl pkcs8 -in key.pem -out pkcs8.pem",
                        () -> SigningKeys.ed25519Pem(ThrowAwayKeys.ED25519_ENCRYPTED)),
                rejection(
                        "The PEM text is a public key, which the venue keeps; the private key signs",
                        () -> SigningKeys.ed25519Pem(ThrowAwayKeys.ED25519_PUBLIC)),
                rejection(whole, () -> SigningKeys.rsaPem("MIIEvQIBADAN")),
                rejection(whole, () -> SigningKeys.ed25519Pem(ThrowAwayKeys.ED25519.replaceAll("-----END.*", ""))),
                rejection(
                        "Between its BEGIN and END lines the PEM text is not Base64; "
                                + "give the file as it is, with its line breaks",
                        () -> SigningKeys.ed25519Pem(ThrowAwayKeys.ED25519.replace("\n", "\\n"))),
                rejection(noKind, () -> SigningKeys.ed25519Pem(ThrowAwayKeys.ED25519.replace("MC4", "AC4"))),
                rejection(
                        "An RSA private key is needed but was given one for Ed25519; check which key the venue knows",
                        () -> SigningKeys.rsaPem(ThrowAwayKeys.ED25519)),
                rejection(
                        "An RSA private key is needed but was given one for EC; check which key the venue knows",
                        () -> SigningKeys.rsa(ec)),
                rejection(
                        "An Ed25519 private key is needed but was given one for Ed448; check which key the venue knows",
                        () -> SigningKeys.ed25519Pem(ThrowAwayKeys.ED448)),
                rejection(
                        "An Ed25519 private key is needed but was given one for RSA; check which key the venue knows",
                        () -> SigningKeys.ed25519Pem(ThrowAwayKeys.RSA)),
                rejection("The secp256k1 key is blank; check where it is read from", () -> SigningKeys.secp256k1("0x")),
                rejection(
                        "A secp256k1 key has 64 hex digits but was given 40" + length,
                        () -> SigningKeys.secp256k1("0x" + "ab".repeat(20))),
                rejection(
                        "A secp256k1 key has 64 hex digits but was given 65" + length,
                        () -> SigningKeys.secp256k1(KEY_1 + "\n")),
                rejection(
                        "The secp256k1 key is not hex; give its 64 digits 0-9 and a-f",
                        () -> SigningKeys.secp256k1("g" + KEY_1.substring(1))),
                rejection(order, () -> SigningKeys.secp256k1("0".repeat(64))),
                rejection(
                        order,
                        () -> SigningKeys.secp256k1(
                                "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141")));
    }

    private static Arguments rejection(String message, ThrowingCallable factory) {
        return Arguments.of(message, factory);
    }

    private static String signature(SigningKey key, String message) {
        return Base64.getEncoder().encodeToString(key.sign(message.getBytes(UTF_8)));
    }
}
