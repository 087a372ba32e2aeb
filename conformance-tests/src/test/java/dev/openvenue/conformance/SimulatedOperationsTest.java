package dev.openvenue.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.simulator.VenueSimulator;
import io.swagger.v3.oas.models.PathItem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The simulators know every operation of the specs, so that they can name one that they do not serve. */
final class SimulatedOperationsTest {
    @TestFactory
    Stream<DynamicTest> simulatorListsTheOperationsOfTheSpec() {
        return Venue.all().stream()
                .map(venue -> DynamicTest.dynamicTest(
                        venue.name(), () -> assertThat(listed(venue)).isEqualTo(described(venue))));
    }

    @TestFactory
    Stream<DynamicTest> everyVenueHasASimulator() {
        return Venue.all().stream()
                .map(venue -> DynamicTest.dynamicTest(
                        venue.name(),
                        () -> assertThat(VenueSimulator.venues())
                                .as(venue.name() + " has a client and no simulated venue, so no proof includes it; write"
                                        + " one that implements Venue, as CONTRIBUTING.md says")
                                .contains(venue.name())));
    }

    private static List<String> listed(Venue venue) throws IOException {
        try (InputStream list = VenueSimulator.class.getResourceAsStream(venue.name() + ".txt")) {
            return new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private static List<String> described(Venue venue) {
        return venue.paths().entrySet().stream()
                .flatMap(path -> lines(path.getKey(), path.getValue()))
                .sorted()
                .toList();
    }

    private static Stream<String> lines(String path, PathItem item) {
        return item.readOperationsMap().entrySet().stream()
                .map(entry -> entry.getValue().getOperationId() + " " + entry.getKey() + " " + path);
    }
}
