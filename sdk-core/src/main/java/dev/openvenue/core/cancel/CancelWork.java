package dev.openvenue.core.cancel;

import dev.openvenue.core.cancel.BatchCancelDescription.IdKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call to make: what for, and for which orders.
 *
 * @param group what its orders have in common
 * @param tracks the orders, at least one
 */
record CancelWork(Group group, List<CancelTrack> tracks) {
    /** What a call is for; what stands first goes first, because an order that is still open costs money. */
    enum Purpose {
        /** Cancel. */
        CANCEL,
        /** Look orders up by their ids. */
        LOOKUP,
        /** List the open orders. */
        LIST
    }

    /**
     * What orders must have in common to share a call.
     *
     * @param purpose what for
     * @param symbol the symbol; null if the call needs none
     * @param kind which ids it names
     * @param cap how many orders it may name
     */
    record Group(Purpose purpose, @Nullable String symbol, IdKind kind, int cap) {}

    /** The ids that the call names. */
    List<String> ids() {
        return tracks.stream().map(track -> id(track, group.kind())).toList();
    }

    /** The id of an order, of one kind. */
    static String id(CancelTrack track, IdKind kind) {
        String orderId = track.orderId();
        return kind == IdKind.ORDER_ID && orderId != null
                ? orderId
                : track.ref().id();
    }
}
