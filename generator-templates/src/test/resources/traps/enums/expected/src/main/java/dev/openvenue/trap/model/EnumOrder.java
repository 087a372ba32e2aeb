package dev.openvenue.trap.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The venue's enum order.
 *
 * @param side Which way
 * @param state The words of a venue that never cleans up.
 * @param direction the venue's {@code direction}
 * @param either Comes as text and as a number
 * @param history the venue's {@code history}
 * @param byDay the venue's {@code byDay}
 */
public record EnumOrder(
        @Nullable Side side,
        @Nullable State state,
        @Nullable Direction direction,
        @Nullable Either either,
        @Nullable List<Side> history,
        @Nullable Map<String, State> byDay) {}
