package dev.openvenue.simulator;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One request in the hands of a {@link Fault}. */
interface Attempt {
    /** Lets the venue do what it would have done; may be called more than once. */
    Answer execute();

    /** The venue's own document for a refusal; nothing is executed. */
    Answer refuse(String code, String message);

    /** The venue's own document for too many requests; nothing is executed. */
    Answer rateLimited(@Nullable Duration retryAfter);

    /** Waits in real time, or until the simulator is closed. */
    void pause(Duration duration) throws InterruptedException;
}
