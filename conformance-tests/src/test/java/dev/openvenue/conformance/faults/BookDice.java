package dev.openvenue.conformance.faults;

import dev.openvenue.core.VenueClient;
import dev.openvenue.core.cancel.BatchCancel;
import dev.openvenue.core.cancel.BatchCancelFixture;
import dev.openvenue.core.cancel.OrderRef;
import dev.openvenue.core.codegen.BatchCancelDescription;
import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import dev.openvenue.simulator.SampleOrder;
import dev.openvenue.simulator.SimulatedOrder;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Draws the orders of a run, puts them into the book, closes some of them, and refers to them as a caller would. */
final class BookDice {
    private static final BigInteger FAR = BigInteger.TEN.pow(9);
    private static final int MOST_QUERIES = 3;
    private static final int LONGEST_BREAK = 20;

    private final Random random;
    private final ProvenVenue venue;
    private final VenueTime time;
    private final VenueClient setup;
    private final BatchCancelDescription description;
    private final int cap;
    private final String prefix;
    private final List<OrderRef> refs = new ArrayList<>();
    private final List<String> orderIds = new ArrayList<>();
    private final List<OrderRef> cancelled = new ArrayList<>();
    private final Map<String, String> lastBySymbol = new HashMap<>();

    /**
     * Dice for one run.
     *
     * @param setup any client of the venue
     * @param prefix begins the client ids
     */
    BookDice(Random random, ProvenVenue venue, VenueTime time, VenueClient setup, String prefix) {
        this.random = random;
        this.venue = venue;
        this.time = time;
        this.setup = setup;
        this.description = ProvenVenue.batchCancel(setup);
        this.cap = BatchCancelFixture.cap(setup);
        this.prefix = prefix;
    }

    /** Mostly a handful, sometimes about one full call, rarely several of them. */
    void arrange() {
        int lot = random.nextInt(200);
        int count = lot < 192 ? random.nextInt(7) : lot < 199 ? random.nextInt(cap + 2) : random.nextInt(3 * cap + 1);
        for (int i = 0; i < count; i++) {
            switch (random.nextInt(30)) {
                case 0, 1 -> lateVisible(i);
                case 2, 3 -> waiting(i);
                default -> plain(i);
            }
            if (random.nextInt(12) == 0) {
                refs.add(refs.get(random.nextInt(refs.size())));
            }
        }
        if (!cancelled.isEmpty()) {
            BatchCancel.of(setup).verify(false).cancel(cancelled);
        }
    }

    /** Adds orders that wait for their price, of every kind that the venue has; no reference means them. */
    void addOtherKinds(int rounds) {
        for (int n = 0; n < rounds; n++) {
            venue.simulator().sampleOrdersOfOtherKinds(n).forEach(order -> {
                Set<String> before = openIds();
                setup.operations()
                        .find(order.operationId())
                        .call(order.arguments())
                        .execute();
                openIds().stream().filter(id -> !before.contains(id)).forEach(orderIds::add);
            });
        }
    }

    private Set<String> openIds() {
        return venue.simulator().orders().open().stream()
                .map(SimulatedOrder::orderId)
                .collect(Collectors.toSet());
    }

    /** What the caller asks for. */
    List<OrderRef> refs() {
        return refs;
    }

    /** The orders in the book, including those that no reference means. */
    List<String> orderIds() {
        return orderIds;
    }

    private void plain(int index) {
        List<String> symbols = venue.simulator().symbols();
        String symbol = symbols.get(random.nextInt(4) == 0 ? random.nextInt(symbols.size()) : 0);
        String clientOrderId = clientOrderId(symbol, index);
        String orderId = venue.place(symbol, clientOrderId);
        lastBySymbol.put(symbol, clientOrderId);
        orderIds.add(orderId);
        switch (random.nextInt(12)) {
            case 0 -> venue.fill(orderId);
            case 1 -> cancelled.add(OrderRef.byOrderId(symbol, orderId));
            case 2 -> {
                orderId = new BigInteger(orderId).add(FAR).toString();
                clientOrderId = "unknown-" + clientOrderId;
            }
            default -> {}
        }
        name(symbol, orderId, clientOrderId);
    }

    /**
     * A new one, or that of the order before, which may be filled by now: some venues let only the ids of closed orders
     * repeat.
     */
    private String clientOrderId(String symbol, int index) {
        String before = lastBySymbol.get(symbol);
        if (before == null || random.nextInt(10) > 0) {
            return prefix + index;
        }
        // Seconds later, so that queries that lag still show the older order.
        time.advance(Duration.ofSeconds(random.nextInt(LONGEST_BREAK)));
        if (random.nextBoolean()) {
            venue.simulator()
                    .orders()
                    .findByClientOrderId(before)
                    .filter(SimulatedOrder::isOpen)
                    .ifPresent(order -> venue.fill(order.orderId()));
        }
        return before;
    }

    /** An order that the next queries do not show, which only orders that came through the API can be. */
    private void lateVisible(int index) {
        venue.simulator().habits().hideNewOrders(1 + random.nextInt(MOST_QUERIES));
        String orderId = call(venue.simulator().sampleOrder(index));
        venue.simulator().habits().hideNewOrders(0);
        name(venue.simulator().symbol(), orderId, null);
    }

    /**
     * An order that waits for its trigger: the venue finds it by its own id only, and only where trigger orders are
     * requested.
     */
    private void waiting(int index) {
        if (!venue.hasTriggerOrders()) {
            plain(index);
            return;
        }
        SampleOrder sample = venue.simulator().sampleOrder(index);
        String orderId = call(PlaceDice.with(sample, Map.of("tpslType", "tpsl", "triggerPrice", "9000")));
        name(venue.simulator().symbol(), orderId, prefix + index);
    }

    private String call(SampleOrder order) {
        setup.operations().find(order.operationId()).call(order.arguments()).execute();
        List<String> placed = venue.simulator().completedActions().placedOrderIds();
        String orderId = placed.get(placed.size() - 1);
        orderIds.add(orderId);
        return orderId;
    }

    private void name(String symbol, String orderId, @Nullable String clientOrderId) {
        List<IdKind> kinds = description.kinds();
        boolean byClient = clientOrderId != null && kinds.get(random.nextInt(kinds.size())) == IdKind.CLIENT_ORDER_ID;
        refs.add(byClient ? OrderRef.byClientOrderId(symbol, clientOrderId) : OrderRef.byOrderId(symbol, orderId));
    }
}
