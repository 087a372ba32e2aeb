package dev.openvenue.core.codegen;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a venue cancels orders in batches, as data; generated from its spec's {@code x-batch-cancel}, whose vocabulary
 * page explains every entry. Arguments are named as on the wire; {@code .} is the payload itself.
 *
 * @param operation the operation that cancels
 * @param cap the largest number of ids in one call; 0 if the venue states none
 * @param symbol the argument that takes the symbol; null if one call takes ids of any symbols
 * @param arguments what every call sends beside the ids
 * @param ids where ids go, by kind
 * @param answer what comes back
 * @param lookups how an order is found by its id, an operation for each kind of id at most; empty if the venue cannot
 * @param open how open orders are listed; null if the venue cannot
 * @param states the venue's order states, sorted
 * @param clientIdsRepeat whether several orders may have the same client id, so that a call by it reaches one of them
 *     only
 * @param notListed the kinds of orders that {@code open} does not list and that are therefore not cancelled with "all
 *     open", in words
 */
public record BatchCancelDescription(
        String operation,
        int cap,
        @Nullable String symbol,
        Map<String, Object> arguments,
        Map<IdKind, IdArgument> ids,
        Answer answer,
        List<Query> lookups,
        @Nullable Query open,
        States states,
        boolean clientIdsRepeat,
        List<String> notListed) {
    /** The kinds of ids that an order can be named by. */
    public enum IdKind {
        /** The venue's own. */
        ORDER_ID,
        /** The one that the client chose. */
        CLIENT_ORDER_ID
    }

    /** How the venue accounts for the ids of one call. */
    public enum Shape {
        /** A row for each id. */
        PER_ITEM,
        /** A list of successes and a list of failures. */
        PARTITIONED,
        /** One verdict for all; cancels one after another until one fails. */
        STOPS_AT_FIRST_FAILURE
    }

    /**
     * Where ids of one kind go.
     *
     * @param list the list argument
     * @param field the field of each element; null if the elements are the ids
     */
    public record IdArgument(String list, @Nullable String field) {}

    /**
     * What a cancel answers.
     *
     * @param shape how the ids are accounted for
     * @param rows where the rows are ({@link Shape#PER_ITEM})
     * @param success where the successes are ({@link Shape#PARTITIONED})
     * @param failure where the failures are ({@link Shape#PARTITIONED})
     * @param orderId the row's order id
     * @param clientOrderId the row's client order id
     * @param code the row's code
     * @param message the row's text
     * @param cancelled the row codes that mean success
     */
    public record Answer(
            Shape shape,
            @Nullable String rows,
            @Nullable String success,
            @Nullable String failure,
            @Nullable String orderId,
            @Nullable String clientOrderId,
            @Nullable String code,
            @Nullable String message,
            Set<String> cancelled) {
        /** Starts a response that accounts for the ids in this way and says nothing else. */
        public static AnswerBuilder builder(Shape shape) {
            return new AnswerBuilder(shape);
        }
    }

    /**
     * An operation that tells the state of orders.
     *
     * @param operation the operation
     * @param symbol the argument that takes the symbol; null if it needs none
     * @param arguments what every call sends
     * @param ids the arguments that take an id, by kind; empty for a listing
     * @param many whether an id argument is a list
     * @param cap the largest number of ids in one call if {@code many}; 0 if the venue states none
     * @param rows where the orders are
     * @param orderId the order's id
     * @param clientOrderId the order's client id; null if it has none
     * @param status the order's state; null if every row is open
     * @param accepts the arguments of the caller's that every call may send; any other could leave orders out of the
     *     response
     */
    public record Query(
            String operation,
            @Nullable String symbol,
            Map<String, Object> arguments,
            Map<IdKind, String> ids,
            boolean many,
            int cap,
            String rows,
            String orderId,
            @Nullable String clientOrderId,
            @Nullable String status,
            Set<String> accepts) {
        /** Starts a query with this operation. */
        public static QueryBuilder builder(String operation) {
            return new QueryBuilder(operation);
        }
    }

    /**
     * The order states, as on the wire.
     *
     * @param open still working
     * @param cancelled cancelled, wholly or in its rest
     * @param filled filled
     */
    public record States(Set<String> open, Set<String> cancelled, Set<String> filled) {
        /** No states are known. */
        public static final States NONE = new States(Set.of(), Set.of(), Set.of());
    }

    /** Starts a description with the operation that cancels. */
    public static Builder builder(String operation) {
        return new Builder(operation);
    }

    /** Copies, so that the description cannot change. */
    public BatchCancelDescription {
        arguments = Map.copyOf(arguments);
        ids = Map.copyOf(ids);
        lookups = List.copyOf(lookups);
        notListed = List.copyOf(notListed);
    }

    /** How an order is found by an id of one kind; empty if the venue cannot. */
    public Optional<Query> lookup(IdKind kind) {
        return lookups.stream().filter(query -> query.ids().containsKey(kind)).findFirst();
    }

    /** The kinds of ids that the venue takes. */
    public List<IdKind> kinds() {
        return ids.keySet().stream().sorted().toList();
    }

    /** Collects what a venue says of its batch cancel; what is not set is absent. */
    public static final class Builder {
        private final String operation;
        private final Map<String, Object> arguments = new LinkedHashMap<>();
        private final Map<IdKind, IdArgument> ids = new EnumMap<>(IdKind.class);
        private final List<Query> lookups = new ArrayList<>();
        private int cap;
        private @Nullable String symbol;
        private @Nullable Answer answer;
        private @Nullable Query open;
        private States states = States.NONE;
        private boolean clientIdsRepeat;
        private List<String> notListed = List.of();

        private Builder(String operation) {
            this.operation = operation;
        }

        /** Sets the largest number of ids in one call. */
        public Builder cap(int cap) {
            this.cap = cap;
            return this;
        }

        /** Sets the argument that takes the symbol. */
        public Builder symbol(String symbol) {
            this.symbol = symbol;
            return this;
        }

        /** Adds an argument that every call sends. */
        public Builder argument(String name, Object value) {
            arguments.put(name, value);
            return this;
        }

        /** Says where ids of one kind go: into this list. */
        public Builder id(IdKind kind, String list) {
            ids.put(kind, new IdArgument(list, null));
            return this;
        }

        /** Says where ids of one kind go: into this field of each element of the list. */
        public Builder id(IdKind kind, String list, String field) {
            ids.put(kind, new IdArgument(list, field));
            return this;
        }

        /** Sets what comes back. */
        public Builder answer(Answer answer) {
            this.answer = answer;
            return this;
        }

        /** Adds a way to find an order by its id. */
        public Builder lookup(Query lookup) {
            lookups.add(lookup);
            return this;
        }

        /** Sets how open orders are listed. */
        public Builder open(Query open) {
            this.open = open;
            return this;
        }

        /** Sets the venue's order states, sorted. */
        public Builder states(States states) {
            this.states = states;
            return this;
        }

        /** Says that several orders may have the same client id. */
        public Builder clientIdsRepeat() {
            this.clientIdsRepeat = true;
            return this;
        }

        /** Sets the kinds of orders that are not listed as open, in words. */
        public Builder notListed(String... kinds) {
            this.notListed = List.of(kinds);
            return this;
        }

        /** Builds the description. */
        public BatchCancelDescription build() {
            return new BatchCancelDescription(
                    operation,
                    cap,
                    symbol,
                    arguments,
                    ids,
                    Objects.requireNonNull(answer, "answer"),
                    lookups,
                    open,
                    states,
                    clientIdsRepeat,
                    notListed);
        }
    }
}
