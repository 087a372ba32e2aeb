package dev.openvenue.trap.model;

/**
 * The venue's nested part.
 *
 * @param id the venue's {@code id}
 */
public record NestedPart(
        String id) {}
