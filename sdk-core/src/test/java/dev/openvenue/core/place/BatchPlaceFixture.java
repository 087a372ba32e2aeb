package dev.openvenue.core.place;

import dev.openvenue.core.VenueClient;
import dev.openvenue.core.engine.EngineFixture;
import dev.openvenue.core.engine.EngineFixture.RunClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Gives batch places a time of a test's own, and says what the engine derives from a spec; for other modules. */
public final class BatchPlaceFixture {
    private BatchPlaceFixture() {}

    /** The batch place of a client, for a single run by this clock. */
    public static BatchPlace<Map<String, ?>> of(VenueClient client, RunClock clock) {
        PlaceContext venue = BatchPlace.context(client);
        PlaceContext watched = new PlaceContext(
                venue.id(),
                venue.name(),
                venue.description(),
                venue.query(),
                venue.errors(),
                EngineFixture.watched(venue.gateway(), clock));
        return new BatchPlace<>(watched, order -> order, EngineFixture.time(clock), PlaceOptions.DEFAULT);
    }

    /** Every operation that a run may call, the one that places orders first. */
    public static List<String> operations(VenueClient client) {
        PlaceContext venue = BatchPlace.context(client);
        return venue.query() == null
                ? List.of(venue.operation())
                : List.of(venue.operation(), venue.query().operation());
    }

    /** How long a run with this timeout expects a new order to be invisible at most. */
    public static Duration lag(Duration timeout) {
        return PlaceOptions.DEFAULT.withTimeout(timeout).lag();
    }
}
