package dev.openvenue.core.codegen;

import dev.openvenue.core.codegen.BatchCancelDescription.Categories;
import dev.openvenue.core.codegen.BatchCancelDescription.Coverage;
import dev.openvenue.core.codegen.BatchCancelDescription.IdArgument;
import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import dev.openvenue.core.codegen.BatchCancelDescription.OrderKind;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import dev.openvenue.core.codegen.BatchCancelDescription.Response;
import dev.openvenue.core.codegen.BatchCancelDescription.Sides;
import dev.openvenue.core.codegen.BatchCancelDescription.States;
import dev.openvenue.core.codegen.BatchCancelDescription.SymbolList;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects the components of a {@link BatchCancelDescription}; what is not set is absent. */
public final class BatchCancelBuilder {
    private final String operation;
    private final Map<String, Object> arguments = new LinkedHashMap<>();
    private final Map<IdKind, IdArgument> ids = new EnumMap<>(IdKind.class);
    private final List<Query> lookups = new ArrayList<>();
    private int cap;
    private @Nullable String symbol;
    private @Nullable Categories categories;
    private @Nullable Response response;
    private @Nullable Query open;
    private @Nullable Query history;
    private States states = States.NONE;
    private Sides sides = Sides.NONE;
    private boolean clientIdsRepeat;
    private final List<OrderKind> orderKinds = new ArrayList<>();
    private @Nullable SymbolList symbols;
    private List<String> notListed = List.of();

    BatchCancelBuilder(String operation) {
        this.operation = operation;
    }

    /** Sets the largest number of ids in one call. */
    public BatchCancelBuilder cap(int cap) {
        this.cap = cap;
        return this;
    }

    /** Sets the argument that takes the symbol. */
    public BatchCancelBuilder symbol(String symbol) {
        this.symbol = symbol;
        return this;
    }

    /** Sets the categories in which a symbol can occur. */
    public BatchCancelBuilder categories(Categories categories) {
        this.categories = categories;
        return this;
    }

    /** Adds an argument that every call sends. */
    public BatchCancelBuilder argument(String name, Object value) {
        arguments.put(name, value);
        return this;
    }

    /** Sets where ids of one kind go: into the given list. */
    public BatchCancelBuilder id(IdKind kind, String list) {
        return id(kind, new IdArgument(list, null));
    }

    /** Sets where ids of one kind go: into the given field of each element of the list. */
    public BatchCancelBuilder id(IdKind kind, String list, String field) {
        return id(kind, new IdArgument(list, field));
    }

    /** Sets where ids of one kind go. */
    public BatchCancelBuilder id(IdKind kind, IdArgument argument) {
        ids.put(kind, argument);
        return this;
    }

    /** Sets the shape of the response. */
    public BatchCancelBuilder response(Response response) {
        this.response = response;
        return this;
    }

    /** Adds a lookup of orders by id. */
    public BatchCancelBuilder lookup(Query lookup) {
        lookups.add(lookup);
        return this;
    }

    /** Sets how open orders are listed. */
    public BatchCancelBuilder open(Query open) {
        this.open = open;
        return this;
    }

    /** Sets how closed orders are listed, the newest first. */
    public BatchCancelBuilder history(Query history) {
        this.history = history;
        return this;
    }

    /** Sets the venue's words for buying and selling. */
    public BatchCancelBuilder sides(Sides sides) {
        this.sides = sides;
        return this;
    }

    /** Sets the venue's order states, sorted. */
    public BatchCancelBuilder states(States states) {
        this.states = states;
        return this;
    }

    /** Declares that several orders may have the same client id. */
    public BatchCancelBuilder clientIdsRepeat() {
        this.clientIdsRepeat = true;
        return this;
    }

    /** Adds a kind of orders that other operations list and cancel. */
    public BatchCancelBuilder kind(String name, BatchCancelDescription cancel) {
        orderKinds.add(new OrderKind(name, cancel));
        return this;
    }

    /** Sets how the venue lists its symbols. */
    public BatchCancelBuilder symbols(SymbolList symbols) {
        this.symbols = symbols;
        return this;
    }

    /** Sets the kinds of orders that no operation lists, in words. */
    public BatchCancelBuilder notListed(String... kinds) {
        this.notListed = List.of(kinds);
        return this;
    }

    /** Builds the description. */
    public BatchCancelDescription build() {
        return new BatchCancelDescription(
                operation,
                cap,
                symbol,
                categories,
                arguments,
                ids,
                Objects.requireNonNull(response, "response"),
                lookups,
                open,
                history,
                states,
                sides,
                clientIdsRepeat,
                new Coverage(orderKinds, symbols, notListed));
    }
}
