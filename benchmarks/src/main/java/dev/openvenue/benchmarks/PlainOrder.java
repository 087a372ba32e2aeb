package dev.openvenue.benchmarks;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An order of Bitget's as somebody would write it down for a decoder that works by reflection; enums and times stay
 * text.
 */
public record PlainOrder(
        @Nullable String userId,
        @Nullable String symbol,
        @Nullable String orderId,
        @Nullable String clientOid,
        @Nullable BigDecimal priceAvg,
        @Nullable BigDecimal size,
        @Nullable String orderType,
        @Nullable String side,
        @Nullable String status,
        @Nullable BigDecimal basePrice,
        @Nullable BigDecimal baseVolume,
        @Nullable BigDecimal quoteVolume,
        @Nullable String enterPointSource,
        @Nullable String orderSource,
        @Nullable BigDecimal presetTakeProfitPrice,
        @Nullable BigDecimal executeTakeProfitPrice,
        @Nullable BigDecimal presetStopLossPrice,
        @Nullable BigDecimal executeStopLossPrice,
        @Nullable String cTime,
        @Nullable String uTime,
        @Nullable String tpslType,
        @Nullable BigDecimal triggerPrice) {}
