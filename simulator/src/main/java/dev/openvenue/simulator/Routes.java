package dev.openvenue.simulator;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All operations of a venue, and which of them a request with an unknown path or method most likely wanted. */
final class Routes {
    private final List<Route> routes;

    Routes(List<SimulatedOperation> served, UnservedOperations documented) {
        this.routes = Stream.concat(
                        served.stream()
                                .map(operation -> new Route(operation.id(), operation.method(), operation.path())),
                        documented.routes().stream())
                .toList();
    }

    /** An operation; {@code {…}} in its path stands for an id. */
    record Route(String operationId, String method, String path) {
        boolean fits(String requestPath) {
            return Pattern.compile(Pattern.quote(path).replaceAll("\\{[^}]+}", "\\\\E[^/]+\\\\Q"))
                    .matcher(requestPath)
                    .matches();
        }

        @Override
        public String toString() {
            return method + " " + path + " (" + operationId + ")";
        }
    }

    Finding explain(VenueRequest request, @Nullable String notSimulated) {
        String asked = request.method() + " " + request.path();
        if (notSimulated != null) {
            return Finding.proved(
                            "operation-not-simulated",
                            asked + " is the operation " + notSimulated
                                    + ", which the venue documents and this simulator" + " does not serve",
                            "Leave the operation out of this test, or let a server of the test's own respond to it")
                    .with("operation", notSimulated);
        }
        List<Route> fitting =
                routes.stream().filter(route -> route.fits(request.path())).toList();
        for (Route route : fitting) {
            if (route.method().equals(request.method())) {
                return named(route, "path-id", "the id in the path must be a whole number", asked);
            }
        }
        if (!fitting.isEmpty()) {
            Route route = fitting.get(0);
            return named(route, "method-wrong", "the method is " + route.method() + ", not " + request.method(), asked);
        }
        return nearest(request, asked);
    }

    private Finding nearest(VenueRequest request, String asked) {
        String path = request.path();
        Optional<Route> same = find(request, (known, given) -> known.equalsIgnoreCase(given));
        if (same.isPresent()) {
            return named(same.get(), "path-case", "upper and lower case of a path matter", asked);
        }
        String trimmed = path.replaceAll("/{2,}", "/").replaceAll("(?<=.)/$", "");
        Optional<Route> tidy = find(request, (known, given) -> known.equals(trimmed));
        if (tidy.isPresent()) {
            return named(tidy.get(), "path-slash", "there is a slash too many", asked);
        }
        Optional<Route> longer = find(request, (known, given) -> given.endsWith(known));
        if (longer.isPresent()) {
            return named(longer.get(), "path-prefix-extra", "something stands before the path", asked);
        }
        Optional<Route> shorter = find(request, (known, given) -> given.length() > 1 && known.endsWith(given));
        if (shorter.isPresent()) {
            return named(shorter.get(), "path-prefix-missing", "the beginning of the path is missing", asked);
        }
        Optional<Route> near = routes.stream()
                .min(Comparator.comparingInt((Route route) -> Spelling.distance(path, route.path()))
                        .thenComparing(route -> !route.method().equals(request.method())))
                .filter(route ->
                        Spelling.distance(path, route.path()) <= route.path().length() / 3);
        if (near.isPresent()) {
            Route route = near.get();
            return Finding.likely(
                            "path-unknown",
                            asked + " is no operation of the venue; the nearest is " + route,
                            use(route))
                    .with("nearest", route.operationId());
        }
        return Finding.proved(
                "path-unknown",
                asked + " is no operation of the venue, and none has a similar path",
                "Compare the path with the venue's documents, and check that the base URL is that of this venue");
    }

    private Optional<Route> find(VenueRequest request, BiPredicate<String, String> alike) {
        return routes.stream()
                .filter(route -> alike.test(route.path(), request.path()))
                .min(Comparator.comparing((Route route) -> !route.method().equals(request.method()))
                        .thenComparing(route -> -route.path().length()));
    }

    private static Finding named(Route route, String mistake, String why, String asked) {
        return Finding.proved(
                        mistake, asked + " is no operation of the venue, but " + route + " is: " + why, use(route))
                .with("nearest", route.operationId());
    }

    private static String use(Route route) {
        return "Call " + route.method().toUpperCase(Locale.ROOT) + " " + route.path();
    }
}
