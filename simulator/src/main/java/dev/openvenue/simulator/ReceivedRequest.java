package dev.openvenue.simulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request that arrived. It omits query and headers, because these contain keys and signatures.
 *
 * @param operationId the operation's id in the venue's spec; null if the path is unknown to the venue
 * @param at when it arrived, by the simulator's clock
 * @param accepted whether the venue executed it before the response was sent
 */
public record ReceivedRequest(
        String method, String path, @Nullable String operationId, Instant at, boolean accepted) {}
