package dev.openvenue.trap.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Levels of both sides.
 *
 * @param asks Cheapest first
 * @param bySymbol the venue's {@code bySymbol}
 * @param matrix the venue's {@code matrix}
 */
public record Book(
        List<LevelRow> asks,
        Map<String, List<LevelRow>> bySymbol,
        List<List<BigDecimal>> matrix) {}
