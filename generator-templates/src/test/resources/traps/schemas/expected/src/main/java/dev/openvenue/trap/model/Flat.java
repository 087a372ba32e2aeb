package dev.openvenue.trap.model;

import java.math.BigDecimal;

/**
 * Parts that become one record.
 *
 * @param free Replaces the first part's
 * @param locked the venue's {@code locked}
 * @param coin The coin
 * @param deep From the second level
 */
public record Flat(
        String free,
        BigDecimal locked,
        String coin,
        String deep) {}
