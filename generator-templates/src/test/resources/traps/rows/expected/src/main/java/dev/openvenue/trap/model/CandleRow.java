package dev.openvenue.trap.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A candle, by position.
 *
 * @param openTime Start of the candle
 * @param open First price
 * @param trades Number of trades
 * @param levels Levels inside the row
 * @param side the venue's {@code side}
 */
public record CandleRow(
        @Nullable Instant openTime,
        @Nullable BigDecimal open,
        @Nullable Long trades,
        @Nullable List<LevelRow> levels,
        @Nullable RowSide side) {}
