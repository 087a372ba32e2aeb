package dev.openvenue.conformance.soak;

import dev.openvenue.core.VenueCall;
import dev.openvenue.core.VenueClient;
import dev.openvenue.core.cancel.BatchCancel;
import dev.openvenue.core.cancel.CancelOutcome;
import dev.openvenue.core.cancel.OrderRef;
import dev.openvenue.core.error.VenueException;
import dev.openvenue.simulator.SampleOrder;
import dev.openvenue.simulator.SimulatedOrder;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * One thread of a trader: places, reads, cancels, gives up early. What reports claim is compared with the venue's book.
 */
final class SoakWorker {
    private final SoakedVenue venue;
    private final VenueClient client;
    private final Random random;
    private int runs;
    private int failures;

    SoakWorker(SoakedVenue venue, VenueClient client, Random random) {
        this.venue = venue;
        this.client = client;
        this.random = random;
    }

    int runs() {
        return runs;
    }

    int failures() {
        return failures;
    }

    void run() {
        while (!venue.pause(Duration.ofMillis(random.nextInt(200)))) {
            switch (random.nextInt(6)) {
                case 0 -> place();
                case 1 -> placeImpatiently();
                case 2 -> readSomething();
                case 3 -> judge(batchCancel().cancel(putOrders()).outcomes());
                case 4 -> stream();
                default -> cancelAllOpen();
            }
        }
    }

    private VenueCall<?> placing() {
        SampleOrder order = venue.simulator().sampleOrder(venue.nextOrder());
        return client.operations().find(order.operationId()).call(order.arguments());
    }

    private void place() {
        try {
            placing().execute();
        } catch (VenueException e) {
            failures++;
        }
    }

    /** The caller gives up long before the call's own timeout. */
    private void placeImpatiently() {
        try {
            placing()
                    .executeAsync()
                    .orTimeout(1 + random.nextInt(200), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException e) {
            failures++;
        }
    }

    /** A read that every venue has: the open orders. */
    void readSomething() {
        try {
            batchCancel().openOrders(venue.simulator().symbol());
        } catch (VenueException e) {
            failures++;
        }
    }

    private BatchCancel batchCancel() {
        return BatchCancel.of(client)
                .timeout(Duration.ofMillis(200 + random.nextInt(4000)))
                .verify(random.nextInt(8) != 0)
                .parallelism(1 + random.nextInt(4));
    }

    /** Some open orders, a filled one now and then, put into the book directly. */
    private List<OrderRef> putOrders() {
        List<OrderRef> refs = new ArrayList<>();
        String symbol = venue.simulator().symbol();
        for (int i = random.nextInt(30); i >= 0; i--) {
            String id = venue.simulator()
                    .orders()
                    .place(symbol, SimulatedOrder.Side.BUY, new BigDecimal("10000"), new BigDecimal("0.01"), null);
            refs.add(OrderRef.byOrderId(symbol, id));
        }
        return refs;
    }

    private void stream() {
        List<CancelOutcome> outcomes = new ArrayList<>();
        batchCancel().cancelStream(putOrders().iterator(), outcomes::add);
        judge(outcomes);
    }

    private void cancelAllOpen() {
        judge(batchCancel().cancelAllOpen(venue.simulator().symbol()).orders().outcomes());
    }

    private void judge(List<CancelOutcome> outcomes) {
        runs++;
        for (CancelOutcome outcome : outcomes) {
            SimulatedOrder.State state = venue.simulator()
                    .orders()
                    .find(outcome.ref().id())
                    .map(SimulatedOrder::state)
                    .orElse(null);
            boolean lie = switch (outcome.status()) {
                case CANCELLED -> state != SimulatedOrder.State.CANCELLED;
                case ALREADY_CLOSED -> state == SimulatedOrder.State.OPEN;
                case NOT_FOUND -> state != null;
                case ACCEPTED, REJECTED, UNKNOWN -> false;
            };
            if (lie) {
                venue.contradiction(outcome + ", but the order is " + state);
            }
        }
    }
}
