package dev.openvenue.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The operations that a venue documents and its simulator does not serve, so that nobody searches for a typo in a path.
 */
final class UnservedOperations {
    private final List<Line> notServed;

    private UnservedOperations(List<Line> notServed) {
        this.notServed = notServed;
    }

    private record Line(String operationId, String method, String template, Pattern path) {
        /** Reads {@code getOrder GET /v1/order/orders/{order-id}}. */
        static Line of(String text) {
            String[] parts = text.split(" ");
            String path = Pattern.quote(parts[2]).replaceAll("\\{[^}]+}", "\\\\E[^/]+\\\\Q");
            return new Line(parts[0], parts[1], parts[2], Pattern.compile(path));
        }
    }

    /**
     * Reads the list beside this class, which has every operation of the venue's spec; a venue from elsewhere has none.
     */
    static UnservedOperations of(String venueId, Set<String> served) {
        try (InputStream list = UnservedOperations.class.getResourceAsStream(venueId + ".txt")) {
            String text = list == null ? "" : new String(list.readAllBytes(), StandardCharsets.UTF_8);
            return new UnservedOperations(text.lines()
                    .map(Line::of)
                    .filter(line -> !served.contains(line.operationId()))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("The list of operations cannot be read from the class path", e);
        }
    }

    List<Routes.Route> routes() {
        return notServed.stream()
                .map(line -> new Routes.Route(line.operationId(), line.method(), line.template()))
                .toList();
    }

    /** The id of the requested operation, if the venue documents it and it is not served. */
    Optional<String> find(VenueRequest request) {
        return notServed.stream()
                .filter(line -> line.method().equals(request.method())
                        && line.path().matcher(request.path()).matches())
                .map(Line::operationId)
                .findFirst();
    }
}
