package dev.openvenue.trapv2.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The venue's order page.
 *
 * @param hasNext Whether there are more
 * @param items The rows
 */
public record OrderPage(@Nullable Boolean hasNext, @Nullable List<OpenOrder> items) {}
