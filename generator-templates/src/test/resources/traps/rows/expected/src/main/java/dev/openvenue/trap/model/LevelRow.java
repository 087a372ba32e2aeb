package dev.openvenue.trap.model;

import java.math.BigDecimal;

/**
 * The venue's level row.
 *
 * @param price The price
 * @param size The size
 */
public record LevelRow(
        BigDecimal price,
        BigDecimal size) {}
