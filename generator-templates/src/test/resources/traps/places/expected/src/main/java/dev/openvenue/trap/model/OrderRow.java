package dev.openvenue.trap.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The venue's order row.
 *
 * @param orderId the venue's {@code orderId}
 * @param clientOid the venue's {@code clientOid}
 * @param errorCode the venue's {@code errorCode}
 * @param refused the venue's {@code refused}
 * @param made the venue's {@code made}
 */
public record OrderRow(
        @Nullable String orderId,
        @Nullable String clientOid,
        @Nullable String errorCode,
        @Nullable Boolean refused,
        @Nullable Instant made) {}
