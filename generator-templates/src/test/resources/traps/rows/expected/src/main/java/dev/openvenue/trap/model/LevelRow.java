package dev.openvenue.trap.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The venue's level row.
 *
 * @param price The price
 * @param size The size
 */
public record LevelRow(@Nullable BigDecimal price, @Nullable BigDecimal size) {}
