package dev.openvenue.trap.model;

import java.math.BigDecimal;

/**
 * A price.
 *
 * @param last Last price
 */
public record Tick(
        BigDecimal last) {}
