package dev.openvenue.trap.model;

import org.jspecify.annotations.Nullable;

/**
 * The venue's cancel row.
 *
 * @param orderId the venue's {@code orderId}
 * @param clientOid the venue's {@code clientOid}
 * @param errorCode the venue's {@code errorCode}
 * @param status the venue's {@code status}
 * @param side the venue's {@code side}
 * @param size the venue's {@code size}
 * @param done the venue's {@code done}
 */
public record CancelRow(
        @Nullable String orderId,
        @Nullable String clientOid,
        @Nullable String errorCode,
        @Nullable String status,
        @Nullable String side,
        @Nullable String size,
        @Nullable String done) {}
