package dev.openvenue.core.cancel;

/**
 * How far a run has come.
 *
 * @param venue the venue's short name, such as {@code bitget}
 * @param inputs how many orders were taken in so far
 * @param settled how many of them have their outcome
 * @param calls how many calls were made
 */
public record CancelProgress(String venue, long inputs, long settled, long calls) {}
