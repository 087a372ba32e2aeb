package dev.openvenue.simulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request that arrived. It holds neither query nor headers, because these carry keys and signatures.
 *
 * @param operationId the operation's id in the venue's spec; null if the venue knows no such path
 * @param at when it arrived, by the simulator's clock
 * @param accepted whether the venue carried it out before it was answered
 */
public record ReceivedRequest(
        String method, String path, @Nullable String operationId, Instant at, boolean accepted) {}
