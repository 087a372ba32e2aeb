package dev.openvenue.core.cancel;

import dev.openvenue.core.VenueException;
import org.jspecify.annotations.Nullable;

/**
 * What became of a symbol's open orders.
 *
 * @param orders the outcomes of all orders that were found open, in the order in which they were found
 * @param empty whether the last listing, read to its end, showed no open order
 * @param cause why the open orders could not be listed to the end; null if they could
 */
public record CancelAllReport(
        CancelReport orders, boolean empty, @Nullable VenueException cause) {}
