package dev.openvenue.core.cancel;

import dev.openvenue.core.error.VenueException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of a symbol's open orders, that is, of those that the venue lists as open. Other kinds, such as trigger
 * orders that wait for their price, are neither listed nor cancelled; {@code notListed} names them.
 *
 * @param symbol the symbol, as it was given
 * @param orders the outcomes of all orders that were found open, in the order in which they were found
 * @param noneOpen whether the venue finally showed no open orders of the symbol: in several complete listings over some
 *     seconds, and whether it knows the symbol
 * @param notListed the kinds of orders, in words, that the listing does not cover at this venue; they may be open
 * @param cause why the open orders could not be listed completely; null if they could
 */
public record CancelAllReport(
        String symbol,
        CancelReport orders,
        boolean noneOpen,
        List<String> notListed,
        @Nullable VenueException cause) {
    /** Makes a defensive copy. */
    public CancelAllReport {
        notListed = List.copyOf(notListed);
    }

    /** A human-readable sentence, which claims no more than was seen. */
    public String message() {
        int listed = orders.outcomes().size();
        String found = listed == 1 ? "1 open order was listed for " : listed + " open orders were listed for ";
        if (!noneOpen) {
            return found + symbol + ", and orders may still be open: "
                    + (cause == null ? "the venue declines to cancel some" : cause.getMessage());
        }
        return found + symbol + (listed == 0 ? "; check the symbol" : ", and none is listed any more");
    }
}
