package dev.openvenue.core.cancel;

import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Identifies an order: by the venue's id or the client's, and by the symbol where the venue requires it. Exactly one of
 * the two ids is given; ids are text even if they are numbers on the wire. Where one symbol exists in several
 * categories, such as spot and futures, the category belongs to the order's identity too.
 *
 * @param symbol the symbol as the venue spells it; null if the venue does not require it
 * @param orderId the venue's id
 * @param clientOrderId the id that the client chose
 * @param category the category as the venue spells it; null for the venue's default, or if it has none
 */
public record OrderRef(
        @Nullable String symbol,
        @Nullable String orderId,
        @Nullable String clientOrderId,
        @Nullable String category) {
    /** Validates that there is exactly one id, and that no component has blanks around it. */
    public OrderRef {
        if ((orderId == null) == (clientOrderId == null)) {
            throw new IllegalArgumentException(
                    "An order is named by its order id or by its client order id: give exactly one");
        }
        requireText(symbol, "The symbol", "leave it out if the venue needs none");
        requireText(orderId, "The order id", "an order without an id cannot be cancelled");
        requireText(clientOrderId, "The client order id", "an order without an id cannot be cancelled");
        requireText(category, "The category", "leave it out for the venue's default");
    }

    /** An order of the venue's default category, or at a venue without categories. */
    public OrderRef(@Nullable String symbol, @Nullable String orderId, @Nullable String clientOrderId) {
        this(symbol, orderId, clientOrderId, null);
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
     * An order by the client's id. If a venue permits duplicate client ids (HTX), it stands for every open order with
     * that id: each is cancelled, and the outcome is closed only if the list of open orders contains none of them any
     * more.
     */
    public static OrderRef byClientOrderId(String symbol, String clientOrderId) {
        return new OrderRef(
                Objects.requireNonNull(symbol, "symbol"), null, Objects.requireNonNull(clientOrderId, "clientOrderId"));
    }

    /** An order by the client's id, at a venue that needs no symbol. */
    public static OrderRef byClientOrderId(String clientOrderId) {
        return new OrderRef(null, null, Objects.requireNonNull(clientOrderId, "clientOrderId"));
    }

    /**
     * The same order in the given category, at a venue where one symbol exists in several (Bitget v3: {@code SPOT},
     * {@code USDT-FUTURES} and others).
     */
    public OrderRef inCategory(String category) {
        return new OrderRef(symbol, orderId, clientOrderId, Objects.requireNonNull(category, "category"));
    }

    /** The kind of the id. */
    public IdKind kind() {
        return orderId != null ? IdKind.ORDER_ID : IdKind.CLIENT_ORDER_ID;
    }

    /** The id. */
    public String id() {
        return orderId != null ? orderId : Objects.requireNonNull(clientOrderId);
    }

    /** {@code BTCUSDT order 42} or {@code USDT-FUTURES BTCUSDT order 42}, for messages. */
    @Override
    public String toString() {
        return (category == null ? "" : category + " ")
                + (symbol == null ? "" : symbol + " ")
                + (orderId != null ? "order " : "client order ")
                + id();
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
