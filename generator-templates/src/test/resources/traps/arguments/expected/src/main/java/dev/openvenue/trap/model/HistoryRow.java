package dev.openvenue.trap.model;

import org.jspecify.annotations.Nullable;

/**
 * A row of the history
 *
 * @param id The id
 */
public record HistoryRow(@Nullable String id) {}
