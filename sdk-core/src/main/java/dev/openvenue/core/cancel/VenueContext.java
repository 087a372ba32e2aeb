package dev.openvenue.core.cancel;

import dev.openvenue.core.cancel.OrderLookup.Found;
import dev.openvenue.core.codegen.BatchCancelDescription;
import dev.openvenue.core.codegen.BatchCancelDescription.OrderKind;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import dev.openvenue.core.codegen.JsonTree;
import dev.openvenue.core.engine.EngineVenue;
import dev.openvenue.core.engine.OrderListing;
import dev.openvenue.core.engine.VenueGateway;
import dev.openvenue.core.error.ErrorCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A venue as the batch-cancel engine sees it.
 *
 * @param id its short name
 * @param name the name to show
 * @param description its batch cancel
 * @param errors its error catalogue
 * @param gateway the way to call it
 */
record VenueContext(
        String id, String name, BatchCancelDescription description, ErrorCatalogue errors, VenueGateway gateway)
        implements EngineVenue {
    @Override
    public String operation() {
        return description.operation();
    }

    /** How many orders one cancel may contain. */
    int cap() {
        return description.cap() > 0 ? description.cap() : CallPlanner.UNSTATED_CAP;
    }

    /** The same venue as another kind of orders sees it. */
    VenueContext of(OrderKind kind) {
        return of(kind.cancel());
    }

    /** The same venue with another description. */
    VenueContext of(BatchCancelDescription other) {
        return new VenueContext(id, name, other, errors, gateway);
    }

    /** Every operation that a run may call. */
    List<String> operations() {
        List<String> operations = new ArrayList<>();
        operations.add(description.operation());
        description.lookups().forEach(query -> operations.add(query.operation()));
        Query open = description.open();
        if (open != null) {
            operations.add(open.operation());
        }
        return operations;
    }

    /** Whether a run would pass a user's argument to one of its operations. */
    boolean takes(String argument, Object value) {
        Query open = description.open();
        return description.coverage().kinds().stream().anyMatch(kind -> of(kind).takes(argument, value))
                || gateway.takes(description.operation(), argument, value)
                || Stream.concat(description.lookups().stream(), Stream.ofNullable(open))
                        .filter(query -> query.accepts().contains(argument))
                        .anyMatch(query -> gateway.takes(query.operation(), argument, value));
    }

    /**
     * Whether a row of a list of open orders shows an open one: it does, unless its own state says that it does not.
     */
    boolean isOpen(Query list, Object row) {
        return OrderLookupReader.state(description.states(), JsonTree.text(row, list.status()))
                .map(state -> state == Found.OPEN)
                .orElse(true);
    }

    /** The list of open orders, read to its end. */
    OrderListing listing(Query open, Map<String, Object> arguments) {
        return OrderListing.whole(this, open, arguments, row -> isOpen(open, row));
    }
}
