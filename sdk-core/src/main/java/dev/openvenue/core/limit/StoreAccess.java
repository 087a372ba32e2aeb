package dev.openvenue.core.limit;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks the store of shared limits, and does not wait long for it: a client such as Lettuce queues commands for a minute while it
 * reconnects, and orders would wait with them. After a failure the store counts as lost until it answers again; that is found out
 * beside the calls and not by them.
 */
final class StoreAccess {
    private static final Logger LOGGER = System.getLogger(RateLimits.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    /** How long a store that is lost is left alone. */
    static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(1);

    private final LongSupplier nanos;
    private final String consequence;
    private final ExecutorService callers =
            Executors.newCachedThreadPool(DaemonThreads.named("openvenue-shared-limits"));
    private @Nullable Throwable lost;
    private @Nullable Future<Duration> check;
    private long checkAt;
    private @Nullable Long warnedAt;

    /** @param consequence what being without the store means, for the log */
    StoreAccess(LongSupplier nanos, String consequence) {
        this.nanos = nanos;
        this.consequence = consequence;
    }

    /**
     * The store's answer.
     *
     * @throws SharedLimitsLostException if it does not answer
     */
    synchronized Duration ask(Callable<Duration> question) {
        Throwable before = lost;
        if (before != null && !isBack(question)) {
            throw new SharedLimitsLostException(before);
        }
        Future<Duration> answer = callers.submit(question);
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw lose(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw lose(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw lose(e);
        }
    }

    /** The question that checks may take a permit that nobody uses: rather too few than too many. */
    private boolean isBack(Callable<Duration> question) {
        Future<Duration> running = check;
        if (running == null) {
            if (nanos.getAsLong() - checkAt >= 0) {
                check = callers.submit(question);
            }
            return false;
        }
        if (!running.isDone()) {
            return false;
        }
        check = null;
        checkAt = nanos.getAsLong() + PAUSE.toNanos();
        try {
            running.get();
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        lost = null;
        LOGGER.log(Level.INFO, "The shared rate limits can be reached again");
        return true;
    }

    private SharedLimitsLostException lose(Throwable cause) {
        lost = cause;
        checkAt = nanos.getAsLong() + PAUSE.toNanos();
        if (warnedAt == null || nanos.getAsLong() - warnedAt >= BETWEEN_WARNINGS.toNanos()) {
            warnedAt = nanos.getAsLong();
            LOGGER.log(
                    Level.WARNING,
                    "The shared rate limits cannot be reached ("
                            + cause.getClass().getSimpleName() + "); " + consequence);
        }
        return new SharedLimitsLostException(cause);
    }
}
