package dev.openvenue.trap.model;

import org.jspecify.annotations.Nullable;

/**
 * The venue's nested part.
 *
 * @param id the venue's {@code id}
 */
public record NestedPart(@Nullable String id) {}
