package dev.openvenue.core.codegen;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A venue's batch cancel as data; generated from its spec's {@code x-batch-cancel}, whose vocabulary page explains
 * every entry. Arguments are named as on the wire; {@code .} is the payload itself.
 *
 * @param operation the operation that cancels orders
 * @param cap the largest number of ids in one call; 0 if the venue states none
 * @param symbol the argument that takes the symbol; null if one call takes ids of any symbols
 * @param categories the categories in which one symbol can occur; null if a symbol is unique at the venue
 * @param arguments what every call sends in addition to the ids
 * @param ids the arguments that take the ids, by kind
 * @param response the shape of the response
 * @param lookups how an order is looked up by its id, at most one operation for each kind of id; empty if the venue
 *     offers none
 * @param open how open orders are listed; null if the venue offers no such list
 * @param history how closed orders are listed, the newest first; null if the venue offers no such list
 * @param states the venue's order states, sorted
 * @param sides the venue's words for buying and selling
 * @param clientIdsRepeat whether several orders may have the same client id, so that a call with it reaches only one of
 *     them
 * @param coverage the orders that {@code open} does not list, and how to reach them
 */
public record BatchCancelDescription(
        String operation,
        int cap,
        @Nullable String symbol,
        @Nullable Categories categories,
        Map<String, Object> arguments,
        Map<IdKind, IdArgument> ids,
        Response response,
        List<Query> lookups,
        @Nullable Query open,
        @Nullable Query history,
        States states,
        Sides sides,
        boolean clientIdsRepeat,
        Coverage coverage) {
    /** The kinds of ids that can identify an order. */
    public enum IdKind {
        /** The venue's own id. */
        ORDER_ID,
        /** The id that the client chose. */
        CLIENT_ORDER_ID
    }

    /** How the venue accounts for the ids of one call. */
    public enum Shape {
        /** One row for each id. */
        PER_ITEM,
        /** A list of successes and a list of failures. */
        PARTITIONED,
        /** One verdict for the whole call; the venue cancels one order after another until one fails. */
        STOPS_AT_FIRST_FAILURE,
        /** Nothing of any order: the response says only that the call was taken. */
        ACKNOWLEDGED,
        /** One order for each call; a row code may state its verdict, else that of the whole call does. */
        SINGLE
    }

    /**
     * The argument that takes ids of one kind.
     *
     * @param list the list argument, {@code .} if the body itself is the list; with {@link Shape#SINGLE} the argument
     *     that takes the id itself
     * @param field the field of each element; null if the elements are the ids
     * @param symbol the field of each element that takes the symbol; null if it has none
     * @param category the field of each element that takes the category; null if it has none
     * @param arguments what each element has in addition
     */
    public record IdArgument(
            String list,
            @Nullable String field,
            @Nullable String symbol,
            @Nullable String category,
            Map<String, Object> arguments) {
        /** Makes a defensive copy. */
        public IdArgument {
            arguments = Map.copyOf(arguments);
        }

        /** An element that has nothing but the id. */
        public IdArgument(String list, @Nullable String field) {
            this(list, field, null, null, Map.of());
        }
    }

    /**
     * The categories in which one symbol can occur, such as spot and futures.
     *
     * @param standard the category of an order that names none
     * @param values all of them, in the venue's order
     * @param argument the argument that takes the category; null if the elements of the list do, or nothing does
     */
    public record Categories(
            String standard, List<String> values, @Nullable String argument) {
        /** Makes a defensive copy. */
        public Categories {
            values = List.copyOf(values);
        }
    }

    /**
     * The shape of the response to a cancel.
     *
     * @param shape how the ids are accounted for
     * @param rows where the rows are ({@link Shape#PER_ITEM})
     * @param success where the successes are ({@link Shape#PARTITIONED})
     * @param failure where the failures are ({@link Shape#PARTITIONED})
     * @param orderId the row's order id
     * @param clientOrderId the row's client order id
     * @param code the row's code
     * @param message the row's message
     * @param cancelled the row codes that mean success; empty text is that of a row without a code
     */
    public record Response(
            Shape shape,
            @Nullable String rows,
            @Nullable String success,
            @Nullable String failure,
            @Nullable String orderId,
            @Nullable String clientOrderId,
            @Nullable String code,
            @Nullable String message,
            Set<String> cancelled) {
        /** Starts the description of a response that accounts for the ids in the given way. */
        public static ResponseBuilder builder(Shape shape) {
            return new ResponseBuilder(shape);
        }
    }

    /**
     * An operation that returns the state of orders.
     *
     * @param operation the operation
     * @param symbol the argument that takes the symbol; null if it needs none
     * @param category the argument that takes the category; null if it needs none
     * @param arguments arguments that every call sends
     * @param ids the arguments that take an id, by kind; empty for a listing
     * @param many whether an id argument is a list
     * @param cap the largest number of ids in one call if {@code many}; 0 if the venue states none
     * @param rows where the orders are
     * @param orderId the order's id
     * @param clientOrderId the order's client id; null if it has none
     * @param status the field with the order's state; null if every row is open
     * @param accepts the caller's arguments that a call may send; any other could filter orders out of the response
     * @param fields where a row states quantities and prices
     */
    public record Query(
            String operation,
            @Nullable String symbol,
            @Nullable String category,
            Map<String, Object> arguments,
            Map<IdKind, String> ids,
            boolean many,
            int cap,
            String rows,
            String orderId,
            @Nullable String clientOrderId,
            @Nullable String status,
            Set<String> accepts,
            OrderFields fields) {
        /** Starts a query with this operation. */
        public static QueryBuilder builder(String operation) {
            return new QueryBuilder(operation);
        }
    }

    /**
     * The fields of an order's row that state its quantities and prices; null for what the row does not tell.
     *
     * @param symbol the symbol
     * @param category the category
     * @param side the side, or a type that contains it; {@link Sides} reads it
     * @param price the limit price
     * @param quantity the ordered quantity, in the base currency
     * @param filled the filled quantity
     * @param filledValue the value of all fills, in the quote currency
     * @param averagePrice the average price of all fills
     * @param closedAt when a cancelled order was cancelled, in epoch milliseconds
     */
    public record OrderFields(
            @Nullable String symbol,
            @Nullable String category,
            @Nullable String side,
            @Nullable String price,
            @Nullable String quantity,
            @Nullable String filled,
            @Nullable String filledValue,
            @Nullable String averagePrice,
            @Nullable String closedAt) {
        /** A row that tells nothing of this. */
        public static final OrderFields NONE = new OrderFields(null, null, null, null, null, null, null, null);

        /** The fields of a row that does not tell when its order was cancelled. */
        public OrderFields(
                @Nullable String symbol,
                @Nullable String category,
                @Nullable String side,
                @Nullable String price,
                @Nullable String quantity,
                @Nullable String filled,
                @Nullable String filledValue,
                @Nullable String averagePrice) {
            this(symbol, category, side, price, quantity, filled, filledValue, averagePrice, null);
        }

        /** The same fields with the one that tells when a cancelled order was cancelled. */
        public OrderFields closedAt(String field) {
            return new OrderFields(symbol, category, side, price, quantity, filled, filledValue, averagePrice, field);
        }
    }

    /**
     * The words for the two sides, as on the wire.
     *
     * @param buy words for buying
     * @param sell words for selling
     */
    public record Sides(Set<String> buy, Set<String> sell) {
        /** No words are known. */
        public static final Sides NONE = new Sides(Set.of(), Set.of());
    }

    /**
     * The order states, as on the wire.
     *
     * @param open still working
     * @param cancelled cancelled, entirely or after partial fills
     * @param filled filled
     */
    public record States(Set<String> open, Set<String> cancelled, Set<String> filled) {
        /** No states are known. */
        public static final States NONE = new States(Set.of(), Set.of(), Set.of());
    }

    /**
     * What it takes to cancel everything at the venue.
     *
     * @param kinds the kinds of orders that {@code open} does not list and that other operations list and cancel
     * @param symbols how the venue lists its symbols; null if it does not
     * @param notListed the kinds of orders that no operation lists, in words
     */
    public record Coverage(List<OrderKind> kinds, @Nullable SymbolList symbols, List<String> notListed) {
        /** The orders that {@code open} lists, and no more. */
        public static final Coverage NONE = new Coverage(List.of(), null, List.of());

        /** Makes defensive copies. */
        public Coverage {
            kinds = List.copyOf(kinds);
            notListed = List.copyOf(notListed);
        }
    }

    /**
     * A kind of orders with operations of its own.
     *
     * @param name its name in words, in the plural
     * @param cancel how such orders are cancelled and listed; {@code open} is present
     */
    public record OrderKind(String name, BatchCancelDescription cancel) {}

    /**
     * The operation that lists the venue's symbols.
     *
     * @param operation the operation
     * @param rows where the symbols are
     * @param symbol the field with the symbol; null if the symbols are the names of the members
     * @param category the argument that takes the category; null if one call lists the symbols of all
     */
    public record SymbolList(
            String operation,
            String rows,
            @Nullable String symbol,
            @Nullable String category) {}

    /** Starts a description with the operation that cancels orders. */
    public static BatchCancelBuilder builder(String operation) {
        return new BatchCancelBuilder(operation);
    }

    /** Makes defensive copies. */
    public BatchCancelDescription {
        arguments = Map.copyOf(arguments);
        ids = Map.copyOf(ids);
        lookups = List.copyOf(lookups);
    }

    /** The kinds of orders that {@code open} does not list, in words. */
    public List<String> notListed() {
        return Stream.concat(coverage.kinds().stream().map(OrderKind::name), coverage.notListed().stream())
                .toList();
    }

    /** How an order is looked up by an id of the given kind; empty if the venue offers no such lookup. */
    public Optional<Query> lookup(IdKind kind) {
        return lookups.stream().filter(query -> query.ids().containsKey(kind)).findFirst();
    }

    /** The same of one category only. */
    public BatchCancelDescription inCategory(String category) {
        return new BatchCancelDescription(
                operation,
                cap,
                symbol,
                categories == null ? null : new Categories(category, List.of(category), categories.argument()),
                arguments,
                ids,
                response,
                lookups,
                open,
                history,
                states,
                sides,
                clientIdsRepeat,
                new Coverage(
                        coverage.kinds().stream()
                                .map(kind ->
                                        new OrderKind(kind.name(), kind.cancel().inCategory(category)))
                                .toList(),
                        coverage.symbols(),
                        coverage.notListed()));
    }

    /** The category of an order that names this one, or none; null if the venue has no categories. */
    public @Nullable String categoryOf(@Nullable String named) {
        return named != null || categories == null ? named : categories.standard();
    }

    /** The categories of the venue; a single empty one if it has none. */
    public List<Optional<String>> categoryValues() {
        return categories == null
                ? List.of(Optional.empty())
                : categories.values().stream().map(Optional::of).toList();
    }

    /** The kinds of ids that the venue accepts. */
    public List<IdKind> kinds() {
        return ids.keySet().stream().sorted().toList();
    }
}
