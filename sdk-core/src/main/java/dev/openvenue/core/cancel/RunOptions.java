package dev.openvenue.core.cancel;

import dev.openvenue.core.engine.RunBounds;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** The options of a run. */
record RunOptions(
        Duration timeout,
        boolean verify,
        int parallelism,
        Map<String, Object> arguments,
        Consumer<? super CancelProgress> listener) {
    static final RunOptions DEFAULT = new RunOptions(Duration.ofSeconds(30), true, 4, Map.of(), progress -> {});

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
        return new RunOptions(other, verify, parallelism, arguments, listener);
    }

    RunOptions withVerify(boolean other) {
        return new RunOptions(timeout, other, parallelism, arguments, listener);
    }

    RunOptions withParallelism(int other) {
        return new RunOptions(timeout, verify, other, arguments, listener);
    }

    RunOptions withArguments(Map<String, ?> others) {
        return new RunOptions(timeout, verify, parallelism, Map.copyOf(others), listener);
    }

    RunOptions withListener(Consumer<? super CancelProgress> other) {
        return new RunOptions(timeout, verify, parallelism, arguments, Objects.requireNonNull(other, "listener"));
    }
}
