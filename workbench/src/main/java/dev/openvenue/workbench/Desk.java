package dev.openvenue.workbench;

import dev.openvenue.core.VenueClient;
import dev.openvenue.simulator.AccountKey;
import dev.openvenue.simulator.InventedKey;
import dev.openvenue.simulator.Json;
import dev.openvenue.simulator.SimulatedAccount;
import dev.openvenue.simulator.SimulatedExchange;
import dev.openvenue.simulator.SimulatorSetup;
import dev.openvenue.simulator.VenueSimulator;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The venues that run, and what is known of them: the journal, the recording, and who watches. */
final class Desk implements AutoCloseable {
    private final WorkbenchOptions options;
    private final Map<String, VenueSimulator> venues = new LinkedHashMap<>();
    private final Map<String, Masking> maskings = new ConcurrentHashMap<>();
    private final Journal journal = new Journal();
    private final EventFeed feed = new EventFeed();
    private final MomentClock clock;
    private final Recorder recorder;
    private final boolean replaying;
    private final long startedAt;

    /** Starts the venues. */
    Desk(WorkbenchOptions options) {
        this(options, false);
    }

    /** @param replaying whether what happens has happened before, so that nothing need wait */
    Desk(WorkbenchOptions options, boolean replaying) {
        this.options = options;
        this.replaying = replaying;
        this.clock = new MomentClock(options.clock());
        this.startedAt = clock.instant().toEpochMilli();
        this.recorder = new Recorder(options.record(), beginning());
        try {
            for (int i = 0; i < options.venues().size(); i++) {
                start(options.venues().get(i), options.port() == 0 ? 0 : options.port() + i);
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void start(String id, int port) {
        SimulatorSetup setup = SimulatorSetup.of(id)
                .port(port)
                .seed(options.seed())
                .clock(clock)
                .hosts(host -> Hosts.allows(host, port(id), options))
                .observer(this::observe);
        if (options.bind() != null) {
            setup.bind(options.bind());
        }
        if (replaying) {
            setup.withoutPauses();
        }
        VenueSimulator venue = setup.start();
        venues.put(id, venue);
        venue.credentials();
        AccountKey own = options.keys().get(id);
        if (own != null) {
            venue.register(own);
        }
        settle(venue);
    }

    private int port(String id) {
        return URI.create(venue(id).baseUrl()).getPort();
    }

    /** What holds from the start on, and again after a reset. */
    private void settle(VenueSimulator venue) {
        venue.enforceLimits(options.enforceLimits());
        venue.latency(options.latency());
    }

    private Map<String, @Nullable Object> beginning() {
        Map<String, @Nullable Object> session = Json.object(
                "openvenue", VenueClient.sdkVersion(),
                "venues", options.venues(),
                "seed", Long.toString(options.seed()),
                "startedAt", startedAt,
                "enforceLimits", options.enforceLimits(),
                "latency", options.latency().toMillis());
        return Json.object("session", session);
    }

    private void observe(SimulatedExchange exchange) {
        VenueSimulator venue = venue(exchange.venueId());
        JournalEntry entry = journal.add(number -> JournalEntry.of(number, exchange, masking(venue)));
        recorder.add(Json.object("exchange", entry.whole()));
        feed.publish("request", entry.summary());
        if (exchange.executed()) {
            feed.publish("book", Json.object("venue", exchange.venueId()));
        }
    }

    private Masking masking(VenueSimulator venue) {
        return maskings.computeIfAbsent(venue.venueId(), id -> {
            List<String> secrets = new ArrayList<>();
            AccountKey own = options.keys().get(id);
            if (own != null) {
                secrets.add(own.apiKey());
            }
            for (SimulatedAccount account : venue.accounts()) {
                for (InventedKey key : account.inventedKeys()) {
                    Stream.of(key.apiKey(), key.secret(), key.passphrase())
                            .filter(Objects::nonNull)
                            .forEach(secrets::add);
                }
            }
            return Masking.of(secrets);
        });
    }

    /** Forgets the masks, because there is another key. */
    void newKey(String venue) {
        maskings.remove(venue);
    }

    /** Records a control call that changed something, and tells those who watch. */
    void changed(@Nullable String venue, String what, ControlCall call) {
        recorder.add(Json.object(
                "control",
                Json.object(
                        "at", clock.instant().toEpochMilli(),
                        "method", call.method(),
                        "path", call.path(),
                        "arguments", call.arguments())));
        feed.publish(what, Json.object("venue", venue));
    }

    /** Empties the books, and forgets requests and faults, of one venue or of all. */
    void reset(@Nullable String id) {
        for (VenueSimulator venue : venues.values()) {
            if (id == null || id.equals(venue.venueId())) {
                venue.reset();
                settle(venue);
            }
        }
        if (id == null) {
            journal.clear();
        }
    }

    VenueSimulator venue(String id) {
        VenueSimulator venue = venues.get(id);
        if (venue == null) {
            throw ControlException.notFound(
                    "There is no venue '" + id + "' here; there are " + String.join(", ", venues.keySet()));
        }
        return venue;
    }

    List<VenueSimulator> venues() {
        return List.copyOf(venues.values());
    }

    Journal journal() {
        return journal;
    }

    EventFeed feed() {
        return feed;
    }

    MomentClock clock() {
        return clock;
    }

    Recorder recorder() {
        return recorder;
    }

    WorkbenchOptions options() {
        return options;
    }

    long startedAt() {
        return startedAt;
    }

    @Override
    public void close() {
        feed.close();
        venues.values().forEach(VenueSimulator::close);
        recorder.close();
    }
}
