package dev.openvenue.core.cancel;

import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One order by name: the venue's id for it or the client's, and the symbol where the venue wants one. Exactly one of
 * the two ids is given; ids are text even where the wire holds numbers.
 *
 * @param symbol the symbol as the venue spells it; null where the venue finds orders without
 * @param orderId the venue's id
 * @param clientOrderId the id that the client chose
 */
public record OrderRef(
        @Nullable String symbol,
        @Nullable String orderId,
        @Nullable String clientOrderId) {
    /** Rejects a name that names nothing, or two things, or has blanks around it. */
    public OrderRef {
        if ((orderId == null) == (clientOrderId == null)) {
            throw new IllegalArgumentException(
                    "An order is named by its order id or by its client order id: give exactly one");
        }
        requireText(symbol, "The symbol", "leave it out if the venue needs none");
        requireText(orderId, "The order id", "an order without an id cannot be cancelled");
        requireText(clientOrderId, "The client order id", "an order without an id cannot be cancelled");
    }

    /** An order by the venue's id. */
    public static OrderRef byOrderId(String symbol, String orderId) {
        return new OrderRef(Objects.requireNonNull(symbol, "symbol"), Objects.requireNonNull(orderId, "orderId"), null);
    }

    /** An order by the venue's id, at a venue that needs no symbol. */
    public static OrderRef byOrderId(String orderId) {
        return new OrderRef(null, Objects.requireNonNull(orderId, "orderId"), null);
    }

    /**
     * An order by the client's id. Where a venue lets client ids repeat (HTX), it stands for every open order of that
     * id: each is cancelled, and the outcome is closed only if the list of open orders holds none of them any more.
     */
    public static OrderRef byClientOrderId(String symbol, String clientOrderId) {
        return new OrderRef(
                Objects.requireNonNull(symbol, "symbol"), null, Objects.requireNonNull(clientOrderId, "clientOrderId"));
    }

    /** An order by the client's id, at a venue that needs no symbol. */
    public static OrderRef byClientOrderId(String clientOrderId) {
        return new OrderRef(null, null, Objects.requireNonNull(clientOrderId, "clientOrderId"));
    }

    /** Which kind of id names the order. */
    public IdKind kind() {
        return orderId != null ? IdKind.ORDER_ID : IdKind.CLIENT_ORDER_ID;
    }

    /** The id that names the order. */
    public String id() {
        return orderId != null ? orderId : Objects.requireNonNull(clientOrderId);
    }

    /** {@code BTCUSDT order 42}, for messages. */
    @Override
    public String toString() {
        return (symbol == null ? "" : symbol + " ") + (orderId != null ? "order " : "client order ") + id();
    }

    private static void requireText(@Nullable String value, String what, String advice) {
        if (value != null && value.isBlank()) {
            throw new IllegalArgumentException(what + " is blank; " + advice);
        }
        if (value != null && !value.equals(value.strip())) {
            throw new IllegalArgumentException(what + " \"" + value
                    + "\" begins or ends with blanks, with which no venue's response agrees; strip it");
        }
    }
}
