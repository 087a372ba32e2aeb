package dev.openvenue.core.limit;

import dev.openvenue.core.error.Seconds;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls the store of shared limits with a short timeout: a client such as Lettuce queues commands for a minute while it
 * reconnects, and orders would wait with them. After a failure the store counts as lost until it responds again, which
 * is checked in the background and not by calls. It also measures the store's latency.
 */
final class StoreCircuitBreaker {
    private static final Logger LOGGER = System.getLogger(RateLimits.class.getName());
    static final Duration PATIENCE = Duration.ofSeconds(1);
    /** How long a lost store is not called again. */
    static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(1);

    private final LimitTime time;
    private final String consequence;
    private @Nullable Throwable lost;
    private boolean checking;
    private long checkAt;
    private @Nullable Long warnedAt;
    private long respondedAt;
    private long latency;

    /** @param consequence the consequence of losing the store, for the log */
    StoreCircuitBreaker(LimitTime time, String consequence) {
        this.time = time;
        this.consequence = consequence;
        this.checkAt = time.nanos();
        this.respondedAt = checkAt;
    }

    /** How many nanoseconds the store typically takes to return a permit. */
    synchronized long latency() {
        return latency;
    }

    /** Records how long the store took; a single slow response changes the estimate little, a fast one even less. */
    synchronized void took(long nanos) {
        latency = latency == 0 ? nanos : latency + (nanos - latency) / (nanos > latency ? 8 : 16);
    }

    long nanos() {
        return time.nanos();
    }

    /**
     * The store's response, or a {@link SharedLimitsLostException} if it does not respond, or a
     * {@link TimeoutException} if it responds only to others: hosts contend for the same bucket.
     *
     * @param unwanted receives a response that comes after the timeout
     */
    <T> CompletableFuture<T> ask(Supplier<CompletableFuture<T>> question, Consumer<T> unwanted) {
        Throwable before = lost();
        if (before != null) {
            check(question, unwanted);
            return CompletableFuture.failedFuture(unreachable(before));
        }
        long askedAt = time.nanos();
        return call(question, unwanted).handle((response, failure) -> {
            if (failure == null) {
                return response;
            }
            Throwable cause = SharedLimitsLostException.cause(failure);
            throw cause instanceof TimeoutException && hasRespondedSince(askedAt)
                    ? new CompletionException(cause)
                    : lose(cause);
        });
    }

    /** The failure if the store is too slow to be used by calls; checks in the background whether it still is. */
    <T> SharedLimitsLostException tooSlow(Supplier<CompletableFuture<T>> question, Consumer<T> unwanted, Quota quota) {
        String problem = "respond too slowly for " + quota + " (in " + Seconds.text(Duration.ofNanos(latency())) + ")";
        warn(problem);
        check(question, unwanted);
        return new SharedLimitsLostException(problem, new TimeoutException(problem));
    }

    private synchronized boolean hasRespondedSince(long nanos) {
        return respondedAt - nanos > 0;
    }

    private synchronized void responded() {
        respondedAt = time.nanos();
    }

    private synchronized @Nullable Throwable lost() {
        return lost;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // What it completes reports by itself.
    private <T> CompletableFuture<T> call(Supplier<CompletableFuture<T>> question, Consumer<T> unwanted) {
        CompletableFuture<T> response = new CompletableFuture<>();
        time.after(PATIENCE, () -> response.completeExceptionally(new TimeoutException()));
        try {
            question.get().whenComplete((value, failure) -> {
                responded();
                if (failure != null) {
                    response.completeExceptionally(failure);
                } else if (!response.complete(value)) {
                    unwanted.accept(value);
                }
            });
        } catch (RuntimeException e) {
            response.completeExceptionally(e);
        }
        return response;
    }

    /** Checks the store, one request at a time, whose permit nobody uses. */
    @SuppressWarnings("FutureReturnValueIgnored") // What it completes reports by itself.
    private <T> void check(Supplier<CompletableFuture<T>> question, Consumer<T> unwanted) {
        if (!mayCheck()) {
            return;
        }
        call(question, unwanted).whenComplete((response, failure) -> {
            checked(failure);
            if (failure == null) {
                unwanted.accept(response);
            }
        });
    }

    private synchronized boolean mayCheck() {
        boolean may = !checking && time.nanos() - checkAt >= 0;
        checking |= may;
        return may;
    }

    private synchronized void checked(@Nullable Throwable failure) {
        checking = false;
        checkAt = time.nanos() + PAUSE.toNanos();
        if (failure == null && lost != null) {
            lost = null;
            LOGGER.log(Level.INFO, "The shared rate limits can be reached again");
        }
    }

    private SharedLimitsLostException lose(Throwable cause) {
        SharedLimitsLostException lost = unreachable(cause);
        synchronized (this) {
            this.lost = cause;
            checkAt = time.nanos() + PAUSE.toNanos();
        }
        warn("cannot be reached (" + cause.getClass().getSimpleName() + ")");
        return lost;
    }

    private static SharedLimitsLostException unreachable(Throwable cause) {
        return new SharedLimitsLostException(
                "cannot be reached (" + cause.getClass().getSimpleName() + ")", cause);
    }

    private synchronized void warn(String problem) {
        if (warnedAt == null || time.nanos() - warnedAt >= BETWEEN_WARNINGS.toNanos()) {
            warnedAt = time.nanos();
            LOGGER.log(Level.WARNING, "The shared rate limits " + problem + "; " + consequence);
        }
    }
}
