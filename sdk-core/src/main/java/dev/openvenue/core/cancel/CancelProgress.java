package dev.openvenue.core.cancel;

/**
 * How far a run has come.
 *
 * @param inputs how many orders were taken in so far
 * @param settled how many of them have their outcome
 * @param calls how many calls were made
 */
public record CancelProgress(long inputs, long settled, long calls) {}
