package dev.openvenue.trap.model;

import java.time.Instant;

/**
 * The venue's order found.
 *
 * @param clientOid the venue's {@code clientOid}
 * @param created the venue's {@code created}
 */
public record OrderFound(
        String clientOid,
        Instant created) {}
