package dev.openvenue.core.cancel;

import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.codegen.BatchCancelDescription;
import dev.openvenue.core.codegen.BatchCancelDescription.OrderKind;
import dev.openvenue.core.codegen.Printable;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorCatalogue;
import dev.openvenue.core.error.MalformedResponseException;
import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.TransportException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
        String id, String name, BatchCancelDescription description, ErrorCatalogue errors, VenueGateway gateway) {
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
        BatchCancelDescription.Query open = description.open();
        if (open != null) {
            operations.add(open.operation());
        }
        return operations;
    }

    /** Whether a run would pass a user's argument to one of its operations. */
    boolean takes(String argument, Object value) {
        BatchCancelDescription.Query open = description.open();
        return description.coverage().kinds().stream().anyMatch(kind -> of(kind).takes(argument, value))
                || gateway.takes(description.operation(), argument, value)
                || Stream.concat(description.lookups().stream(), Stream.ofNullable(open))
                        .filter(query -> query.accepts().contains(argument))
                        .anyMatch(query -> gateway.takes(query.operation(), argument, value));
    }

    /** The failure of a response that cannot be used. */
    MalformedResponseException malformed(String operation, String what, VenueResponse<?> response) {
        return new MalformedResponseException(
                id,
                operation,
                name + "'s " + operation + " " + Printable.line(what),
                response.status(),
                response.body(),
                null);
    }

    /** The failure of a call that was not sent. */
    NotSentException notSent(String operation, String message, @Nullable Throwable cause) {
        return new NotSentException(id, operation, message, cause);
    }

    /** The failure of a call that was abandoned before its response, or that failed in an unforeseen way. */
    TransportException withoutResponse(String operation, String message, @Nullable Throwable cause) {
        return new TransportException(id, operation, Effect.UNKNOWN, message, cause);
    }
}
