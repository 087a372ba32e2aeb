/**
 * Batch place: places any number of orders and accounts for every one, without ever placing one twice.
 * {@link dev.openvenue.core.place.BatchPlace} is the entry point; the client of a venue that has a batch place returns
 * one from {@code batchPlace()}, and {@link dev.openvenue.core.place.BatchPlace#of} accepts any client. The differences
 * between venues are data, a {@link dev.openvenue.core.codegen.BatchPlaceDescription}.
 */
@NullMarked
package dev.openvenue.core.place;

import org.jspecify.annotations.NullMarked;
