package dev.openvenue.core.engine;

import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.VenueException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** How a call ended. */
public sealed interface CallResult {
    /** The venue's response. */
    record Succeeded(VenueResponse<Object> response) implements CallResult {}

    /** Anything but a response that can be read. */
    sealed interface Unsuccessful extends CallResult {
        /** What went wrong. */
        VenueException failure();
    }

    /** No response, or a rejection. */
    record Failed(VenueException failure) implements Unsuccessful {}

    /** The arguments are invalid; nothing was sent. */
    record Invalid(NotSentException failure) implements Unsuccessful {}

    /** The result of a call as reported by its future. An unforeseen failure counts as a lost response. */
    static CallResult of(
            EngineVenue venue, String operation, @Nullable VenueResponse<Object> response, @Nullable Throwable thrown) {
        if (response != null) {
            return new Succeeded(response);
        }
        Throwable failure =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (failure instanceof VenueException known) {
            return new Failed(known);
        }
        String what = failure instanceof CancellationException
                ? " was given up before a response came"
                : " failed: " + failure;
        return new Failed(venue.withoutResponse(operation, operation + what, failure));
    }
}
