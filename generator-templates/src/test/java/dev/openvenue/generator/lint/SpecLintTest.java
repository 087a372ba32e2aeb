package dev.openvenue.generator.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.openvenue.generator.Expected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file of {@code lint/} is a spec with one kind of fault; the text beside it is all that the lint says of it. */
class SpecLintTest {
    private static final Path CASES = Expected.RESOURCES.resolve("lint");

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void saysWhatIsWrongWhereAndWhatToDo(Path spec) throws IOException {
        String said =
                SpecLint.check(spec).stream().map(violation -> violation + "\n").collect(Collectors.joining());

        Expected.assertSame(spec.resolveSibling(spec.getFileName().toString().replace(".yaml", ".txt")), said);
    }

    /** A case that expects nothing would pass for a rule that does not exist. */
    @Test
    void onlyTheCleanSpecExpectsNothing() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            List<String> silent = files.filter(file -> file.toFile().length() == 0)
                    .map(file -> file.getFileName().toString())
                    .toList();

            assertThat(silent).containsExactly("a-clean-spec-has-no-violations.txt");
        }
    }

    static Stream<Arguments> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream()
                    .map(file -> arguments(Named.of(sentence(file), file)));
        }
    }

    private static String sentence(Path file) {
        return file.getFileName().toString().replace(".yaml", "").replace('-', ' ');
    }
}
