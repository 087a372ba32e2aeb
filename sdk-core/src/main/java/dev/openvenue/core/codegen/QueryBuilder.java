package dev.openvenue.core.codegen;

import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import dev.openvenue.core.codegen.BatchCancelDescription.OrderFields;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the components of a {@link Query}; what is not set is absent. */
public final class QueryBuilder {
    private final String operation;
    private final Map<String, Object> arguments = new LinkedHashMap<>();
    private final Map<IdKind, String> ids = new EnumMap<>(IdKind.class);
    private @Nullable String symbol;
    private @Nullable String category;
    private boolean many;
    private int cap;
    private @Nullable String rows;
    private @Nullable String orderId;
    private @Nullable String clientOrderId;
    private @Nullable String status;
    private Set<String> accepts = Set.of();
    private OrderFields fields = OrderFields.NONE;

    QueryBuilder(String operation) {
        this.operation = operation;
    }

    /** Sets the argument that takes the symbol. */
    public QueryBuilder symbol(String symbol) {
        this.symbol = symbol;
        return this;
    }

    /** Sets the argument that takes the category. */
    public QueryBuilder category(String category) {
        this.category = category;
        return this;
    }

    /** Adds an argument that every call sends. */
    public QueryBuilder argument(String name, Object value) {
        arguments.put(name, value);
        return this;
    }

    /** Sets the argument that takes an id of the given kind. */
    public QueryBuilder id(IdKind kind, String argument) {
        ids.put(kind, argument);
        return this;
    }

    /** Declares that the id arguments are lists. */
    public QueryBuilder many() {
        this.many = true;
        return this;
    }

    /** Sets the largest number of ids in one call. */
    public QueryBuilder cap(int cap) {
        this.cap = cap;
        return this;
    }

    /** Sets where the orders are; required. */
    public QueryBuilder rows(String rows) {
        this.rows = rows;
        return this;
    }

    /** Sets the field with the order's id; required. */
    public QueryBuilder orderId(String orderId) {
        this.orderId = orderId;
        return this;
    }

    /** Sets the field with the order's client id. */
    public QueryBuilder clientOrderId(String clientOrderId) {
        this.clientOrderId = clientOrderId;
        return this;
    }

    /** Sets the field with the order's state; without it every row is open. */
    public QueryBuilder status(String status) {
        this.status = status;
        return this;
    }

    /** Sets the caller's arguments that a call may send. */
    public QueryBuilder accepts(String... arguments) {
        this.accepts = Set.of(arguments);
        return this;
    }

    /** Sets where a row states quantities and prices. */
    public QueryBuilder fields(OrderFields fields) {
        this.fields = fields;
        return this;
    }

    /** Builds the query. */
    public Query build() {
        return new Query(
                operation,
                symbol,
                category,
                Map.copyOf(arguments),
                Map.copyOf(ids),
                many,
                cap,
                Objects.requireNonNull(rows, "rows"),
                Objects.requireNonNull(orderId, "orderId"),
                clientOrderId,
                status,
                accepts,
                fields);
    }
}
