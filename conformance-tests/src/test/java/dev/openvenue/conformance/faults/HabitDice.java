package dev.openvenue.conformance.faults;

import dev.openvenue.simulator.VenueBehavior;
import dev.openvenue.simulator.VenueBehavior.RowOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws what a venue does throughout a run, and describes it. */
final class HabitDice {
    private static final int RARELY = 7;

    /** Pages are so short that a list has about this many, and no more: each is a request. */
    private static final int PAGES = 2;

    private final Random random;
    private final VenueBehavior habits;
    private final List<String> words = new ArrayList<>();

    HabitDice(Random random, VenueBehavior habits) {
        this.random = random;
        this.habits = habits;
    }

    /**
     * Draws.
     *
     * @param orders how many orders there are
     * @param absence how long a client looks an order up before it counts as absent; no query lags as long as that
     */
    String arrange(int orders, Duration absence) {
        if (rarely()) {
            Duration lag = lag(absence);
            habits.lookupLag(lag);
            words.add("lookups lag by " + lag);
        }
        if (rarely()) {
            Duration lag = lag(absence);
            habits.listLag(lag);
            words.add("lists lag by " + lag);
        }
        if (rarely()) {
            RowOrder order = RowOrder.values()[random.nextInt(RowOrder.values().length)];
            habits.rowOrder(order);
            words.add("rows " + order);
        }
        if (rarely()) {
            int rows = 1 + orders / PAGES + random.nextInt(PAGES);
            habits.clampPages(rows);
            words.add("pages of " + rows + " rows");
        }
        return words.isEmpty() ? "usual habits" : String.join(", ", words);
    }

    /** Whether anything was drawn. */
    boolean areUnusual() {
        return !words.isEmpty();
    }

    /** Resets the venue to its default behaviour. */
    static void forget(VenueBehavior habits) {
        habits.lookupLag(Duration.ZERO)
                .listLag(Duration.ZERO)
                .hideNewOrders(0)
                .rowOrder(RowOrder.NEWEST_FIRST)
                .clampPages(Integer.MAX_VALUE);
    }

    private boolean rarely() {
        return random.nextInt(RARELY) == 0;
    }

    private Duration lag(Duration absence) {
        return Duration.ofMillis(1 + random.nextInt((int) absence.toMillis() * 9 / 10));
    }
}
