package dev.openvenue.simulator;

import java.math.BigDecimal;

/**
 * What an account has of a coin.
 *
 * @param coin the coin in the venue's spelling
 * @param total what it has; fills move nothing, so that no test runs out of money
 * @param locked what its open orders would pay of that
 */
public record SimulatedBalance(String coin, BigDecimal total, BigDecimal locked) {}
