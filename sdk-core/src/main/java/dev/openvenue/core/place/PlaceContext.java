package dev.openvenue.core.place;

import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import dev.openvenue.core.codegen.BatchPlaceDescription;
import dev.openvenue.core.codegen.Printable;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorCatalogue;
import dev.openvenue.core.error.MalformedResponseException;
import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.TransportException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A venue as the batch-place engine sees it.
 *
 * @param id its short name
 * @param name the name to show
 * @param description its batch place
 * @param query the operation that finds orders by their client order ids; null if there is none
 * @param errors its error catalogue
 * @param gateway the way to call it
 */
record PlaceContext(
        String id,
        String name,
        BatchPlaceDescription description,
        @Nullable Query query,
        ErrorCatalogue errors,
        PlaceGateway gateway) {
    /** The operation that places orders. */
    String operation() {
        return description.operation();
    }

    /** The arguments that place orders. */
    Map<String, Object> arguments(@Nullable String symbol, List<Map<String, @Nullable Object>> orders) {
        Map<String, Object> arguments = new LinkedHashMap<>(description.arguments());
        if (description.symbol() != null && symbol != null) {
            arguments.put(description.symbol(), symbol);
        }
        arguments.put(description.list().equals(".") ? "body" : description.list(), orders);
        return arguments;
    }

    /** The failure of a response that does not say what became of an order. */
    MalformedResponseException malformed(String operation, String what, VenueResponse<?> response) {
        return new MalformedResponseException(
                id,
                operation,
                name + "'s " + operation + " " + Printable.line(what),
                response.status(),
                response.body(),
                null);
    }

    /** The failure of an order that was not sent. */
    NotSentException notSent(String message, @Nullable Throwable cause) {
        return new NotSentException(id, operation(), message, cause);
    }

    /** The failure of a call that was abandoned before its response, or that failed in an unforeseen way. */
    TransportException withoutResponse(String operation, String message, @Nullable Throwable cause) {
        return new TransportException(id, operation, Effect.UNKNOWN, message, cause);
    }
}
