package dev.openvenue.core.engine;

import dev.openvenue.core.engine.VenueGateway.Limit;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** How long a venue's rate limits make calls take. */
public final class LimitTime {
    private LimitTime() {}

    /** The longest time that any limit needs: all periods but the first, whose permits are there at once. */
    public static Duration of(VenueGateway gateway, Map<String, Long> calls) {
        Map<Limit, Long> demand = new HashMap<>();
        calls.forEach((operation, count) ->
                gateway.limits(operation).forEach(limit -> demand.merge(limit, count, Long::sum)));
        return demand.entrySet().stream()
                .map(entry -> entry.getKey()
                        .period()
                        .multipliedBy((entry.getValue() - 1) / entry.getKey().permits()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
