package dev.openvenue.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.conformance.HostileCaller.Result;
import dev.openvenue.conformance.HostileCaller.Way;
import dev.openvenue.core.error.VenueException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Answers of many megabytes, whole or without an end, end in a VenueException, soon, and not in a lack of memory. */
final class HugeResponsesTest {
    private static final int MEGABYTE = 1 << 20;

    @TestFactory
    Stream<DynamicTest> aHugeResponseIsReadOrRejectedInTime() {
        IntactResponse wrapped = answer("bitget", "getServerTime");
        IntactResponse bare = answer("xt", "listTrades");
        return Stream.of(wrapped, bare)
                .flatMap(answer -> Stream.of(
                        huge(answer, "40 MB of blanks, compressed", compressed(" ", 40)),
                        huge(answer, "40 MB of digits, compressed", compressed("7", 40)),
                        huge(
                                answer,
                                "80 MB of rows, compressed",
                                compressed("[[\"some text\", 17, null], {}, true], ", 80)),
                        huge(answer, "rows without end", endless("[{\"a\":\"b\",\"price\":1.5},null],")),
                        huge(answer, "text without end", endless("{\"a\":\"" + "x".repeat(100))),
                        huge(answer, "blanks without end", endless(" "))));
    }

    private static IntactResponse answer(String venue, String operation) {
        return IntactResponse.all(Venue.of(venue)).stream()
                .filter(answer -> answer.test().operation().equals(operation))
                .findFirst()
                .orElseThrow();
    }

    private static DynamicTest huge(IntactResponse answer, String name, Wire wire) {
        return DynamicTest.dynamicTest(answer.test().venue().name() + ": " + name, () -> {
            try (HostileCaller caller = new HostileCaller()) {
                for (Way way : List.of(Way.EXECUTE, Way.EXECUTE_ASYNC)) {
                    Result result = caller.call(answer, new Spoiled("", wire, true), way);
                    assertThat(result.failure()).as(name + ", " + way).isInstanceOf(VenueException.class);
                }
            }
        });
    }

    private static Wire compressed(String part, int megabytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            byte[] piece = part.repeat(MEGABYTE / part.length()).getBytes(UTF_8);
            for (int i = 0; i < megabytes; i++) {
                gzip.write(piece);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return Wire.of(200, out.toByteArray(), "Content-Encoding: gzip");
    }

    private static Wire endless(String part) {
        byte[] piece = part.repeat(MEGABYTE / part.length()).getBytes(UTF_8);
        return new Wire(Wire.bytes(Wire.head(200) + "\r\n", piece), piece.length, Wire.End.REPEAT);
    }
}
