package dev.openvenue.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ServedOperationsTest {
    @Test
    void readmeListsWhatIsServed() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        for (Venue venue : VenueIndex.venues()) {
            String served = venue.operations().stream()
                    .map(operation -> "`" + operation.id() + "`")
                    .collect(Collectors.joining(", "));
            assertThat(readme).contains("| " + venue.id() + " | " + served + " |");
        }
    }
}
