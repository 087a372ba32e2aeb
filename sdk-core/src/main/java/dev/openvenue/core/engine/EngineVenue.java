package dev.openvenue.core.engine;

import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.codegen.Printable;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.MalformedResponseException;
import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.TransportException;
import org.jspecify.annotations.Nullable;

/** A venue as a run sees it: what to call, and the failures that a run finds by itself. */
public interface EngineVenue {
    /** Its short name. */
    String id();

    /** The name to show. */
    String name();

    /** The operation that does what the run is for. */
    String operation();

    /** The way to call it. */
    VenueGateway gateway();

    /** The failure of a response that cannot be used. */
    default MalformedResponseException malformed(String operation, String what, VenueResponse<?> response) {
        return new MalformedResponseException(
                id(),
                operation,
                name() + "'s " + operation + " " + Printable.line(what),
                response.status(),
                response.body(),
                null);
    }

    /** The failure of a call that was not sent. */
    default NotSentException notSent(String operation, String message, @Nullable Throwable cause) {
        return new NotSentException(id(), operation, message, cause);
    }

    /** The failure of a call that was abandoned before its response, or that failed in an unforeseen way. */
    default TransportException withoutResponse(String operation, String message, @Nullable Throwable cause) {
        return new TransportException(id(), operation, Effect.UNKNOWN, message, cause);
    }
}
