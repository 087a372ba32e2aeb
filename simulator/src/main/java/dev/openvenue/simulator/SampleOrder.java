package dev.openvenue.simulator;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How to place one demo order, or several at once, through an SDK that invokes operations by id.
 *
 * @param operationId the operation's id in the venue's spec
 * @param arguments the arguments by wire name, a JSON body under {@code body}; what the signer supplies is omitted
 */
public record SampleOrder(String operationId, Map<String, Object> arguments) {
    /** Copies the arguments, keeping their order. */
    public SampleOrder {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }
}
