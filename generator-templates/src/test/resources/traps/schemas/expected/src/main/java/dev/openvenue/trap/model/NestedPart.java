package dev.openvenue.trap.model;


/**
 *
 * @param id the venue's {@code id}
 */
public record NestedPart(
        String id) {}
