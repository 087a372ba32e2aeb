package dev.openvenue.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.openvenue.simulator.explain.Difference;
import dev.openvenue.simulator.explain.Explanation;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jcajce.provider.digest.Keccak;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The usual mistakes at each venue, and what is said about them. The tables hold every signed text written out; it is
 * signed here with the JDK, and the request is written into a socket.
 */
final class ExplanationTableTest {
    private static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_000L);
    private static final String SECRET = "desk-Secret-not-real";
    private static final String OTHER_SECRET = "other-Secret-not-real";
    private static final String PASSPHRASE = "desk-passphrase";
    private static final BigInteger WALLET = BigInteger.ONE;
    private static final String ADDRESS = "0x7e5f4552091a69125d5dfcb7b8c2659029395bdf";

    private static final KeyPair RSA = keys("RSA");
    private static final KeyPair ED25519 = keys("Ed25519");

    @TestFactory
    Stream<DynamicTest> xt() throws IOException {
        return tests("xt");
    }

    @TestFactory
    Stream<DynamicTest> xtV4() throws IOException {
        return tests("xt-v4");
    }

    @TestFactory
    Stream<DynamicTest> bitget() throws IOException {
        return tests("bitget");
    }

    @TestFactory
    Stream<DynamicTest> bitgetV3() throws IOException {
        return tests("bitget-v3");
    }

    @TestFactory
    Stream<DynamicTest> htx() throws IOException {
        return tests("htx");
    }

    @TestFactory
    Stream<DynamicTest> satori() throws IOException {
        return tests("satori");
    }

    private static Stream<DynamicTest> tests(String venueId) throws IOException {
        return ExplanationCase.of(venueId).stream()
                .map(row -> dynamicTest(venueId + ": " + row, () -> explains(venueId, row)));
    }

    private static void explains(String venueId, ExplanationCase row) throws IOException, GeneralSecurityException {
        TestClock clock = new TestClock(NOW);
        try (VenueSimulator venue = VenueSimulator.start(venueId, clock)) {
            register(venue);
            clock.advance(Duration.ofMillis(Long.parseLong(row.get("late", "0"))));
            WireHttp.Response response = send(venue, row);
            if (row.get("mistake").equals("none")) {
                assertThat(response.explanation()).as(response.body()).isZero();
                assertThat(venue.explain(1)).isEmpty();
                return;
            }
            assertThat(response.explanation()).as(response.body()).isOne();
            assertThat(venue.requests().all()).allMatch(ReceivedRequest::explained);
            assertThat(told(venue.explain(1).orElseThrow(), row)).isEqualTo(due(row, host(venue)));
            assertThat(venue.explain(1).orElseThrow().toString())
                    .doesNotContain(SECRET, OTHER_SECRET, PASSPHRASE)
                    .doesNotContain(SECRET.toLowerCase(Locale.ROOT));
        }
    }

    private static void register(VenueSimulator venue) {
        String name = "desk-" + venue.venueId();
        venue.register(AccountKey.hmac(name, SECRET).withPassphrase(PASSPHRASE));
        venue.register(AccountKey.hmac("another-key", OTHER_SECRET).withPassphrase(PASSPHRASE));
        venue.register(AccountKey.publicKey("desk-rsa", RSA.getPublic()).withPassphrase(PASSPHRASE));
        venue.register(AccountKey.publicKey("desk-ed25519", ED25519.getPublic()));
        venue.register(AccountKey.address("desk-wallet", ADDRESS));
    }

    private static WireHttp.Response send(VenueSimulator venue, ExplanationCase row)
            throws IOException, GeneralSecurityException {
        String host = host(venue);
        String signature = row.find("signed") == null
                ? row.get("signature", "")
                : sign(row, row.get("signed").replace("{host}", host));
        Map<String, String> headers = new LinkedHashMap<>();
        row.all("header ").forEach((name, value) -> {
            if (!value.equals("absent")) {
                headers.put(name, value.replace("{signature}", signature).replace("{secret}", SECRET));
            }
        });
        String escaped = URLEncoder.encode(signature, StandardCharsets.UTF_8);
        return WireHttp.send(
                venue,
                row.get("request").replace("{signature}", escaped).replace("{raw}", signature),
                headers,
                row.get("body", "").replace("{signature}", escaped).getBytes(StandardCharsets.UTF_8));
    }

    private static String host(VenueSimulator venue) {
        return venue.baseUrl().substring("http://".length());
    }

    private static String sign(ExplanationCase row, String text) throws GeneralSecurityException {
        String[] with = row.get("with").split(" ");
        byte[] key = row.get("secret", "{secret}")
                .replace("{secret}", SECRET)
                .replace("{other}", OTHER_SECRET)
                .replace("{passphrase}", PASSPHRASE)
                .getBytes(StandardCharsets.UTF_8);
        byte[] bytes = bytes(with[0], key, text.getBytes(StandardCharsets.UTF_8));
        return switch (with[1]) {
            case "hex" -> HexFormat.of().formatHex(bytes);
            case "HEX" -> HexFormat.of().withUpperCase().formatHex(bytes);
            case "0xhex" -> "0x" + HexFormat.of().formatHex(bytes);
            case "base64" -> Base64.getEncoder().encodeToString(bytes);
            case "base64url" -> Base64.getUrlEncoder().encodeToString(bytes);
            case "base64-of-hex" ->
                Base64.getEncoder()
                        .encodeToString(HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.UTF_8));
            default -> throw new IllegalArgumentException(with[1]);
        };
    }

    private static byte[] bytes(String algorithm, byte[] key, byte[] text) throws GeneralSecurityException {
        return switch (algorithm) {
            case "HmacSHA256", "HmacSHA512", "HmacSHA1" -> {
                Mac mac = Mac.getInstance(algorithm);
                mac.init(new SecretKeySpec(key, algorithm));
                yield mac.doFinal(text);
            }
            case "SHA-256" -> MessageDigest.getInstance(algorithm).digest(text);
            case "SHA256withRSA", "SHA1withRSA" -> sign(algorithm, RSA, text);
            case "Ed25519" -> sign(algorithm, ED25519, text);
            case "personal" -> wallet(prefixed(text.length, text), 27);
            case "personal-v0" -> wallet(prefixed(text.length, text), 0);
            case "personal-in-characters" ->
                wallet(prefixed(new String(text, StandardCharsets.UTF_8).length(), text), 27);
            case "keccak" -> wallet(text, 27);
            case "personal-of-hash" -> wallet(prefixed(32, new Keccak.Digest256().digest(text)), 27);
            default -> throw new IllegalArgumentException(algorithm);
        };
    }

    private static byte[] prefixed(int length, byte[] text) {
        byte[] prefix = ("\u0019Ethereum Signed Message:\n" + length).getBytes(StandardCharsets.UTF_8);
        byte[] whole = new byte[prefix.length + text.length];
        System.arraycopy(prefix, 0, whole, 0, prefix.length);
        System.arraycopy(text, 0, whole, prefix.length, text.length);
        return whole;
    }

    private static byte[] wallet(byte[] hashed, int firstRecoveryId) {
        byte[] signature = EthereumSignatures.sign(WALLET, new Keccak.Digest256().digest(hashed));
        signature[64] += (byte) firstRecoveryId;
        return signature;
    }

    private static byte[] sign(String scheme, KeyPair keys, byte[] text) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(scheme);
        signature.initSign(keys.getPrivate());
        signature.update(text);
        return signature.sign();
    }

    private static KeyPair keys(String type) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(type);
            if (type.equals("RSA")) {
                generator.initialize(2048); // By default newer JDKs make longer keys.
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What an explanation says of the lines that a row has. */
    private static Map<String, String> told(Explanation explanation, ExplanationCase row) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("mistake", explanation.mistake());
        told.put("grade", explanation.grade().name());
        told.put("sentence", explanation.sentence());
        Difference difference = explanation.difference();
        told.put("difference", difference == null ? "" : String.join("\n", difference.lines()));
        if (row.find("expected") != null) {
            told.put("expected", String.valueOf(explanation.expected()));
        }
        if (row.find("right") != null) {
            told.put("right", String.join("; ", explanation.right()));
        }
        if (row.find("advice") != null) {
            told.put("advice", explanation.advice());
        }
        told.put("also", String.join("\n", explanation.alsoWrong()));
        told.put("received", String.valueOf(explanation.received()));
        row.all("fact ")
                .keySet()
                .forEach(name -> told.put("fact " + name, explanation.facts().get(name)));
        return told;
    }

    private static Map<String, String> due(ExplanationCase row, String host) {
        Map<String, String> due = new LinkedHashMap<>();
        due.put("mistake", row.get("mistake"));
        due.put("grade", row.get("grade", "PROVED"));
        due.put("sentence", row.get("sentence").replace("{host}", host));
        due.put("difference", row.get("difference", "").replace("{host}", host));
        for (String name : new String[] {"expected", "right", "advice"}) {
            if (row.find(name) != null) {
                due.put(name, row.get(name).replace("{host}", host));
            }
        }
        due.put("also", row.get("also", ""));
        boolean proved = row.find("signed") != null && row.get("sentence").startsWith("The signature is right");
        due.put(
                "received",
                row.get("received", proved ? row.get("signed") : "null").replace("{host}", host));
        row.all("fact ").forEach((name, value) -> due.put("fact " + name, value));
        return due;
    }
}
