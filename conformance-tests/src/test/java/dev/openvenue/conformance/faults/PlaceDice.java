package dev.openvenue.conformance.faults;

import dev.openvenue.simulator.Fault;
import dev.openvenue.simulator.SampleOrder;
import dev.openvenue.simulator.VenueBehavior;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Draws an order to be placed and what goes wrong with it. */
final class PlaceDice {
    /** The longest that a new order may stay invisible; at a venue that hides it longer a lookup proves nothing. */
    private static final int LAG_MILLIS = 2_000;

    /** Fewer than the lookups that must all find nothing before an order is placed again. */
    private static final int QUERIES = 2;

    /** Other kinds of orders: those that may fill at once, that wait for a trigger, or that the simulator rejects. */
    private static final Map<String, List<Map<String, Object>>> KINDS = Map.of(
            "bitget",
            List.of(
                    Map.of("tpslType", "tpsl", "triggerPrice", "9000"),
                    Map.of("force", "ioc"),
                    Map.of("force", "fok"),
                    Map.of("orderType", "market")),
            "htx",
            List.of(Map.of("type", "buy-ioc"), Map.of("type", "buy-limit-fok"), Map.of("type", "buy-market")),
            "satori",
            List.of(Map.of("matchType", 3), Map.of("matchType", 4), Map.of("isMarket", true)),
            "xt",
            List.of(Map.of("entrustType", 1)),
            "xt-v4",
            List.of(
                    Map.of("timeInForce", "IOC"),
                    Map.of("timeInForce", "FOK"),
                    Map.of("timeInForce", "GTX"),
                    Map.of("type", "MARKET")));

    private final Random random;
    private boolean late;

    PlaceDice(Random random) {
        this.random = random;
    }

    /** The demo order, or one of another kind. */
    SampleOrder kind(String venue, SampleOrder order) {
        List<Map<String, Object>> kinds = KINDS.getOrDefault(venue, List.of());
        return kinds.isEmpty() || random.nextInt(3) > 0 ? order : with(order, kinds.get(random.nextInt(kinds.size())));
    }

    /** The order with some of its fields changed. */
    static SampleOrder with(SampleOrder order, Map<String, Object> changes) {
        Map<String, Object> arguments = new LinkedHashMap<>(order.arguments());
        if (arguments.get("body") instanceof Map<?, ?> body) {
            Map<Object, Object> changed = new LinkedHashMap<>(body);
            changed.putAll(changes);
            arguments.put("body", changed);
        } else {
            arguments.putAll(changes);
        }
        return new SampleOrder(order.operationId(), arguments);
    }

    /** Up to three faults, one after another. */
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            faults.add(fault());
        }
        return faults;
    }

    /**
     * What the lookups meet: a new order that is not visible yet, or a temporary denial, and in addition a bad
     * connection. An order that is executed late is not hidden from a number of queries, because how long it would stay
     * invisible depends on when it was executed.
     */
    List<Fault> lookups(VenueBehavior habits) {
        List<Fault> faults = new ArrayList<>();
        int denials = 0;
        switch (random.nextInt(5)) {
            case 0 -> habits.lookupLag(Duration.ofMillis(random.nextInt(LAG_MILLIS)));
            case 1 -> habits.hideNewOrders(late ? 0 : 1 + random.nextInt(QUERIES));
            case 2 -> denials = 1 + random.nextInt(QUERIES);
            default -> {}
        }
        for (int i = 0; i < denials; i++) {
            faults.add(Fault.notFound());
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            faults.add(random.nextInt(faults.size() + 1), lookupFault());
        }
        return faults;
    }

    private Fault lookupFault() {
        return switch (random.nextInt(4)) {
            case 0 -> Fault.dropBeforeExecution();
            case 1 -> Fault.malformedBody();
            case 2 -> Fault.rateLimited(null);
            default -> Fault.serverError(500 + random.nextInt(5));
        };
    }

    private Fault fault() {
        return switch (random.nextInt(12)) {
            case 0 -> Fault.dropBeforeExecution();
            case 1 -> Fault.dropAfterExecution();
            case 2 -> Fault.malformedBody();
            case 3 -> Fault.truncatedBody();
            case 4 -> Fault.rateLimited(null);
            case 5 -> Fault.rateLimited(Duration.ofSeconds(random.nextInt(3)));
            case 6 -> Fault.serverError(500 + random.nextInt(5));
            case 7 -> Fault.serverErrorAfterExecution(500 + random.nextInt(5));
            case 8, 9 -> Fault.executesLater(later());
            default -> Fault.executesLater(later(), 502 + random.nextInt(3));
        };
    }

    /** Within the receive window, and beyond it. */
    private Duration later() {
        late = true;
        return Duration.ofMillis(1L << random.nextInt(15));
    }
}
