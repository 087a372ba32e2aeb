package dev.openvenue.core;

import dev.openvenue.core.error.MalformedResponseException;
import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.RejectedException;
import dev.openvenue.core.error.Seconds;
import dev.openvenue.core.error.TransportException;
import dev.openvenue.core.error.VenueException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened within a call, for logs, metrics and traces; see {@link VenueClientBuilder#listener}. Every
 * event names the venue and the operation, and none holds an argument, an id or a key: as a tag of a metric that makes
 * a handful of series. Only a failure may quote an id, in the venue's own words; for tags there is {@link #outcome}.
 *
 * <p>The text of an event is a line for a log.
 */
public sealed interface CallEvent {
    /** The venue's id, {@code bitget}. */
    String venue();

    /** The operation's id in the spec, {@code placeOrder}. */
    String operation();

    /**
     * A call waited for the permits of rate limits, or for its turn among the client's asynchronous calls. A call that
     * went on at once makes no such event.
     *
     * @param time how long
     */
    record Waited(String venue, String operation, Duration time) implements CallEvent {
        @Override
        public String toString() {
            return venue + " " + operation + " waited " + Seconds.text(time) + " for its turn";
        }
    }

    /**
     * One request ended, with a response or without.
     *
     * @param attempt its number within the call, from 1
     * @param time how long it took, from signing to the decoded response
     * @param failure how it failed; null if it succeeded
     */
    record Attempted(
            String venue,
            String operation,
            int attempt,
            Duration time,
            @Nullable VenueException failure) implements CallEvent {
        @Override
        public String toString() {
            return venue + " " + operation + " attempt " + attempt + " took " + Seconds.text(time)
                    + CallEvents.words(failure);
        }
    }

    /**
     * An attempt failed, and the call will be retried after a pause.
     *
     * @param attempt the number of the attempt that failed, from 1
     * @param pause how long until the next one, or until the venue is asked what became of this one
     * @param failure how it failed
     */
    record Retrying(String venue, String operation, int attempt, Duration pause, VenueException failure)
            implements CallEvent {
        @Override
        public String toString() {
            return venue + " " + operation + " is retried in " + Seconds.text(pause) + " after attempt " + attempt
                    + CallEvents.words(failure);
        }
    }

    /**
     * The venue rejected a signature's time, and its clock was measured; the call is sent again with the right time.
     *
     * @param offset how far the venue's clock is ahead of this machine's; negative if behind
     */
    record ClockCorrected(String venue, String operation, Duration offset) implements CallEvent {
        @Override
        public String toString() {
            String far = Seconds.text(offset.abs()) + (offset.isNegative() ? " behind" : " ahead");
            return venue + " " + operation + " found the venue's clock " + far;
        }
    }

    /**
     * A call ended: its caller has the result.
     *
     * @param attempts how many requests were made
     * @param time how long it took in all, waiting and pauses included
     * @param failure how it failed; null if it succeeded
     */
    record Ended(
            String venue,
            String operation,
            int attempts,
            Duration time,
            @Nullable VenueException failure) implements CallEvent {
        @Override
        public String toString() {
            return venue + " " + operation + " ended after " + Seconds.text(time) + " and " + attempts
                    + (attempts == 1 ? " attempt" : " attempts") + CallEvents.words(failure);
        }
    }

    /**
     * What became of a call or an attempt, in one of five words for tags: {@code success}, {@code rejected},
     * {@code no-response}, {@code malformed} or {@code not-sent}.
     *
     * @param failure how it failed; null if it succeeded
     */
    static String outcome(@Nullable VenueException failure) {
        if (failure == null) {
            return "success";
        } else if (failure instanceof RejectedException) {
            return "rejected";
        } else if (failure instanceof TransportException) {
            return "no-response";
        } else if (failure instanceof MalformedResponseException) {
            return "malformed";
        }
        return failure instanceof NotSentException ? "not-sent" : "failed";
    }
}
