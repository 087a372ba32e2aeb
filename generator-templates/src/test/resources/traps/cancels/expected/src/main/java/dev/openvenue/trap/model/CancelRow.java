package dev.openvenue.trap.model;

/**
 * The venue's cancel row.
 *
 * @param orderId the venue's {@code orderId}
 * @param clientOid the venue's {@code clientOid}
 * @param errorCode the venue's {@code errorCode}
 * @param status the venue's {@code status}
 */
public record CancelRow(
        String orderId,
        String clientOid,
        String errorCode,
        String status) {}
