package dev.openvenue.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which operation a request asks for. */
final class Router {
    private final Venue venue;
    private final List<SimulatedOperation> operations;
    private final UnservedOperations documented;

    Router(Venue venue, UnservedOperations documented) {
        this.venue = venue;
        this.operations = venue.operations();
        this.documented = documented;
    }

    /** An operation, and the id in the path of the request. */
    record Route(SimulatedOperation operation, String pathId) {}

    /** Null if no operation is served there. */
    @Nullable
    Route find(VenueRequest request) {
        for (SimulatedOperation operation : operations) {
            String pathId = operation.match(request.method(), request.path());
            if (pathId != null) {
                return new Route(operation, pathId);
            }
        }
        return null;
    }

    VenueRejection notServed(VenueRequest request) {
        VenueRejection unknown = venue.unknownPath(request);
        return documented
                .find(request)
                .map(id -> unknown.withText("The operation " + id + " is documented, but not simulated"))
                .orElse(unknown);
    }
}
