package dev.openvenue.trap.model;

import java.math.BigDecimal;

/**
 *
 * @param price The price
 * @param size The size
 */
public record LevelRow(
        BigDecimal price,
        BigDecimal size) {}
