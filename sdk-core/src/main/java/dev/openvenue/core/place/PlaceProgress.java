package dev.openvenue.core.place;

import org.jspecify.annotations.Nullable;

/**
 * The progress of a run.
 *
 * @param venue the venue's short name, such as {@code bitget}
 * @param inputs how many orders the run has
 * @param settled how many of them have an outcome
 * @param calls how many calls were made
 * @param warning before the first call: why the timeout cannot suffice; null if it may, and in all later events
 */
public record PlaceProgress(
        String venue,
        long inputs,
        long settled,
        long calls,
        @Nullable String warning) {}
