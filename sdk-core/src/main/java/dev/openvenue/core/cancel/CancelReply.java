package dev.openvenue.core.cancel;

import dev.openvenue.core.Exchange;
import dev.openvenue.core.NotSentException;
import dev.openvenue.core.VenueException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** How a call ended. */
sealed interface CancelReply {
    /** The venue's answer. */
    record Answered(Exchange<Object> exchange) implements CancelReply {}

    /** No answer, or a refusal. */
    record Failed(VenueException failure) implements CancelReply {}

    /** The arguments break the spec; nothing was sent. */
    record Invalid(NotSentException failure) implements CancelReply {}

    /** The end of a call as its future tells it. A failure that nobody foresaw counts as a lost answer. */
    static CancelReply of(
            CancelVenue venue, String operation, @Nullable Exchange<Object> exchange, @Nullable Throwable thrown) {
        if (exchange != null) {
            return new Answered(exchange);
        }
        Throwable failure =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (failure instanceof VenueException known) {
            return new Failed(known);
        }
        String what = failure instanceof CancellationException
                ? " was given up before an answer came"
                : " failed: " + failure;
        return new Failed(venue.unanswered(operation, operation + what, failure));
    }
}
