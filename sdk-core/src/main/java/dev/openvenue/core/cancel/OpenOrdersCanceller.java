package dev.openvenue.core.cancel;

import dev.openvenue.core.error.VenueException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists open orders and cancels them, repeatedly, until complete lists show none, for long enough that a new order
 * would have become visible, or only those that the venue rejects.
 *
 * <p>Kinds are listed in the direction in which orders move, those that wait for a price first, so that one that is
 * triggered meanwhile is seen; they are cancelled in the other direction, because plain orders can be filled at once.
 */
final class OpenOrdersCanceller {
    private final RunOptions options;
    private final CallDispatcher dispatcher;
    private final List<OrderSweep> sweeps;
    private final VenueSymbols symbols;
    private final @Nullable String symbol;

    /**
     * Prepares a run.
     *
     * @param sweeps the kinds of orders, in the direction in which orders move
     * @param symbol the only symbol; null for all symbols
     */
    OpenOrdersCanceller(
            RunOptions options,
            CallDispatcher dispatcher,
            List<OrderSweep> sweeps,
            VenueSymbols symbols,
            @Nullable String symbol) {
        this.options = options;
        this.dispatcher = dispatcher;
        this.sweeps = sweeps;
        this.symbols = symbols;
        this.symbol = symbol;
    }

    /** Runs to the end; what was done must be reported, whatever goes wrong. */
    void run() {
        try {
            cancelAll();
        } catch (RuntimeException | Error e) {
            dispatcher.fail(e);
            sweeps.forEach(sweep -> sweep.cannotList(dispatcher.ended(), false));
        }
        countOnce();
        sweeps.forEach(sweep -> sweep.end(dispatcher::ended));
    }

    /**
     * An order that was triggered between two lists was found in two kinds, and counts in the one to which it moved.
     */
    private void countOnce() {
        for (int later = 1; later < sweeps.size(); later++) {
            for (OrderSweep earlier : sweeps.subList(0, later)) {
                sweeps.get(later).takeOver(earlier);
            }
        }
    }

    private void cancelAll() {
        int fruitless = 0;
        while (!dispatcher.isOver()) {
            long asked = dispatcher.now();
            sweeps.forEach(this::list);
            if (sweeps.stream().allMatch(sweep -> sweep.isProven() || sweep.isHopeless())) {
                return;
            }
            if (sweeps.stream().allMatch(sweep -> sweep.isEmpty() || sweep.isHopeless())) {
                pause(nextList(asked));
                continue;
            }
            // The same orders again: the venue needs a moment, or verification is off.
            fruitless = sweeps.stream().allMatch(OrderSweep::isFruitless) ? fruitless + 1 : 0;
            pause(dispatcher.after(fruitless, Duration.ZERO));
            for (int i = sweeps.size() - 1; i >= 0; i--) {
                sweeps.get(i).cancel();
            }
        }
    }

    private void list(OrderSweep sweep) {
        if (symbol == null && !sweep.isListedBySymbol()) {
            sweep.list(Market.of(sweep.categories(), null));
        } else if (symbol != null) {
            sweep.list(Market.of(sweep.categories(), symbol));
            if (sweep.isEmpty() && !sweep.hasFound()) {
                symbols.problem(symbol).ifPresent(problem -> sweep.cannotList(problem, symbols.isFinal()));
            }
        } else {
            symbols.read();
            VenueException problem = symbols.failure();
            if (problem == null) {
                sweep.list(symbols.markets(sweep.categories()));
            } else {
                sweep.cannotList(problem, symbols.isFinal());
            }
        }
    }

    /** When to list again what was empty, so that a few lists are spread over the time of the proof. */
    private long nextList(long asked) {
        long needed = options.absence().toNanos();
        long since = sweeps.stream()
                .filter(OrderSweep::isEmpty)
                .mapToLong(OrderSweep::emptySince)
                .max()
                .orElse(asked);
        return Math.min(since + needed, asked + needed / AbsenceProof.LISTS);
    }

    private void pause(long until) {
        while (dispatcher.now() < until && !dispatcher.isOver()) {
            dispatcher.await(until);
        }
    }
}
