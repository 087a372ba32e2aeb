package dev.openvenue.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The folder of the published specs is an npm package. */
@Timeout(300)
final class NpmPackageTest {
    private static final Path SPECS = Path.of("../specs/target/classes/dev/openvenue/specs");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it first.
    private Path folder;

    @Test
    void npmPacksWhatTheTableOfContentsLists() throws Exception {
        assumeTrue(isThere("npm"), "skipped: there is no npm on the PATH, which packs the specs");
        run("npm", "pack", SPECS.toAbsolutePath().toString(), "--ignore-scripts", "--pack-destination", ".");
        try (Stream<Path> packed = Files.list(folder)) {
            String file = packed.findFirst().orElseThrow().getFileName().toString();
            assertThat(file).matches("openvenue-specs-.*\\.tgz");
            run("tar", "-xzf", file);
        }

        String listed = run("node", "-e", """
                const fs = require("node:fs");
                const specs = require("./package");
                for (const venue of specs.venues) {
                  for (const form of [venue.openapi, venue.portable]) {
                    const paths = Object.values(require(form).paths);
                    const count = paths.flatMap((path) => Object.values(path)).filter((o) => o.operationId).length;
                    if (count !== venue.operations) throw new Error(form + " has " + count);
                  }
                  if (!fs.existsSync(venue.runtime) || !fs.existsSync(venue.cases)) throw new Error(venue.id);
                  console.log(venue.id);
                }
                """);

        assertThat(listed.lines())
                .containsExactlyElementsOf(
                        Venue.all().stream().map(Venue::name).sorted().toList());
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator, -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    private String run(String... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(command));
        Process process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
        return said;
    }
}
