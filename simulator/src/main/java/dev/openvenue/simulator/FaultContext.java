package dev.openvenue.simulator;

import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One request, as a {@link Fault} handles it. */
interface FaultContext {
    /** Lets the venue execute the request; may be called more than once. */
    default SimulatedResponse execute() {
        return execute(order -> true);
    }

    /** Lets a venue execute the request that claims not to know some orders. */
    SimulatedResponse execute(Predicate<SimulatedOrder> known);

    /** Lets the venue execute the request once its clock has advanced by this much; the response is discarded. */
    void executeLater(Duration delay);

    /** The venue's own document for a rejection; nothing is executed. */
    SimulatedResponse reject(String code, String message);

    /** The venue's own document for an exceeded rate limit; nothing is executed. */
    SimulatedResponse rateLimited(@Nullable Duration retryAfter);

    /** Waits in real time, or until the simulator is closed. */
    void pause(Duration duration) throws InterruptedException;
}
