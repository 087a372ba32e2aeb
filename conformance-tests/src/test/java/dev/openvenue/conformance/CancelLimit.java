package dev.openvenue.conformance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tightest limit that a venue's batch cancel counts against, as its spec states it.
 *
 * @param permits how many requests a period may hold
 * @param period the period
 * @param shared whether placing an order also counts against it
 */
record CancelLimit(int permits, Duration period, boolean shared) {
    static CancelLimit of(Venue venue, String placing) {
        String cancelling = venue.operations().keySet().stream()
                .filter(operation -> venue.written(operation).containsKey("x-batch-cancel"))
                .findFirst()
                .orElseThrow();
        List<CancelLimit> limits = new ArrayList<>();
        if (venue.spec().get("x-rate-limit") instanceof List<?> everything) {
            everything.forEach(limit -> limits.add(read(limit, true)));
        }
        Map<String, @Nullable Object> own = limit(venue, cancelling);
        if (!own.isEmpty()) {
            String group = Json.text(own, "group");
            limits.add(read(own, !group.isEmpty() && group.equals(Json.text(limit(venue, placing), "group"))));
        }
        return limits.stream()
                .min(Comparator.comparing(
                        limit -> limit.permits() * 1000L / limit.period().toMillis()))
                .orElseThrow();
    }

    private static Map<String, @Nullable Object> limit(Venue venue, String operation) {
        return Json.map(venue.written(operation).get("x-rate-limit"));
    }

    private static CancelLimit read(@Nullable Object limit, boolean shared) {
        Map<String, @Nullable Object> written = Json.map(limit);
        return new CancelLimit(
                Integer.parseInt(Json.text(written, "permits")),
                Duration.parse("PT" + Json.text(written, "period")),
                shared);
    }
}
