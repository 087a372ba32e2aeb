package dev.openvenue.trap.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Parts that become one record.
 *
 * @param free Replaces the first part's
 * @param locked the venue's {@code locked}
 * @param coin The coin
 * @param deep From the second level
 */
public record Flat(
        @Nullable String free,
        @Nullable BigDecimal locked,
        @Nullable String coin,
        @Nullable String deep) {}
