package dev.openvenue.core.cancel;

import dev.openvenue.core.VenueClient;
import dev.openvenue.core.cancel.BatchCancelDescription.IdKind;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One run's story, all of it from one seed: which orders there are, what the caller wants, and what goes wrong. */
final class FaultSchedule {
    private static final Duration SKEW = Duration.ofSeconds(90);
    private static final BigInteger FAR = BigInteger.TEN.pow(9);

    private final ProvenVenue venue;
    private final Random random;
    private final CancelVenue rules;
    private final long seed;
    private final boolean delays;
    private final Duration deadline;
    private final boolean verify;
    private final int parallelism;
    private final int cancelLatency;
    private final Duration skew;
    private final List<OrderRef> refs = new ArrayList<>();
    private final List<String> orderIds = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private boolean refused;

    /**
     * Draws a story; nothing of it happens before {@link #prepare}.
     *
     * @param setup any client of the venue
     */
    FaultSchedule(ProvenVenue venue, VenueClient setup, long seed) {
        this.venue = venue;
        this.rules = ProvenVenue.cancelVenue(setup);
        this.seed = seed;
        // Neighbouring seeds begin with much the same numbers; multiplied by an odd constant they do not.
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
        this.delays = random.nextInt(25) == 0;
        this.deadline = Duration.ofMillis(
                delays ? 30 + random.nextInt(90) : random.nextInt(3) == 0 ? 30 + random.nextInt(1500) : 60_000);
        this.verify = random.nextInt(8) != 0;
        this.parallelism = 1 + random.nextInt(4);
        this.cancelLatency = random.nextInt(3) == 0 ? 1 + random.nextInt(8) : 0;
        this.skew = random.nextInt(5) == 0 ? random.nextBoolean() ? SKEW : SKEW.negated() : Duration.ZERO;
    }

    /** Puts the orders into the book, some of them closed by now, and arranges the faults. */
    void prepare(VenueClient setup) {
        int count = count();
        List<OrderRef> cancelled = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            add(i, cancelled);
        }
        if (!cancelled.isEmpty()) {
            setup.batchCancel().verify(false).cancel(cancelled);
        }
        venue.simulator().cancelLatency(cancelLatency);
        int chaos = random.nextInt(4);
        FaultDice dice = new FaultDice(random, venue, rules.errors(), orderIds, delays);
        for (String operation : FaultDice.operations(setup)) {
            faults.add(
                    dice.arrange(operation, operation.equals(rules.description().operation()) ? 2 * chaos : chaos));
        }
        refused = dice.refused();
    }

    /** Mostly a handful, sometimes about one full call, rarely several of them. */
    private int count() {
        int lot = random.nextInt(100);
        return lot < 90
                ? random.nextInt(7)
                : lot < 97 ? random.nextInt(rules.cap() + 2) : random.nextInt(3 * rules.cap() + 1);
    }

    private void add(int index, List<OrderRef> cancelled) {
        List<String> symbols = venue.simulator().symbols();
        String symbol = symbols.get(random.nextInt(4) == 0 ? random.nextInt(symbols.size()) : 0);
        List<IdKind> kinds = rules.description().kinds();
        boolean byClient = kinds.get(random.nextInt(kinds.size())) == IdKind.CLIENT_ORDER_ID;
        String clientOrderId = "proof-" + seed + "-" + index;
        String orderId = venue.place(symbol, clientOrderId);
        orderIds.add(orderId);
        switch (random.nextInt(12)) {
            case 0 -> venue.fill(orderId);
            case 1 -> cancelled.add(OrderRef.order(symbol, orderId));
            case 2 -> {
                orderId = new BigInteger(orderId).add(FAR).toString();
                clientOrderId = "unknown-" + seed + "-" + index;
            }
            default -> {}
        }
        refs.add(byClient ? OrderRef.client(symbol, clientOrderId) : OrderRef.order(symbol, orderId));
        if (random.nextInt(12) == 0) {
            refs.add(refs.get(random.nextInt(refs.size())));
        }
    }

    /** The batch cancel as the caller wants it. */
    BatchCancel options(BatchCancel batchCancel) {
        return batchCancel.deadline(deadline).verify(verify).parallelism(parallelism);
    }

    /** Whether the caller hands in a stream. */
    boolean streams() {
        return seed % 5 == 0;
    }

    List<OrderRef> refs() {
        return refs;
    }

    /** The orders of this schedule, also those that no reference means. */
    List<String> orderIds() {
        return orderIds;
    }

    Duration deadline() {
        return deadline;
    }

    boolean verify() {
        return verify;
    }

    Duration skew() {
        return skew;
    }

    /** Whether there is time enough and nothing that lasts, so that every order must end closed. */
    boolean mustSettle() {
        return verify && deadline.toSeconds() >= 60 && !refused && skew.isZero();
    }

    @Override
    public String toString() {
        return "seed " + seed + ": deadline " + deadline + ", verify " + verify + ", parallelism " + parallelism
                + ", cancel latency " + cancelLatency + ", clock off by " + skew + (streams() ? ", as a stream" : "")
                + "\n    " + String.join("\n    ", faults);
    }
}
