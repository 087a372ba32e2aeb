package dev.openvenue.core.codegen;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A venue's batch place as data; generated from its spec's {@code x-batch-place}, whose vocabulary page explains every
 * entry. Arguments and fields are named as on the wire; {@code .} is the payload, or the body, itself.
 *
 * @param operation the operation that places orders
 * @param list the argument that takes the orders
 * @param cap the largest number of orders in one call
 * @param symbol the argument that takes the symbol of all orders; null if each order names its own
 * @param arguments what every call sends in addition to the orders
 * @param item the fields of an order that the engine must know
 * @param allOrNothing whether a call that the venue rejects places none of its orders
 * @param response the shape of the response
 * @param lookup how an order is found by its client order id; null if the venue offers nothing
 */
public record BatchPlaceDescription(
        String operation,
        String list,
        int cap,
        @Nullable String symbol,
        Map<String, Object> arguments,
        Item item,
        boolean allOrNothing,
        Response response,
        @Nullable Lookup lookup) {
    /** The characters of the client order ids that the engine makes. */
    public enum Alphabet {
        /** {@code 0-9a-f}. */
        HEXADECIMAL,
        /** {@code 0-9}. */
        DECIMAL
    }

    /**
     * The fields of an order that the engine must know.
     *
     * @param symbol the symbol; null if orders have none
     * @param clientOrderId the client order id; null if orders have none
     * @param alphabet the characters of the ids that the engine makes
     * @param length how many characters they have
     * @param category the field that is the same in all orders of one call; null if a call may mix them
     */
    public record Item(
            @Nullable String symbol,
            @Nullable String clientOrderId,
            Alphabet alphabet,
            int length,
            @Nullable String category) {}

    /**
     * The shape of the response.
     *
     * @param rows where the rows are, one per order; null if the response is divided
     * @param success where the placed orders are, if the response is divided
     * @param failure where the rejected orders are, if the response is divided
     * @param orderId the row's order id
     * @param clientOrderId the row's client order id; null if it has none
     * @param code the row's code; null if it has none
     * @param message the row's message; null if it has none
     * @param echoes the fields by which a row without client order id repeats its order; empty with a client order id
     * @param placed the codes of an order that was placed; a row without code is one, too
     * @param rejected the flags each of which says that an order was rejected; empty where the code says so
     */
    public record Response(
            @Nullable String rows,
            @Nullable String success,
            @Nullable String failure,
            String orderId,
            @Nullable String clientOrderId,
            @Nullable String code,
            @Nullable String message,
            List<String> echoes,
            Set<String> placed,
            List<String> rejected) {
        /** Makes defensive copies. */
        public Response {
            echoes = List.copyOf(echoes);
            placed = Set.copyOf(placed);
            rejected = List.copyOf(rejected);
        }
    }

    /**
     * Which operation of the batch cancel finds an order by its client order id.
     *
     * @param open whether it is the list of open orders, which shows that an order exists, but never that it does not
     * @param created the field of a row that says when the order was created, as epoch milliseconds
     * @param absence when its silence proves that an order was not placed; null if never
     */
    public record Lookup(
            boolean open, String created, @Nullable Absence absence) {}

    /**
     * When a lookup that finds no order proves that there is none.
     *
     * @param after how long after the signed time the venue may still accept a request
     * @param only field values that an order must have; an order that may close at once could be missing for that
     */
    public record Absence(Duration after, Map<String, String> only) {
        /** Makes a defensive copy. */
        public Absence {
            only = Map.copyOf(only);
        }
    }

    /** Makes defensive copies. */
    public BatchPlaceDescription {
        arguments = Map.copyOf(arguments);
    }

    /** Starts a description with the operation, the argument that takes the orders, and how many it takes. */
    public static Builder builder(String operation, String list, int cap) {
        return new Builder(operation, list, cap);
    }

    /** Collects the components of a description; what is not set is absent. */
    public static final class Builder {
        private final String operation;
        private final String list;
        private final int cap;
        private final Map<String, Object> arguments = new LinkedHashMap<>();
        private Item item = new Item(null, null, Alphabet.HEXADECIMAL, 0, null);
        private @Nullable String symbol;
        private @Nullable Response response;
        private @Nullable Lookup lookup;
        private boolean allOrNothing;

        private Builder(String operation, String list, int cap) {
            this.operation = operation;
            this.list = list;
            this.cap = cap;
        }

        /** Sets the argument that takes the symbol of all orders. */
        public Builder symbol(String symbol) {
            this.symbol = symbol;
            return this;
        }

        /** Adds an argument that every call sends. */
        public Builder argument(String name, Object value) {
            arguments.put(name, value);
            return this;
        }

        /** Sets the fields of an order that the engine must know. */
        public Builder item(Item item) {
            this.item = item;
            return this;
        }

        /** Declares that a call that the venue rejects places none of its orders. */
        public Builder allOrNothing() {
            this.allOrNothing = true;
            return this;
        }

        /** Sets the shape of the response. */
        public Builder response(Response response) {
            this.response = response;
            return this;
        }

        /** Sets how an order is found by its client order id. */
        public Builder lookup(Lookup lookup) {
            this.lookup = lookup;
            return this;
        }

        /** Builds the description. */
        public BatchPlaceDescription build() {
            return new BatchPlaceDescription(
                    operation,
                    list,
                    cap,
                    symbol,
                    arguments,
                    item,
                    allOrNothing,
                    Objects.requireNonNull(response, "response"),
                    lookup);
        }
    }
}
