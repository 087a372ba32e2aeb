package dev.openvenue.core.cancel;

import dev.openvenue.core.VenueClient;
import dev.openvenue.core.engine.EngineFixture;
import dev.openvenue.core.engine.EngineFixture.RunClock;
import dev.openvenue.core.engine.OperationsGateway;
import dev.openvenue.core.engine.VenueGateway;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Gives batch cancels a time of a test's own, and says what the engine derives from a spec; for other modules. */
public final class BatchCancelFixture {
    private BatchCancelFixture() {}

    /** The batch cancel of a client, for a single run by this clock. Streams of orders must be in memory. */
    public static BatchCancel of(VenueClient client, RunClock clock) {
        VenueContext venue = context(client);
        VenueGateway watched = EngineFixture.watched(venue.gateway(), clock);
        return new BatchCancel(
                new VenueContext(venue.id(), venue.name(), venue.description(), venue.errors(), watched),
                EngineFixture.time(clock),
                RunOptions.DEFAULT);
    }

    /** How many orders a run sends in one call. */
    public static int cap(VenueClient client) {
        return context(client).cap();
    }

    /** Every operation that a run may call, the cancel first; those of other kinds of orders last. */
    public static List<String> operations(VenueClient client) {
        VenueContext venue = context(client);
        Set<String> operations = new LinkedHashSet<>(venue.operations());
        venue.description()
                .coverage()
                .kinds()
                .forEach(kind -> operations.addAll(venue.of(kind).operations()));
        return List.copyOf(operations);
    }

    /** How long a run with this timeout looks an order up before it counts as absent. */
    public static Duration absence(Duration timeout) {
        return RunOptions.DEFAULT.withTimeout(timeout).absence();
    }

    private static VenueContext context(VenueClient client) {
        return new VenueContext(
                client.venueId(),
                client.venueName(),
                Objects.requireNonNull(client.description().batchCancel(), "batchCancel"),
                client.description().errors(),
                new OperationsGateway(client, true));
    }
}
