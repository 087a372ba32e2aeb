package dev.openvenue.core.cancel;

import dev.openvenue.core.Operations;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A call that was planned but not made; {@link Operations} turns it into a request.
 *
 * @param operation the operation's id
 * @param arguments its arguments by their names on the wire
 */
public record PlannedCall(String operation, Map<String, Object> arguments) {
    /** Makes a defensive copy of the arguments, in their order. */
    public PlannedCall {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }
}
