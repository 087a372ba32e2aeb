package dev.openvenue.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.openvenue.conformance.Spoiled.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPOutputStream;

/** Responses that are compressed or sent in chunks, correctly and incorrectly. */
final class HostileCodings {
    private static final String GZIP = "Content-Encoding: gzip";
    private static final String CHUNKED = "Transfer-Encoding: chunked";

    private HostileCodings() {}

    static List<Kind> kinds() {
        return List.of(
                gzip("gzip", false, (body, random) -> gzip(body)),
                gzip("gzip of something else", true, (body, random) -> gzip("{".getBytes(UTF_8))),
                gzip("gzip with bits flipped", false, (body, random) -> {
                    byte[] bytes = gzip(body);
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                    return bytes;
                }),
                gzip("gzip cut", true, (body, random) -> {
                    byte[] bytes = gzip(body);
                    return Arrays.copyOf(bytes, random.nextInt(bytes.length));
                }),
                gzip("gzip claimed only", true, (body, random) -> body),
                gzip("gzip garbage", true, (body, random) -> {
                    byte[] garbage = new byte[50];
                    random.nextBytes(garbage);
                    garbage[0] = 0;
                    return garbage;
                }),
                gzip("gzip twice", true, (body, random) -> gzip(gzip(body))),
                gzip(
                        "gzip of many blanks",
                        true,
                        (body, random) -> gzip(" ".repeat(100_000).getBytes(UTF_8))),
                chunks("chunked", false, (body, random) -> chunked(body, random) + "0\r\n\r\n"),
                chunks(
                        "chunked with trailers",
                        false,
                        (body, random) -> chunked(body, random) + "0;x=y\r\nX: y\r\n: z\r\n\r\n"),
                chunks("chunks cut", true, (body, random) -> {
                    String chunks = chunked(body, random);
                    return chunks.substring(0, random.nextInt(chunks.length()));
                }),
                chunks("chunks without their end", true, HostileCodings::chunked),
                chunks(
                        "chunk of a wrong size",
                        true,
                        (body, random) -> Spoiled.any(
                                        List.of(
                                                "-5",
                                                "zz",
                                                "",
                                                "7fffffffffffffff",
                                                "fffffffffffffffff",
                                                "1 000",
                                                "0x10"),
                                        random)
                                + "\r\n" + new String(body, ISO_8859_1) + "\r\n0\r\n\r\n"),
                chunks("chunks claimed only", true, (body, random) -> new String(body, ISO_8859_1)));
    }

    /** What takes much memory, and is therefore rare. */
    static List<Kind> costly() {
        return List.of(gzip(
                "gzip of a million blanks",
                true,
                (body, random) -> gzip(" ".repeat(1_000_000).getBytes(UTF_8))));
    }

    /** Encodes a body. */
    @FunctionalInterface
    private interface Coding<T> {
        T of(byte[] body, RandomGenerator random);
    }

    private static Kind gzip(String name, boolean broken, Coding<byte[]> coding) {
        return new Kind(name, (response, random) -> {
            byte[] body = coding.of(response.text().getBytes(UTF_8), random);
            return new Spoiled("", Wire.of(response.status(), body, GZIP), broken || asItIs(response));
        });
    }

    private static Kind chunks(String name, boolean broken, Coding<String> coding) {
        return new Kind(name, (response, random) -> {
            byte[] body = coding.of(response.text().getBytes(UTF_8), random).getBytes(ISO_8859_1);
            Wire wire = Wire.raw(Wire.head(response.status(), CHUNKED) + "\r\n", body);
            return new Spoiled("", wire, broken || asItIs(response));
        });
    }

    private static boolean asItIs(IntactResponse response) {
        return response.mustFail(response.status(), response.text());
    }

    /** The body in chunks of any size, without the last chunk, which is empty. */
    private static String chunked(byte[] body, RandomGenerator random) {
        String text = new String(body, ISO_8859_1);
        StringBuilder chunks = new StringBuilder();
        for (int at = 0; at < text.length(); ) {
            int size = Math.min(text.length() - at, 1 + random.nextInt(200));
            chunks.append(Integer.toHexString(size)).append("\r\n");
            chunks.append(text, at, at + size).append("\r\n");
            at += size;
        }
        return chunks.toString();
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
