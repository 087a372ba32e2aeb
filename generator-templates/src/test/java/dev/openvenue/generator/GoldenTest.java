package dev.openvenue.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each folder of {@code traps/} is a spec that is easy to get wrong, and all that is generated from it. */
class GoldenTest {
    static final Path TRAPS = Expected.RESOURCES.resolve("traps");

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @MethodSource("traps")
    void generatesWhatIsExpected(Path trap) throws IOException {
        SortedMap<String, String> generated = Generation.run(trap.resolve("openapi.yaml"), folder);

        Path expected = trap.resolve("expected");
        if (Expected.blessing()) {
            delete(expected);
        }
        for (var file : generated.entrySet()) {
            Expected.assertSame(expected.resolve(file.getKey()), file.getValue());
        }
        assertThat(Generation.read(expected).keySet()).isEqualTo(generated.keySet());
    }

    /** Another spec comes between the two runs, so that what one run leaves behind in the JVM would show. */
    @Test
    void generatesTheSameBytesTwice() throws IOException {
        SortedMap<String, String> first =
                Generation.run(TRAPS.resolve("arguments/openapi.yaml"), folder.resolve("first"));
        Generation.run(TRAPS.resolve("cancels/openapi.yaml"), folder.resolve("between"));
        SortedMap<String, String> second =
                Generation.run(TRAPS.resolve("arguments/openapi.yaml"), folder.resolve("second"));

        assertThat(second).isEqualTo(first).isNotEmpty();
    }

    static Stream<Arguments> traps() throws IOException {
        try (Stream<Path> folders = Files.list(TRAPS)) {
            return folders.sorted().toList().stream()
                    .map(folder -> arguments(Named.of(folder.getFileName().toString(), folder)));
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> walk = Files.walk(folder)) {
                for (Path path : walk.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
