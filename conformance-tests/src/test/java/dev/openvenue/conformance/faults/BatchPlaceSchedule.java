package dev.openvenue.conformance.faults;

import dev.openvenue.core.VenueClient;
import dev.openvenue.core.codegen.BatchPlaceDescription;
import dev.openvenue.core.place.BatchPlace;
import dev.openvenue.core.place.BatchPlaceFixture;
import dev.openvenue.simulator.Fault;
import dev.openvenue.simulator.SampleOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The schedule of one batch of orders, all of it derived from one seed: the orders, the options, and what goes wrong.
 */
final class BatchPlaceSchedule {
    private static final Duration SKEW = Duration.ofSeconds(90);

    /** Kinds of orders that do not rest, that the simulator rejects, or that are invalid. */
    private static final Map<String, List<Map<String, Object>>> KINDS = Map.of(
            "bitget",
            List.of(Map.of("force", "ioc"), Map.of("orderType", "market"), Map.of("size", "0")),
            "htx",
            List.of(Map.of("type", "buy-limit-maker"), Map.of("type", "buy-ioc"), Map.of("type", "buy-market")),
            "satori",
            List.of(Map.of("matchType", 3), Map.of("isMarket", true)),
            "xt",
            List.of(Map.of("price", "0")),
            "xt-v4",
            List.of(Map.of("timeInForce", "IOC"), Map.of("type", "MARKET"), Map.of("price", "0")));

    private final Random random;
    private final ProvenVenue venue;
    private final VenueClient setup;
    private final long seed;
    private final List<Map<String, ?>> orders = new ArrayList<>();
    private final Duration timeout;
    private final int parallelism;
    private final Duration skew;
    private final List<String> words = new ArrayList<>();

    /**
     * Draws a schedule; nothing of it happens before {@link #prepare}.
     *
     * @param setup any client of the venue
     * @param number the number of this schedule at its venue, from 0
     */
    BatchPlaceSchedule(ProvenVenue venue, VenueClient setup, long seed, int number) {
        // Adjacent seeds yield similar first numbers; multiplied by an odd constant they do not.
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
        this.venue = venue;
        this.setup = setup;
        this.seed = seed;
        this.timeout = timeout(random.nextInt(6));
        this.parallelism = 1 + random.nextInt(4);
        this.skew = random.nextInt(5) == 0 ? random.nextBoolean() ? SKEW : SKEW.negated() : Duration.ZERO;
        int cap = description().cap();
        int size = random.nextInt(6) == 0 ? 1 + random.nextInt(cap + cap / 2) : 1 + random.nextInt(4);
        draw(size, number);
    }

    private BatchPlaceDescription description() {
        return Objects.requireNonNull(setup.description().batchPlace(), "batchPlace");
    }

    private Duration timeout(int lot) {
        return switch (lot) {
            // Shorter than some pauses, and longer than a request takes, which would arrive in the next run otherwise.
            case 0, 1 -> Duration.ofMillis(5000 + random.nextInt(3000));
            // Long enough to see that nothing can arrive any more.
            case 2 -> Duration.ofMinutes(15);
            default -> Duration.ofSeconds(60);
        };
    }

    private void draw(int size, int number) {
        String clientId = description().item().clientOrderId();
        boolean given = random.nextInt(3) == 0;
        boolean odd = random.nextInt(4) == 0;
        boolean postOnly = random.nextBoolean();
        int named = given && random.nextInt(4) == 0 ? random.nextInt(number + 1) : number;
        List<Map<String, @Nullable Object>> samples = samples(1 + random.nextInt(5000), size);
        for (int i = 0; i < size; i++) {
            Map<String, Object> order = new LinkedHashMap<>();
            samples.get(i).forEach((name, value) -> order.put(name, Objects.requireNonNull(value)));
            if (clientId != null && given) {
                order.put(clientId, "9" + "0".repeat(12) + named + "0" + i);
            } else if (clientId != null) {
                order.remove(clientId);
            }
            List<Map<String, Object>> kinds = KINDS.get(venue.id());
            if (postOnly && order.containsKey("force")) {
                order.put("force", "post_only");
            }
            if (kinds != null && odd && random.nextInt(3) == 0) {
                order.putAll(kinds.get(random.nextInt(kinds.size())));
            }
            orders.add(order);
        }
    }

    /** The demo orders, without what stands beside them in a call. */
    @SuppressWarnings("unchecked") // A sample is JSON.
    private List<Map<String, @Nullable Object>> samples(int from, int count) {
        SampleOrder sample = venue.simulator().sampleBatch(from, count);
        String list = description().list();
        Object body = sample.arguments().get("body");
        Object found = body instanceof Map<?, ?> fields ? fields.get(list) : body;
        return (List<Map<String, @Nullable Object>>)
                Objects.requireNonNull(body == null ? sample.arguments().get(list) : found);
    }

    /** Arranges the faults. */
    void prepare() {
        PlaceDice dice = new PlaceDice(random);
        List<String> operations = BatchPlaceFixture.operations(setup);
        List<Fault> places = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            places.addAll(random.nextInt(3) == 0 ? List.of(Fault.none()) : dice.faults());
        }
        if (random.nextInt(3) == 0) {
            places.add(random.nextInt(places.size() + 1), late());
        }
        if (random.nextInt(6) == 0) {
            places.add(rejection());
        }
        venue.simulator().faults().on(operations.get(0)).next(places.toArray(new Fault[0]));
        words.add(operations.get(0) + " meets " + places);
        if (operations.size() > 1) {
            List<Fault> lookups = dice.lookups(venue.simulator().habits());
            venue.simulator().faults().on(operations.get(1)).next(lookups.toArray(new Fault[0]));
            words.add(operations.get(1) + " meets " + lookups);
        }
    }

    /** Later than a careless client would wait, within the time for which the venue accepts a request and beyond it. */
    private Fault late() {
        return Fault.executesLater(Duration.ofSeconds(5 + random.nextInt(60)));
    }

    /** A rejection of the whole call, with any code of the catalogue. */
    private Fault rejection() {
        List<String> codes =
                setup.description().errors().codes().stream().sorted().toList();
        return Fault.reject(codes.get(random.nextInt(codes.size())), "rejected by lot");
    }

    BatchPlace<Map<String, ?>> options(BatchPlace<Map<String, ?>> batchPlace) {
        return batchPlace
                .timeout(timeout)
                .parallelism(parallelism)
                .symbol(venue.simulator().symbol());
    }

    List<Map<String, ?>> orders() {
        return orders;
    }

    Duration timeout() {
        return timeout;
    }

    Duration skew() {
        return skew;
    }

    @Override
    public String toString() {
        return "seed " + seed + ": " + orders.size() + " orders, timeout " + timeout + ", parallelism " + parallelism
                + ", clock off by " + skew + "\n    " + String.join("\n    ", words);
    }
}
