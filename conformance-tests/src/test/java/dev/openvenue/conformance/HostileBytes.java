package dev.openvenue.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.openvenue.conformance.Spoiled.Kind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Complete bodies of the announced length with wrong bytes. */
final class HostileBytes {
    private static final List<String> BODIES = List.of(
            "",
            " ",
            "\n\n",
            "null",
            "true",
            "0",
            "\"OK\"",
            "{}",
            "[]",
            "[null]",
            "[[]]",
            "{\"data\":null}",
            "{\"code\":null}",
            "{",
            "}",
            "<html><head><title>502 Bad Gateway</title></head><body>\u0007</body></html>",
            "<?xml version=\"1.0\"?><error/>",
            "error code: 1015",
            "OK",
            "invented-key invented-passphrase",
            "{\"code\":\"40037\",\"msg\":\"invented-key \\u0001\\u202e invented-passphrase\"}",
            "{\"status\":\"error\",\"err-code\":\"invented-key\",\"err-msg\":\"invented-passphrase\"}",
            "\u0000\u0000\u0000\u0000");
    private static final byte[][] WRONG = {
        {(byte) 0xff}, {(byte) 0xc0, (byte) 0xaf}, {(byte) 0xed, (byte) 0xa0, (byte) 0x80}, {(byte) 0xf8}, {(byte) 0x80}
    };

    private HostileBytes() {}

    static List<Kind> kinds() {
        return List.of(
                bytes("bits flipped", HostileBytes::flip),
                bytes("byte replaced", (body, random) -> {
                    body[random.nextInt(body.length)] = (byte) random.nextInt(256);
                    return body;
                }),
                bytes("bytes taken out", (body, random) -> {
                    int from = random.nextInt(body.length);
                    return spliced(body, from, Math.min(body.length, from + 1 + random.nextInt(20)), new byte[0]);
                }),
                bytes("bytes put in", (body, random) -> inserted(body, noise(random), random)),
                bytes("bytes repeated", (body, random) -> {
                    int from = random.nextInt(body.length);
                    return inserted(body, Arrays.copyOfRange(body, from, Math.min(body.length, from + 40)), random);
                }),
                bytes("invalid UTF-8", (body, random) -> inserted(body, WRONG[random.nextInt(WRONG.length)], random)),
                bytes(
                        "control character",
                        (body, random) -> inserted(body, new byte[] {(byte) random.nextInt(32)}, random)),
                bytes("byte order mark", (body, random) -> join("\ufeff".getBytes(UTF_8), body)),
                bytes("another charset", (body, random) -> new String(body, UTF_8).getBytes(charset(random))),
                bytes(
                        "something after the end",
                        (body, random) -> join(
                                body,
                                Spoiled.any(List.of("}", "{}", "null", ",", "x", "\u0000"), random)
                                        .getBytes(UTF_8))),
                bytes(
                        "something before the start",
                        (body, random) -> join(
                                Spoiled.any(List.of(")]}',\n", "{", ",", "callback(", "\u0000"), random)
                                        .getBytes(UTF_8),
                                body)),
                bytes("twice", (body, random) -> join(body, body)),
                bytes(
                        "another document",
                        (body, random) -> Spoiled.any(BODIES, random).getBytes(UTF_8)),
                new Kind("document cut", HostileBytes::cut));
    }

    /** Changes a copy of the body. */
    @FunctionalInterface
    private interface Change {
        byte[] of(byte[] body, RandomGenerator random);
    }

    private static Kind bytes(String name, Change change) {
        return new Kind(name, (response, random) -> {
            byte[] body = change.of(response.text().getBytes(UTF_8), random);
            boolean mustFail = response.mustFail(response.status(), new String(body, UTF_8));
            return new Spoiled("in the body", Wire.of(response.status(), body), mustFail);
        });
    }

    private static Spoiled cut(IntactResponse response, RandomGenerator random) {
        byte[] body = response.text().getBytes(UTF_8);
        int length = random.nextInt(body.length);
        byte[] rest = Arrays.copyOf(body, length);
        return new Spoiled(
                "after " + length + " bytes",
                Wire.of(response.status(), rest),
                response.mustFail(response.status(), new String(rest, UTF_8)));
    }

    private static byte[] flip(byte[] body, RandomGenerator random) {
        for (int i = 1 + random.nextInt(8); i > 0; i--) {
            body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return body;
    }

    private static byte[] noise(RandomGenerator random) {
        byte[] noise = new byte[1 + random.nextInt(20)];
        random.nextBytes(noise);
        return noise;
    }

    private static Charset charset(RandomGenerator random) {
        return Spoiled.any(
                List.of(
                        StandardCharsets.UTF_16,
                        StandardCharsets.UTF_16LE,
                        StandardCharsets.UTF_16BE,
                        StandardCharsets.ISO_8859_1,
                        StandardCharsets.US_ASCII),
                random);
    }

    private static byte[] inserted(byte[] body, byte[] what, RandomGenerator random) {
        int at = random.nextInt(body.length + 1);
        return spliced(body, at, at, what);
    }

    private static byte[] spliced(byte[] body, int from, int to, byte[] what) {
        return join(Arrays.copyOf(body, from), what, Arrays.copyOfRange(body, to, body.length));
    }

    private static byte[] join(byte[]... parts) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
