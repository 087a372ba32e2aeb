package dev.openvenue.trap.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the history
 *
 * @param more Whether there are more pages
 * @param list The rows
 */
public record History(@Nullable Boolean more, @Nullable List<HistoryRow> list) {}
