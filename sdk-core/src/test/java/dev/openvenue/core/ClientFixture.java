package dev.openvenue.core;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Gives clients a time of a test's own: the deadline, the pauses between attempts and their randomness, which users
 * cannot choose. For tests of other modules (see the {@code test-jar} in the pom).
 */
public final class ClientFixture {
    private ClientFixture() {}

    /** Passes the time between two attempts. */
    public interface Pause {
        void pass(Duration pause) throws InterruptedIOException;
    }

    /** A client with the given time, pauses and randomness. */
    public static <C extends VenueClient> VenueClientBuilder<C> withTime(
            VenueClientBuilder<C> builder, LongSupplier nanoTime, Pause pause, DoubleSupplier jitter) {
        return builder.nanoTime(nanoTime)
                .sleeper((duration, state) -> pause.pass(duration))
                .jitter(jitter);
    }
}
