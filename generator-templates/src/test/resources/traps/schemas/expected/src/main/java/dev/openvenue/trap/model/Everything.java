package dev.openvenue.trap.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One member of each kind.
 *
 * @param id An id, a bare number on the wire
 * @param text A text that may be null
 * @param price A decimal as text
 * @param size A decimal as a number
 * @param count A small number
 * @param volume A large number
 * @param at Milliseconds as a number
 * @param atText Milliseconds as text
 * @param since Seconds
 * @param open A flag
 * @param anything Whatever the venue sends
 * @param tags Texts
 * @param byCoin Amounts by coin
 * @param nested the venue's {@code nested}
 */
public record Everything(
        @Nullable String id,
        @Nullable String text,
        @Nullable BigDecimal price,
        @Nullable BigDecimal size,
        @Nullable Integer count,
        @Nullable Long volume,
        @Nullable Instant at,
        @Nullable Instant atText,
        @Nullable Instant since,
        @Nullable Boolean open,
        @Nullable Object anything,
        @Nullable List<String> tags,
        @Nullable Map<String, Amount> byCoin,
        @Nullable NestedPart nested) {}
