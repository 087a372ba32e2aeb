package dev.openvenue.benchmarks;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A candle of HTX's as somebody would write it down for a decoder that works by reflection. */
public record PlainCandle(
        long id,
        @Nullable BigDecimal open,
        @Nullable BigDecimal close,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        @Nullable BigDecimal amount,
        @Nullable BigDecimal vol,
        long count) {}
