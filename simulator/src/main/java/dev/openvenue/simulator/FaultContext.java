package dev.openvenue.simulator;

import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One request in the hands of a {@link Fault}. */
interface FaultContext {
    /** Lets the venue do what it would have done; may be called more than once. */
    default SimulatedResponse execute() {
        return execute(order -> true);
    }

    /** The same with a venue that denies to know some orders. */
    SimulatedResponse execute(Predicate<SimulatedOrder> known);

    /** Lets the venue do it when its clock has moved on by this much, for nobody to hear. */
    void executeLater(Duration delay);

    /** The venue's own document for a rejection; nothing is executed. */
    SimulatedResponse reject(String code, String message);

    /** The venue's own document for too many requests; nothing is executed. */
    SimulatedResponse rateLimited(@Nullable Duration retryAfter);

    /** Waits in real time, or until the simulator is closed. */
    void pause(Duration duration) throws InterruptedException;
}
