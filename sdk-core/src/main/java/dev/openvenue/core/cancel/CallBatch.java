package dev.openvenue.core.cancel;

import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call to make: its purpose, and its orders.
 *
 * @param group what its orders have in common
 * @param orders the orders, at least one
 */
record CallBatch(Group group, List<OrderCancelState> orders) {
    /** The purpose of a call, by descending priority, because an order that is still open costs money. */
    enum Purpose {
        /** Cancel. */
        CANCEL,
        /** Find out the state of many orders, in whatever way is cheapest for their number. */
        EVIDENCE,
        /** Look orders up by their ids. */
        LOOKUP,
        /** List the open orders. */
        LIST
    }

    /**
     * What orders must have in common to share a call.
     *
     * @param purpose the purpose of the call
     * @param symbol the symbol; null if the call needs none
     * @param category the category; null if the call needs none
     * @param kind the kind of ids that it uses
     * @param cap how many orders it may name
     */
    record Group(
            Purpose purpose,
            @Nullable String symbol,
            @Nullable String category,
            IdKind kind,
            int cap) {
        /** A group at a venue without categories. */
        Group(Purpose purpose, @Nullable String symbol, IdKind kind, int cap) {
            this(purpose, symbol, null, kind, cap);
        }
    }

    /**
     * An order as a cancel names it.
     *
     * @param id its id of the call's kind
     * @param symbol its symbol, for a call whose elements take one
     */
    record Named(String id, @Nullable String symbol) {}

    /** The ids that the call names. */
    List<String> ids() {
        return orders.stream().map(order -> id(order, group.kind())).toList();
    }

    /** The orders as the call names them. */
    List<Named> named() {
        return orders.stream()
                .map(order -> new Named(id(order, group.kind()), order.ref().symbol()))
                .toList();
    }

    /** The id of an order, of one kind. */
    static String id(OrderCancelState order, IdKind kind) {
        String orderId = order.orderId();
        return kind == IdKind.ORDER_ID && orderId != null
                ? orderId
                : order.ref().id();
    }
}
