package dev.openvenue.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who knows one venue finds the way in all: they differ in what they do, not in how they are divided. */
final class VenueRolesTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/openvenue/simulator");

    @Test
    void everyVenueFillsTheSameSixRoles() throws IOException {
        for (Venue venue : VenueIndex.venues()) {
            String name = venue.getClass().getSimpleName().replaceFirst("Venue$", "");
            try (Stream<Path> files = Files.list(SOURCES)) {
                assertThat(files.map(file -> file.getFileName().toString())
                                .filter(file -> file.matches(name + "[A-Z][a-z]+\\.java")))
                        .as(venue.id())
                        .containsExactlyInAnyOrder(
                                name + "Venue.java",
                                name + "Signature.java",
                                name + "Fields.java",
                                name + "Placing.java",
                                name + "Cancelling.java",
                                name + "Queries.java");
            }
        }
    }
}
