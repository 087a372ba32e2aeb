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
     * @param kind the kind of ids that it uses
     * @param cap how many orders it may name
     */
    record Group(Purpose purpose, @Nullable String symbol, IdKind kind, int cap) {}

    /** The ids that the call names. */
    List<String> ids() {
        return orders.stream().map(order -> id(order, group.kind())).toList();
    }

    /** The id of an order, of one kind. */
    static String id(OrderCancelState order, IdKind kind) {
        String orderId = order.orderId();
        return kind == IdKind.ORDER_ID && orderId != null
                ? orderId
                : order.ref().id();
    }
}
