package dev.openvenue.trap.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Levels of both sides.
 *
 * @param asks Cheapest first
 * @param bySymbol the venue's {@code bySymbol}
 * @param matrix the venue's {@code matrix}
 */
public record Book(
        @Nullable List<LevelRow> asks,
        @Nullable Map<String, List<LevelRow>> bySymbol,
        @Nullable List<List<BigDecimal>> matrix) {}
