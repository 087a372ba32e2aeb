package dev.openvenue.conformance.faults;

import dev.openvenue.core.VenueClient;
import dev.openvenue.core.cancel.BatchCancel;
import dev.openvenue.core.cancel.BatchCancelFixture;
import dev.openvenue.core.cancel.OrderRef;
import dev.openvenue.core.codegen.BatchCancelDescription;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import dev.openvenue.core.error.ErrorCatalogue;
import dev.openvenue.simulator.SimulatedOrder;
import dev.openvenue.simulator.SimulatedOrders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The schedule of one run, all of it derived from one seed: the orders, what the caller wants, and what goes wrong. */
final class FaultSchedule {
    private static final Duration SKEW = Duration.ofSeconds(90);

    /** How the caller passes the orders. */
    enum Way {
        /** As a list. */
        LIST,
        /** As a stream. */
        STREAM,
        /** Not at all: whatever is open. */
        ALL_OPEN
    }

    /** What the venue denies for good, whatever is true. */
    enum Denial {
        /** Nothing. */
        NONE,
        /** Cancels find no order. */
        CANCELS,
        /** Lookups find no order, lists tell the truth. */
        LOOKUPS,
        /** Neither cancels nor queries find any order. */
        EVERYTHING
    }

    private final ProvenVenue venue;
    private final Random random;
    private final BatchCancelDescription description;
    private final ErrorCatalogue errors;
    private final long seed;
    private final boolean delays;
    private final Duration deadline;
    private final boolean verify;
    private final int parallelism;
    private final int cancelLatency;
    private final Duration skew;
    private final Way way;
    private final boolean byStranger;
    private final Denial denial;
    private final BookDice book;
    private final List<String> faults = new ArrayList<>();
    private String habits = "";
    private boolean hindered;

    /**
     * Draws a schedule; nothing of it happens before {@link #prepare}.
     *
     * @param setup any client of the venue
     */
    FaultSchedule(ProvenVenue venue, VenueTime time, VenueClient setup, long seed) {
        this.venue = venue;
        this.description = ProvenVenue.batchCancel(setup);
        this.errors = setup.description().errors();
        this.seed = seed;
        // Adjacent seeds yield similar first numbers; multiplied by an odd constant they do not.
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
        this.delays = random.nextInt(25) == 0;
        this.deadline = Duration.ofMillis(
                delays ? 30 + random.nextInt(90) : random.nextInt(3) == 0 ? 30 + random.nextInt(1500) : 60_000);
        this.verify = random.nextInt(8) != 0;
        this.parallelism = 1 + random.nextInt(4);
        this.cancelLatency = random.nextInt(3) == 0 ? 1 + random.nextInt(8) : 0;
        this.skew = random.nextInt(5) == 0 ? random.nextBoolean() ? SKEW : SKEW.negated() : Duration.ZERO;
        this.way = way(random.nextInt(10));
        this.byStranger = random.nextInt(20) == 0;
        this.denial =
                random.nextInt(12) == 0 ? Denial.values()[random.nextInt(way == Way.ALL_OPEN ? 3 : 4)] : Denial.NONE;
        this.book = new BookDice(random, venue, time, setup, "proof-" + seed + "-");
    }

    private Way way(int lot) {
        return lot < 2 ? Way.STREAM : lot < 4 && description.open() != null ? Way.ALL_OPEN : Way.LIST;
    }

    /** Puts the orders into the book, some of them closed by now, and arranges the faults. */
    void prepare(VenueClient setup) {
        book.arrange();
        if (isEverything()) {
            book.addOtherKinds(random.nextInt(3));
        }
        venue.simulator().cancelLatency(cancelLatency);
        HabitDice habitDice = new HabitDice(random, venue.simulator().habits());
        habits = habitDice.arrange(orderIds().size(), absence());
        FaultDice dice = new FaultDice(random, venue, errors, orderIds(), delays);
        Set<String> denied = denied();
        if (!denied.isEmpty()) {
            faults.add(dice.deny(denied));
        }
        int chaos = random.nextInt(4);
        for (String operation : FaultDice.operations(setup)) {
            if (!denied.contains(operation)) {
                boolean cancels = operation.equals(description.operation());
                faults.add(dice.arrange(operation, cancels ? 2 * chaos : chaos));
            }
        }
        // Rows in another order than the cursor's make a list unreadable, and queries that lag use up the attempts.
        hindered = dice.rejected() || habitDice.areUnusual();
    }

    private Set<String> denied() {
        Set<String> denied = new LinkedHashSet<>();
        if (denial == Denial.CANCELS || denial == Denial.EVERYTHING) {
            denied.add(description.operation());
        }
        if (denial == Denial.LOOKUPS || denial == Denial.EVERYTHING) {
            description.lookups().forEach(lookup -> denied.add(lookup.operation()));
        }
        Query open = description.open();
        if (open != null && denial == Denial.EVERYTHING) {
            denied.add(open.operation());
        } else if (open != null) {
            denied.remove(open.operation());
        }
        return denied;
    }

    /** How long the client looks an order up before it counts as absent. */
    private Duration absence() {
        return BatchCancelFixture.absence(deadline);
    }

    /** The batch cancel as the caller wants it. */
    BatchCancel options(BatchCancel batchCancel) {
        return batchCancel.timeout(deadline).verify(verify).parallelism(parallelism);
    }

    Way way() {
        return way;
    }

    /** Whether all open orders are those of all symbols and kinds; drawn from the seed, so that all else stays. */
    boolean isEverything() {
        return way == Way.ALL_OPEN && seed % 2 == 0;
    }

    /** Whether the caller has the key of an account that none of the orders belongs to. */
    boolean byStranger() {
        return byStranger;
    }

    /** The orders that the caller's key can see. */
    SimulatedOrders orders() {
        return byStranger ? venue.stranger().orders() : venue.simulator().orders();
    }

    List<OrderRef> refs() {
        return book.refs();
    }

    /** The orders of this schedule, including those that no reference means. */
    List<String> orderIds() {
        return book.orderIds();
    }

    /** Whether calls may be delayed in real time, or hang. */
    boolean delays() {
        return delays;
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

    /**
     * Whether the venue never shows this order, so that to a client it does not exist: a venue that denies it to the
     * end, and one that keeps trigger orders where only their own operations find them.
     */
    boolean isConcealed(SimulatedOrder order) {
        return denial == Denial.EVERYTHING
                || (denial == Denial.LOOKUPS && !order.isOpen())
                || order.details().containsKey("triggerPrice");
    }

    /** Whether there is enough time and no permanent fault, so that every order must end closed. */
    boolean mustSettle() {
        return verify && deadline.toSeconds() >= 60 && !hindered && skew.isZero() && denial == Denial.NONE;
    }

    @Override
    public String toString() {
        return "seed " + seed + ": " + way + (byStranger ? " by a stranger" : "") + ", deadline " + deadline
                + ", verify "
                + verify + ", parallelism " + parallelism + ", cancel latency " + cancelLatency + ", clock off by "
                + skew
                + ", " + habits + "\n    " + String.join("\n    ", faults);
    }
}
