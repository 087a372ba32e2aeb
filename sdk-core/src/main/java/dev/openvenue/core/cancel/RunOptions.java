package dev.openvenue.core.cancel;

import dev.openvenue.core.engine.RunBounds;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The options of a run.
 *
 * @param fits whether the timeout may be extended to what the orders need, because nobody gave one
 */
record RunOptions(
        Duration timeout,
        boolean fits,
        boolean verify,
        int parallelism,
        Map<String, Object> arguments,
        Consumer<? super CancelProgress> listener) {
    /** How many times the time that the rate limits need a timeout that fits allows, for retries and other calls. */
    private static final int TIMES_NEEDED = 2;

    static final RunOptions DEFAULT = new RunOptions(Duration.ofSeconds(30), true, true, 4, Map.of(), progress -> {});

    RunOptions {
        timeout = RunBounds.timeout(timeout);
        parallelism = RunBounds.parallelism(parallelism);
        arguments = Map.copyOf(arguments);
    }

    /**
     * How long an order, or every order of a symbol, must not be found before it counts as gone. A timeout that is too
     * short for it proves no absence.
     */
    Duration absence() {
        return RunBounds.lag(timeout);
    }

    RunOptions withTimeout(Duration other) {
        return new RunOptions(other, false, verify, parallelism, arguments, listener);
    }

    /** Extends the timeout, which nobody gave, if the rate limits need so much time that it may not suffice. */
    RunOptions fitting(Duration needed) {
        Duration fit = needed.multipliedBy(TIMES_NEEDED);
        return fit.compareTo(timeout) > 0 ? new RunOptions(fit, true, verify, parallelism, arguments, listener) : this;
    }

    RunOptions withVerify(boolean other) {
        return new RunOptions(timeout, fits, other, parallelism, arguments, listener);
    }

    RunOptions withParallelism(int other) {
        return new RunOptions(timeout, fits, verify, other, arguments, listener);
    }

    RunOptions withArguments(Map<String, ?> others) {
        return new RunOptions(timeout, fits, verify, parallelism, Map.copyOf(others), listener);
    }

    RunOptions withListener(Consumer<? super CancelProgress> other) {
        return new RunOptions(timeout, fits, verify, parallelism, arguments, Objects.requireNonNull(other, "listener"));
    }
}
