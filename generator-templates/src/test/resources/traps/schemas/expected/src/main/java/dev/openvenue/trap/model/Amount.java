package dev.openvenue.trap.model;

import java.math.BigDecimal;

/**
 * The venue's amount.
 *
 * @param free the venue's {@code free}
 * @param locked the venue's {@code locked}
 */
public record Amount(
        BigDecimal free,
        BigDecimal locked) {}
