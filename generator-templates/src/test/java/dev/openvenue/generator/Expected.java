package dev.openvenue.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that holds what a test expects. With {@code -Dopenvenue.bless=true} it is rewritten instead of compared; read
 * the difference in version control before you believe it.
 */
public final class Expected {
    /** The test resources as they are written, not their copies in the build folder: blessing must reach the former. */
    public static final Path RESOURCES = Path.of("src/test/resources").toAbsolutePath();

    private Expected() {}

    /** Whether expectations are rewritten. */
    static boolean blessing() {
        return Boolean.getBoolean("openvenue.bless");
    }

    /** Asserts that a file holds the text, or writes it there. */
    public static void assertSame(Path file, String actual) throws IOException {
        if (blessing()) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, actual);
        }
        assertThat(file).exists();
        assertThat(actual).as(RESOURCES.relativize(file).toString()).isEqualTo(Files.readString(file));
    }
}
