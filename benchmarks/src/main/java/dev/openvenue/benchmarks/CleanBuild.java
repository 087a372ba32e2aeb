package dev.openvenue.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How long {@code mvn verify} takes in a clone of the last commit, with all dependencies at hand. */
final class CleanBuild {
    private static final Path ROOT = Path.of("..");
    private static final Path LOG = Path.of("target", "verify.log");

    private CleanBuild() {}

    /** Null if it failed; its log says why. */
    static @Nullable Duration run() throws IOException, InterruptedException {
        Path clone = Files.createTempDirectory("openvenue-verify");
        try {
            if (!succeeds(ROOT, "git", "clone", "--quiet", ".", clone.toString())) {
                return null;
            }
            Instant begin = Instant.now();
            boolean isGreen = succeeds(
                    clone, "mvn", "-q", "-Dmaven.repo.local=" + System.getProperty("maven.repo.local"), "verify");
            return isGreen ? Duration.between(begin, Instant.now()) : null;
        } finally {
            delete(clone);
        }
    }

    private static boolean succeeds(Path folder, String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(List.of(command))
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
                        .start()
                        .waitFor()
                == 0;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
