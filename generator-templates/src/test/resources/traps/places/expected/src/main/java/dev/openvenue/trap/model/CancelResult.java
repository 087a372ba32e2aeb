package dev.openvenue.trap.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The venue's cancel result.
 *
 * @param ok the venue's {@code ok}
 * @param failed the venue's {@code failed}
 */
public record CancelResult(
        @Nullable List<OrderRow> ok, @Nullable List<OrderRow> failed) {}
