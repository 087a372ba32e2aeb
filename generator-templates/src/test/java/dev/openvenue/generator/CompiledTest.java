package dev.openvenue.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is expected of the generator is Java that a strict compiler takes. */
@Order(Integer.MAX_VALUE) // After GoldenTest, which may have blessed it.
class CompiledTest {
    @TempDir
    private static Path core;

    @TempDir
    private Path classes;

    @BeforeAll
    static void compileCore() throws IOException {
        Compiled.core(core);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.openvenue.generator.GoldenTest#traps")
    void compilesWithoutAWarning(Path trap) throws IOException {
        assertThat(Compiled.trap(trap.getFileName().toString(), core, classes)).isEmpty();
    }
}
