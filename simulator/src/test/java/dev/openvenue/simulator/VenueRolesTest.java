package dev.openvenue.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who knows one venue finds the way in all: they differ in what they do, not in how they are divided. */
final class VenueRolesTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/openvenue/simulator");

    @Test
    void everyVenueFillsTheSameSevenRolesAndMayHaveRows() throws IOException {
        for (Venue venue : VenueIndex.venues()) {
            String name = venue.getClass().getSimpleName().replaceFirst("Venue$", "");
            try (Stream<Path> files = Files.list(SOURCES)) {
                assertThat(files.map(file -> file.getFileName().toString())
                                .filter(file -> owner(file).equals(name))
                                .filter(file -> !file.equals(name + "Rows.java")))
                        .as(venue.id())
                        .containsExactlyInAnyOrder(
                                name + "Venue.java",
                                name + "Signature.java",
                                name + "Fields.java",
                                name + "Market.java",
                                name + "Placing.java",
                                name + "Cancelling.java",
                                name + "Queries.java");
            }
        }
    }

    /** The venue whose name a file begins with, the longest one where one name begins with another: Xt and XtV4. */
    private static String owner(String file) {
        return VenueIndex.venues().stream()
                .map(venue -> venue.getClass().getSimpleName().replaceFirst("Venue$", ""))
                .filter(file::startsWith)
                .max(Comparator.comparing(String::length))
                .orElse("");
    }
}
