package dev.openvenue.trap.model;

import java.util.List;

/**
 * The venue's cancel result.
 *
 * @param ok the venue's {@code ok}
 * @param failed the venue's {@code failed}
 */
public record CancelResult(
        List<CancelRow> ok,
        List<CancelRow> failed) {}
