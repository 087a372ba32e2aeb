package dev.openvenue.core.cancel;

/**
 * The progress of a run.
 *
 * @param venue the venue's short name, such as {@code bitget}
 * @param inputs how many orders were read so far
 * @param settled how many of them have an outcome
 * @param calls how many calls were made
 */
public record CancelProgress(String venue, long inputs, long settled, long calls) {}
