package dev.openvenue.workbench;

import dev.openvenue.core.VenueClient;
import dev.openvenue.simulator.Json;
import dev.openvenue.simulator.VenueSimulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The control API: from method and path to what is done. {@code specs/simulator/openapi.yaml} describes it. */
final class Control {
    private final Desk desk;
    private final List<Route> routes = new ArrayList<>();

    Control(Desk desk) {
        this.desk = desk;
        get("/api/status", call -> status());
        get(
                "/api/venues",
                call -> Json.object(
                        "venues",
                        desk.venues().stream().map(VenueControl::venue).toList()));
        delete("/api/state", this::reset);
        new VenueControl(desk).addTo(this);
        new BookControl(desk).addTo(this);
        new FaultControl(desk).addTo(this);
        new RequestControl(desk).addTo(this);
        new SessionControl(desk).addTo(this);
    }

    /** What an operation does; returns its document. */
    interface Handler {
        Map<String, @Nullable Object> handle(ControlCall call);
    }

    private record Route(String method, List<String> path, Handler handler) {
        /** What the placeholders stand for; null if the path is another one. */
        @Nullable
        List<String> match(List<String> requested) {
            if (requested.size() != path.size()) {
                return null;
            }
            List<String> names = new ArrayList<>();
            for (int i = 0; i < path.size(); i++) {
                if (path.get(i).startsWith("{")) {
                    names.add(requested.get(i));
                } else if (!path.get(i).equals(requested.get(i))) {
                    return null;
                }
            }
            return names;
        }
    }

    void get(String path, Handler handler) {
        routes.add(new Route("GET", List.of(path.split("/")), handler));
    }

    void post(String path, Handler handler) {
        routes.add(new Route("POST", List.of(path.split("/")), handler));
    }

    void put(String path, Handler handler) {
        routes.add(new Route("PUT", List.of(path.split("/")), handler));
    }

    void delete(String path, Handler handler) {
        routes.add(new Route("DELETE", List.of(path.split("/")), handler));
    }

    /**
     * Does what a call asks for.
     *
     * @throws ControlException if it cannot be done
     */
    Map<String, @Nullable Object> handle(ControlCall call) {
        TreeSet<String> methods = new TreeSet<>();
        List<String> requested = List.of(call.path().split("/", -1));
        for (Route route : routes) {
            List<String> names = route.match(requested);
            if (names != null && route.method().equals(call.method())) {
                return handle(route, call.with(names));
            } else if (names != null) {
                methods.add(route.method());
            }
        }
        if (methods.isEmpty()) {
            throw ControlException.notFound("There is no such path; see specs/simulator/openapi.yaml");
        }
        throw new ControlException(405, "method", "This path takes " + String.join(", ", methods));
    }

    private Map<String, @Nullable Object> handle(Route route, ControlCall call) {
        try {
            return desk.clock().atOneMoment(() -> route.handler().handle(call));
        } catch (IllegalStateException | IllegalArgumentException | UnsupportedOperationException e) {
            // What the simulator says of an order that is not open, an operation that it does not serve.
            throw ControlException.conflict(String.valueOf(e.getMessage()));
        }
    }

    private Map<String, @Nullable Object> status() {
        WorkbenchOptions options = desk.options();
        return Json.object(
                "version", VenueClient.sdkVersion(),
                "seed", Long.toString(options.seed()),
                "startedAt", desk.startedAt(),
                "time", desk.clock().instant().toEpochMilli(),
                "recording", options.record() == null ? null : options.record().toString(),
                "venues", desk.venues().stream().map(VenueSimulator::venueId).toList(),
                "requests", desk.journal().size(),
                "dropped", desk.journal().dropped());
    }

    private Map<String, @Nullable Object> reset(ControlCall call) {
        String venue = call.takes("venue").optional("venue");
        if (venue != null) {
            desk.venue(venue);
        }
        desk.reset(venue);
        desk.changed(venue, "reset", call);
        return status();
    }
}
