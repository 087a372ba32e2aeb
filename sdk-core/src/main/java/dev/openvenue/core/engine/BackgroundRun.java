package dev.openvenue.core.engine;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * A run on a thread of its own, whose report can be read at any time.
 *
 * @param <R> its report
 */
public final class BackgroundRun<R> {
    private final CallDispatcher dispatcher;
    private final Supplier<R> soFar;
    private final CompletableFuture<R> completion = new CompletableFuture<>();

    /** @param soFar the report of a run that has not ended, from any thread */
    public BackgroundRun(CallDispatcher dispatcher, Supplier<R> soFar) {
        this.dispatcher = dispatcher;
        this.soFar = soFar;
    }

    /**
     * Starts it. If no thread can be created, the report says so.
     *
     * @param run runs to the end
     * @param afterFailure the report if that failed in an unforeseen way
     */
    public void start(Supplier<R> run, Supplier<R> afterFailure, String name) {
        Runnable all = () -> {
            try {
                completion.complete(run.get());
            } catch (RuntimeException | Error e) {
                dispatcher.fail(e);
                completion.complete(afterFailure.get());
            }
        };
        try {
            dispatcher.start(all, name);
        } catch (Error e) {
            dispatcher.fail(e);
            all.run();
        }
    }

    /** The report at the end, or what is known so far. */
    public R report() {
        R last = completion.getNow(null);
        return last != null ? last : soFar.get();
    }

    /** Whether the run has ended. */
    public boolean isDone() {
        return completion.isDone();
    }

    /** Waits for the end, at the deadline at the latest. */
    public R await() throws InterruptedException {
        try {
            return completion.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The run failed: " + e.getCause(), e.getCause());
        }
    }

    /** Waits for the end, up to the given duration, and returns the report so far. */
    public R await(Duration atMost) throws InterruptedException {
        try {
            return completion.get(TimeUnit.NANOSECONDS.convert(atMost), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return report();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The run failed: " + e.getCause(), e.getCause());
        }
    }

    /** A new future of the report; cancelling it ends the run. */
    @SuppressWarnings("FutureReturnValueIgnored") // whenComplete only listens.
    public CompletableFuture<R> future() {
        CompletableFuture<R> future = completion.copy();
        future.whenComplete((report, failure) -> {
            if (future.isCancelled()) {
                dispatcher.stop("the run was cancelled");
            }
        });
        return future;
    }
}
