package dev.openvenue.core;

import dev.openvenue.core.error.VenueException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The time in signed requests: this machine's clock, corrected by the measured clock skew. The skew is measured on
 * request, and by the client itself when the venue rejects a signature's timestamp. Thread-safe; concurrent requests
 * share one measurement.
 */
public final class VenueClock {
    /** How long a measurement is reused before another one is made. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final InstantSource source;
    private final Function<Duration, Sample> measurement;
    private final Duration deadline;
    private final AtomicReference<@Nullable CompletableFuture<Duration>> running = new AtomicReference<>();
    private volatile @Nullable Sample sample;
    private volatile Instant sampledAt = Instant.MIN;

    /**
     * One measurement.
     *
     * @param offset how far the venue's clock is ahead of this machine's
     * @param error the maximum error: half of the round trip
     */
    record Sample(Duration offset, Duration error) {
        /** Whether this sample should replace the other: it is more precise, or the clocks have moved. */
        boolean corrects(Sample other) {
            return error.compareTo(other.error) <= 0
                    || offset.minus(other.offset).abs().compareTo(error.plus(other.error)) > 0;
        }
    }

    VenueClock(InstantSource source, Function<Duration, Sample> measurement, Duration deadline) {
        this.source = source;
        this.measurement = measurement;
        this.deadline = deadline;
    }

    /** The venue's current time, as far as known. */
    public Instant now() {
        return source.instant().plus(offset());
    }

    /** How far the venue's clock is ahead of this machine's; negative if behind, zero until measured. */
    public Duration offset() {
        Sample known = sample;
        return known == null ? Duration.ZERO : known.offset();
    }

    /**
     * Measures the offset with a few calls of the venue's time operation, by the midpoint of the fastest round trip. An
     * earlier, more precise measurement is kept, unless the clocks have moved since.
     *
     * @return the offset in effect
     * @throws VenueException if the venue did not respond; the old offset is kept
     * @throws UnsupportedOperationException if the venue has no operation that returns its time
     */
    public Duration synchronize() {
        return synchronize(deadline);
    }

    Duration synchronize(Duration within) {
        CompletableFuture<Duration> own = new CompletableFuture<>();
        CompletableFuture<Duration> other = running.compareAndExchange(null, own);
        if (other != null) {
            return await(other, within);
        }
        try {
            own.complete(measure(within));
            return offset();
        } catch (RuntimeException e) {
            own.completeExceptionally(e);
            throw e;
        } finally {
            running.set(null);
            own.cancel(false);
        }
    }

    /** The venue's current time, measured anew unless a recent measurement exists. */
    Instant measured(Duration within) {
        if (!isFresh()) {
            synchronize(within);
        }
        return now();
    }

    /**
     * Returns the offset after the venue rejected a timestamp that used the given one; measured anew unless another
     * thread did so meanwhile.
     */
    Duration correct(Duration rejected, Duration within) {
        return isFresh() || !offset().equals(rejected) ? offset() : synchronize(within);
    }

    private Duration measure(Duration within) {
        Sample known = sample;
        Sample taken = measurement.apply(within);
        if (known == null || taken.corrects(known)) {
            sample = taken;
        }
        sampledAt = source.instant();
        return offset();
    }

    /** Uses this machine's clock, which may have been set meanwhile. */
    private boolean isFresh() {
        Instant at = sampledAt;
        return sample != null && Duration.between(at, source.instant()).abs().compareTo(FRESH) < 0;
    }

    private static Duration await(CompletableFuture<Duration> measurement, Duration within) {
        try {
            return measurement.get(Math.max(1, within.toNanos()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the venue's time could not be measured", e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("the venue's time was not measured before the deadline", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the venue's time was measured", e);
        }
    }
}
