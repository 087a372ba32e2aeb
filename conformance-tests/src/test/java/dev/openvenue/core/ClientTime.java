package dev.openvenue.core;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Gives clients a time of a test's own: the deadline, the pauses between attempts and their chance, which users cannot
 * choose.
 */
public final class ClientTime {
    private ClientTime() {}

    /** Passes the time between two attempts. */
    public interface Pause {
        void pass(Duration pause) throws InterruptedIOException;
    }

    /** A client that does not pause between attempts. */
    public static <C extends VenueClient> VenueClientBuilder<C> withoutPauses(VenueClientBuilder<C> builder) {
        return builder.sleeper((pause, state) -> {});
    }

    /** A client whose time, pauses and chance are these. */
    public static <C extends VenueClient> VenueClientBuilder<C> of(
            VenueClientBuilder<C> builder, LongSupplier nanoTime, Pause pause, DoubleSupplier jitter) {
        return builder.nanoTime(nanoTime)
                .sleeper((duration, state) -> pause.pass(duration))
                .jitter(jitter);
    }
}
