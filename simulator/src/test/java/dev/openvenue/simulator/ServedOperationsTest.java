package dev.openvenue.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ServedOperationsTest {
    @Test
    void readmeListsWhatIsServed() throws IOException {
        List<String> readme = Files.readAllLines(Path.of("README.md"));
        for (Venue venue : VenueIndex.venues()) {
            String served = venue.operations().stream()
                    .map(operation -> "`" + operation.id() + "`")
                    .collect(Collectors.joining(", "));
            assertThat(readme.stream().filter(line -> line.startsWith("| " + venue.id() + " | `")))
                    .containsExactly("| " + venue.id() + " | " + served + " |");
        }
    }
}
