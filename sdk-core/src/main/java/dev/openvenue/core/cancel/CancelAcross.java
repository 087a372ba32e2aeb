package dev.openvenue.core.cancel;

import dev.openvenue.core.VenueClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Cancels at several venues at once: named orders, all open orders of a symbol, or everything. There is a report of
 * every venue, whatever happens at another. Progress events name their venue.
 *
 * <pre>{@code
 * List<VenueCancelReport> reports = BatchCancel.across()
 *         .options((client, cancel) -> cancel.timeout(Duration.ofSeconds(20)))
 *         .cancel(bitget, orders)
 *         .cancelAllOpen(xt, "btc_usdt")
 *         .cancelEverything(htx)
 *         .run();
 * }</pre>
 */
public final class CancelAcross {
    private final List<Task> tasks = new ArrayList<>();
    private BiFunction<? super VenueClient, BatchCancel, BatchCancel> options = (client, batchCancel) -> batchCancel;

    CancelAcross() {}

    /** What to do at a venue, and how to begin it. */
    private record Task(VenueClient client, Consumer<BatchCancel> check, Function<BatchCancel, Run> begin) {}

    /** A run in progress, and how to end it with a reason. */
    private record Run(CompletableFuture<VenueCancelReport> report, Consumer<String> stop) {}

    /** Sets what to change for each venue; the second argument has the default options. */
    public CancelAcross options(BiFunction<? super VenueClient, BatchCancel, BatchCancel> options) {
        this.options = Objects.requireNonNull(options, "options");
        return this;
    }

    /** Adds orders to cancel. */
    public CancelAcross cancel(VenueClient client, Collection<OrderRef> orders) {
        List<OrderRef> copy = List.copyOf(orders);
        return add(client, batchCancel -> {}, batchCancel -> {
            CancelRun run = batchCancel.cancelAsync(copy);
            return new Run(run.future().thenApply(report -> VenueCancelReport.of(client, report)), run::stop);
        });
    }

    /** Adds the open orders of a symbol, as in {@link BatchCancel#cancelAllOpen}. */
    public CancelAcross cancelAllOpen(VenueClient client, String symbol) {
        return add(client, BatchCancel::open, batchCancel -> {
            OpenOrdersRun<CancelAllReport> run = batchCancel.startAllOpen(symbol);
            return new Run(run.start().thenApply(report -> VenueCancelReport.of(client, report)), run::stop);
        });
    }

    /** Adds all open orders of every kind, as in {@link BatchCancel#cancelEverything}. */
    public CancelAcross cancelEverything(VenueClient client) {
        return add(client, BatchCancel::open, batchCancel -> {
            OpenOrdersRun<CancelEverythingReport> run = batchCancel.startEverything();
            return new Run(run.start().thenApply(report -> VenueCancelReport.of(client, report)), run::stop);
        });
    }

    private CancelAcross add(VenueClient client, Consumer<BatchCancel> check, Function<BatchCancel, Run> begin) {
        tasks.add(new Task(client, check, begin));
        return this;
    }

    /**
     * Runs all at once and waits for the end, which is each venue's timeout at the latest. An interrupt ends all runs;
     * the reports still cover every order, and the thread stays interrupted.
     *
     * @return one report for each task, in the order in which they were added
     * @throws UnsupportedOperationException if a venue cannot do what is asked of it; nothing was sent then
     */
    public List<VenueCancelReport> run() {
        List<Run> runs = begin();
        return awaitAll(
                runs.stream().map(Run::report).toList(),
                reason -> runs.forEach(run -> run.stop().accept(reason)));
    }

    /** Waits for several runs to end; an interrupt ends them all, and the thread stays interrupted. */
    static <R> List<R> awaitAll(List<CompletableFuture<R>> runs, Consumer<String> stop) {
        List<R> reports = new ArrayList<>();
        boolean interrupted = false;
        while (reports.size() < runs.size()) {
            try {
                reports.add(runs.get(reports.size()).get());
            } catch (InterruptedException e) {
                interrupted = true;
                stop.accept("the thread was interrupted");
            } catch (ExecutionException e) {
                throw new IllegalStateException("A run failed: " + e.getCause(), e.getCause());
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return reports;
    }

    /**
     * Starts all at once; cancelling the future ends all runs.
     *
     * @throws UnsupportedOperationException if a venue cannot do what is asked of it; nothing was sent then
     */
    public CompletableFuture<List<VenueCancelReport>> runAsync() {
        List<Run> runs = begin();
        CompletableFuture<List<VenueCancelReport>> all = new CompletableFuture<>() {
            @Override
            public boolean cancel(boolean mayInterruptIfRunning) {
                // First of all: a run that ends at once completes this with its report.
                boolean cancelled = super.cancel(mayInterruptIfRunning);
                runs.forEach(run -> run.stop().accept("the run was cancelled"));
                return cancelled;
            }
        };
        CompletableFuture<?>[] reports = runs.stream().map(Run::report).toArray(CompletableFuture<?>[]::new);
        var unused = CompletableFuture.allOf(reports).whenComplete((done, failure) -> {
            if (failure != null) {
                all.completeExceptionally(failure);
            } else {
                all.complete(runs.stream().map(run -> run.report().join()).toList());
            }
        });
        return all;
    }

    /** Misuse is detected before the first order is sent. */
    private List<Run> begin() {
        List<BatchCancel> cancels = tasks.stream()
                .map(task -> options.apply(task.client(), BatchCancel.of(task.client())))
                .toList();
        for (int i = 0; i < tasks.size(); i++) {
            tasks.get(i).check().accept(cancels.get(i));
        }
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            runs.add(tasks.get(i).begin().apply(cancels.get(i)));
        }
        return runs;
    }
}
