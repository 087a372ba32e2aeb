package dev.openvenue.trap.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A price.
 *
 * @param last Last price
 */
public record Tick(@Nullable BigDecimal last) {}
