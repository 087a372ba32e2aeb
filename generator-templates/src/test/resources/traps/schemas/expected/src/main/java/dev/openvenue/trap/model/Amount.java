package dev.openvenue.trap.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The venue's amount.
 *
 * @param free the venue's {@code free}
 * @param locked the venue's {@code locked}
 */
public record Amount(@Nullable BigDecimal free, @Nullable BigDecimal locked) {}
