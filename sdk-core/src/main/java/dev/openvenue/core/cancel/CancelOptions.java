package dev.openvenue.core.cancel;

import dev.openvenue.core.CallOptions;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** How a run goes about its work. */
record CancelOptions(
        Duration deadline,
        boolean verify,
        int parallelism,
        Map<String, Object> arguments,
        Consumer<? super CancelProgress> listener) {
    static final CancelOptions DEFAULT = new CancelOptions(Duration.ofSeconds(30), true, 4, Map.of(), progress -> {});

    CancelOptions {
        deadline = CallOptions.deadline(deadline).deadline().orElseThrow();
        if (parallelism < 1) {
            throw new IllegalArgumentException(
                    "parallelism is " + parallelism + "; at least one call must be allowed at a time");
        }
        arguments = Map.copyOf(arguments);
    }
}
