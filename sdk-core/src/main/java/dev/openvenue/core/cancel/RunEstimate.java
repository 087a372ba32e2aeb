package dev.openvenue.core.cancel;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a run is expected to need.
 *
 * @param calls how many calls of each operation
 * @param time how long they take at least by the rate limits that the venue states, if nothing else uses them; the
 *     network's time comes on top
 */
public record RunEstimate(Map<String, Long> calls, Duration time) {
    /** Makes a defensive copy. */
    public RunEstimate {
        calls = Collections.unmodifiableMap(new LinkedHashMap<>(calls));
    }
}
