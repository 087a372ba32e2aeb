package dev.openvenue.trap.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The venue's order found.
 *
 * @param clientOid the venue's {@code clientOid}
 * @param created the venue's {@code created}
 */
public record OrderFound(
        @Nullable String clientOid, @Nullable Instant created) {}
