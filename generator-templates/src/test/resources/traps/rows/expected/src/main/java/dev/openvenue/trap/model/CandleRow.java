package dev.openvenue.trap.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

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
        Instant openTime,
        BigDecimal open,
        Long trades,
        List<LevelRow> levels,
        RowSide side) {}
