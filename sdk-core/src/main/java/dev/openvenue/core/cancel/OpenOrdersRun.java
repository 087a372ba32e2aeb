package dev.openvenue.core.cancel;

import dev.openvenue.core.codegen.BatchCancelDescription.OrderKind;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import dev.openvenue.core.codegen.BatchCancelDescription.SymbolList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A run that cancels what the venue lists as open, of one symbol or of all.
 *
 * @param <R> its report
 */
final class OpenOrdersRun<R> {
    /** The name of the kind that every venue lists. */
    private static final String PLAIN = "plain orders";

    private final VenueContext venue;
    private final CallDispatcher dispatcher;
    private final OpenOrdersCanceller canceller;
    private final Supplier<R> report;

    private OpenOrdersRun(
            VenueContext venue, CallDispatcher dispatcher, OpenOrdersCanceller canceller, Supplier<R> report) {
        this.venue = venue;
        this.dispatcher = dispatcher;
        this.canceller = canceller;
        this.report = report;
    }

    static OpenOrdersRun<CancelAllReport> ofSymbol(
            VenueContext venue, RunOptions options, CallDispatcher dispatcher, String symbol) {
        OrderSweep sweep = plain(venue, options, dispatcher);
        return new OpenOrdersRun<>(
                venue,
                dispatcher,
                canceller(venue, options, dispatcher, List.of(sweep), symbol),
                () -> new CancelAllReport(
                        symbol,
                        new CancelReport(sweep.outcomes(), dispatcher.elapsed(), dispatcher.callsByOperation()),
                        sweep.isProven(),
                        venue.description().notListed(),
                        sweep.failure()));
    }

    static OpenOrdersRun<CancelEverythingReport> ofEverything(
            VenueContext venue, RunOptions options, CallDispatcher dispatcher) {
        List<OrderSweep> sweeps = new ArrayList<>();
        for (OrderKind kind : venue.description().coverage().kinds()) {
            Query open = Objects.requireNonNull(kind.cancel().open());
            sweeps.add(new OrderSweep(kind.name(), venue.of(kind), options, dispatcher, open));
        }
        sweeps.add(plain(venue, options, dispatcher));
        return new OpenOrdersRun<>(
                venue,
                dispatcher,
                canceller(venue, options, dispatcher, sweeps, null),
                () -> CancelEverythingReport.of(
                        sweeps,
                        venue.description().coverage().notListed(),
                        dispatcher.elapsed(),
                        dispatcher.callsByOperation()));
    }

    private static OrderSweep plain(VenueContext venue, RunOptions options, CallDispatcher dispatcher) {
        return new OrderSweep(
                PLAIN,
                venue,
                options,
                dispatcher,
                Objects.requireNonNull(venue.description().open()));
    }

    private static OpenOrdersCanceller canceller(
            VenueContext venue,
            RunOptions options,
            CallDispatcher dispatcher,
            List<OrderSweep> sweeps,
            @Nullable String symbol) {
        return new OpenOrdersCanceller(options, dispatcher, sweeps, new VenueSymbols(venue, dispatcher), symbol);
    }

    /** The first calls of a run that cancels everything, in their order. */
    static List<PlannedCall> plan(VenueContext venue, RunOptions options) {
        List<PlannedCall> calls = new ArrayList<>();
        List<VenueContext> kinds = new ArrayList<>();
        venue.description().coverage().kinds().forEach(kind -> kinds.add(venue.of(kind)));
        kinds.add(venue);
        for (VenueContext kind : kinds) {
            Query open = Objects.requireNonNull(kind.description().open());
            SymbolList symbols = venue.description().coverage().symbols();
            String symbol = open.symbol();
            if (symbol == null || !kind.gateway().requires(open.operation(), symbol)) {
                calls.addAll(listings(kind, options, null));
            } else if (symbols != null) {
                calls.add(new PlannedCall(symbols.operation(), Map.of()));
            }
        }
        return calls.stream().distinct().toList();
    }

    /** The first listing of each category. */
    static List<PlannedCall> listings(VenueContext venue, RunOptions options, @Nullable String symbol) {
        Query open = Objects.requireNonNull(venue.description().open());
        CallPlanner plan = new CallPlanner(venue, options.arguments());
        List<Optional<String>> categories = open.category() == null
                ? List.of(Optional.empty())
                : venue.description().categoryValues();
        return categories.stream()
                .map(category ->
                        new PlannedCall(open.operation(), plan.listArguments(open, symbol, category.orElse(null))))
                .toList();
    }

    /** Runs to the end on this thread. */
    R run() {
        try (dispatcher) {
            canceller.run();
            return report.get();
        }
    }

    /** Runs to the end on a thread of its own; cancelling the future ends the run. */
    CompletableFuture<R> start() {
        CompletableFuture<R> future = new CompletableFuture<>() {
            @Override
            public boolean cancel(boolean mayInterruptIfRunning) {
                stop("the run was cancelled");
                return super.cancel(mayInterruptIfRunning);
            }
        };
        try {
            dispatcher.start(() -> complete(future), "openvenue-cancel-" + venue.id());
        } catch (Error e) {
            dispatcher.fail(e);
            complete(future);
        }
        return future;
    }

    /** Ends the run from any thread. */
    void stop(String reason) {
        dispatcher.stop(reason);
    }

    private void complete(CompletableFuture<R> future) {
        try {
            future.complete(run());
        } catch (RuntimeException | Error e) {
            future.completeExceptionally(e);
        }
    }
}
