package dev.openvenue.trap.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The venue's whole response.
 *
 * @param code the venue's {@code code}
 * @param rows the venue's {@code rows}
 */
public record WholeResponse(@Nullable String code, @Nullable List<String> rows) {}
