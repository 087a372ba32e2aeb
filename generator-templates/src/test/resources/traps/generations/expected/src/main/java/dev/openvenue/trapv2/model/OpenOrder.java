package dev.openvenue.trapv2.model;

import org.jspecify.annotations.Nullable;

/**
 * The venue's open order.
 *
 * @param orderId the venue's {@code orderId}
 * @param status the venue's {@code status}
 * @param symbol the venue's {@code symbol}
 * @param category the venue's {@code category}
 * @param code the venue's {@code code}
 */
public record OpenOrder(
        @Nullable String orderId,
        @Nullable String status,
        @Nullable String symbol,
        @Nullable String category,
        @Nullable String code) {}
