package dev.openvenue.core;

import dev.openvenue.core.codegen.Printable;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.MalformedResponseException;
import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.RejectedException;
import dev.openvenue.core.error.Seconds;
import dev.openvenue.core.error.TransportException;
import dev.openvenue.core.error.VenueException;
import dev.openvenue.core.signing.SecretRedactor;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Makes every exception with which a call can fail, so that all messages have one style. They contain the operation,
 * the venue's code and its message, but never a URL, a header or a body, because these may contain keys and signatures.
 */
final class VenueExceptions {
    private static final int SHOWN_CHARACTERS = 300;

    private final String venue;
    private final String name;
    private final SecretRedactor secrets;

    VenueExceptions(String venue, String name, SecretRedactor secrets) {
        this.venue = venue;
        this.name = name;
        this.secrets = secrets;
    }

    /** The arguments are invalid or cannot be encoded. */
    NotSentException notSent(Endpoint<?> endpoint, String message, @Nullable Throwable cause) {
        return new NotSentException(venue, endpoint.id(), secrets.hide(message), secrets.unlessQuotedBy(cause));
    }

    /** An attempt was not sent; the message says why and what to do. */
    VenueException notSent(CallState<?> state, String message, @Nullable Throwable cause) {
        if (!state.isOutcomeUnknown()) {
            SecretRedactor hidden = secrets(state);
            return notSent(state.endpoint(), hidden.hide(message) + "; nothing was sent", hidden.unlessQuotedBy(cause));
        }
        return perhapsExecuted(state, message, cause);
    }

    /** The client is closed. */
    VenueException closed(CallState<?> state, String reason) {
        String text = state.endpoint().id() + " was not sent to " + name + ": " + reason + "; build a new client";
        return state.isOutcomeUnknown()
                ? perhapsExecuted(state, text, null)
                : NotSentException.closed(venue, state.endpoint().id(), text + "; nothing was sent");
    }

    /** The permit for an attempt would come after the deadline. */
    VenueException heldBack(CallState<?> state, String message, @Nullable Throwable cause, Duration retryAfter) {
        if (state.isOutcomeUnknown()) {
            return perhapsExecuted(state, message, cause);
        }
        SecretRedactor hidden = secrets(state);
        String text = hidden.hide(message + "; nothing was sent");
        return new NotSentException(venue, state.endpoint().id(), text, hidden.unlessQuotedBy(cause), retryAfter);
    }

    /** A user's interceptor tried to send a call again that is in progress, so its outcome is not known yet. */
    TransportException stopped(CallState<?> state, String message) {
        String text = message + " (" + outcome(state, Effect.UNKNOWN) + ")";
        return new TransportException(venue, state.endpoint().id(), Effect.UNKNOWN, secrets.hide(text), null);
    }

    private TransportException perhapsExecuted(CallState<?> state, String message, @Nullable Throwable cause) {
        return new TransportException(
                venue,
                state.endpoint().id(),
                Effect.UNKNOWN,
                secrets(state).hide(message) + " (" + outcome(state, Effect.NONE) + ")",
                secrets(state).unlessQuotedBy(cause));
    }

    /** The call was not retried after an unknown outcome; the message says why not. */
    TransportException notRetried(CallState<?> state, String why, VenueException last) {
        String operation = state.endpoint().id();
        String message =
                operation + " was not retried: " + shown(state, why) + " (" + outcome(state, Effect.UNKNOWN) + ")";
        return new TransportException(
                venue, operation, Effect.UNKNOWN, message, secrets(state).unlessQuotedBy(last));
    }

    /**
     * No response came to the current attempt.
     *
     * @param cause any exception: OkHttp throws InterruptedException without declaring it, and users' interceptors
     *     throw what they like
     */
    TransportException transport(CallState<?> state, Throwable cause) {
        if (isInterrupt(cause)) {
            Thread.currentThread().interrupt();
        }
        String operation = state.endpoint().id();
        boolean left = state.attempt().left() != null;
        Effect own = left ? Effect.UNKNOWN : Effect.NONE;
        String what = left ? "No response from " + name + " to " + operation : operation + " did not reach " + name;
        String message = what + ": " + reason(state, cause) + " (" + outcome(state, own) + ")";
        Throwable shown = secrets(state).unlessQuotedBy(cause);
        return new TransportException(venue, operation, effect(state, own), message, shown);
    }

    /** The venue rejected the current attempt. */
    RejectedException rejected(CallState<?> state, Rejection rejection) {
        String operation = state.endpoint().id();
        SecretRedactor hidden = secrets(state);
        String text = shown(state, text(rejection));
        String message = name + " rejected " + operation + ": " + shown(state, rejection.code())
                + (text.isEmpty() ? "" : " " + text)
                + " (" + words(rejection) + outcome(state, rejection.effect()) + ")";
        return new RejectedException(
                venue,
                operation,
                effect(state, rejection.effect()),
                message,
                hidden.hide(rejection.code()),
                rejection.kind(),
                rejection.remedy(),
                rejection.status(),
                hidden.hide(rejection.message()),
                rejection.retryAfter(),
                hidden.hide(rejection.body()));
    }

    /** The venue's words; the catalogue's where it has none, or where they say what to use instead. */
    private static String text(Rejection rejection) {
        String said = rejection.message().isBlank() ? rejection.meaning() : rejection.message();
        String whole = rejection.see() && !said.equals(rejection.meaning()) ? said + "; " + rejection.meaning() : said;
        return rejection.about().isEmpty() ? whole : (whole + " [" + rejection.about() + "]").strip();
    }

    /** The response to the current attempt cannot be read. */
    MalformedResponseException malformed(
            CallState<?> state, String problem, int status, String body, @Nullable Throwable cause) {
        String operation = state.endpoint().id();
        String message = "The response of " + name + " to " + operation + " cannot be read: " + shown(state, problem)
                + " (" + outcome(state, Effect.UNKNOWN) + ")";
        SecretRedactor hidden = secrets(state);
        return new MalformedResponseException(
                venue, operation, message, status, hidden.hide(body), hidden.unlessQuotedBy(cause));
    }

    /** Combines the effects of all attempts: if this one was not executed, an earlier one may have been. */
    private static Effect effect(CallState<?> state, Effect own) {
        return state.isOutcomeUnknown() ? Effect.UNKNOWN : own;
    }

    private static String outcome(CallState<?> state, Effect own) {
        Endpoint<?> endpoint = state.endpoint();
        boolean trade =
                endpoint.signed() != null && endpoint.signed().permission().equals("trade");
        String look = trade ? "look the order up before retrying" : "find out before retrying";
        if (own == Effect.NONE) {
            return state.isOutcomeUnknown()
                    ? "no effect this time, but an earlier attempt may have had one: " + look
                    : "no effect";
        }
        return endpoint.isSafe() ? "it only reads and may be retried" : "outcome unknown: " + look;
    }

    private static String words(Rejection rejection) {
        if (rejection.status() >= 300 && rejection.status() < 400) {
            return "redirects are not followed; ";
        }
        return rejection.kind() == ErrorKind.OTHER
                ? ""
                : rejection.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + "; ";
    }

    private static boolean isInterrupt(Throwable cause) {
        return cause instanceof InterruptedException || cause.getCause() instanceof InterruptedException;
    }

    private String reason(CallState<?> state, Throwable cause) {
        String text = cause.getMessage();
        if (state.isExpired()) {
            return "the deadline of " + Seconds.text(state.deadline()) + " passed";
        }
        if (isInterrupt(cause)) {
            return "the thread was interrupted";
        }
        if (state.end().isClosed() && state.attempt().left() == null) {
            return CallThreads.CLOSED;
        }
        if (cause instanceof ConnectException) {
            return "no connection could be made";
        }
        if (cause instanceof UnknownHostException) {
            return "the host name is not known here";
        }
        if (cause instanceof SSLException) {
            return "no secure connection could be made";
        }
        if (cause instanceof EOFException || (text != null && text.startsWith("unexpected end of stream"))) {
            return "the connection was closed";
        }
        return text == null || text.isBlank()
                ? cause.getClass().getSimpleName()
                : shown(state, text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1));
    }

    /** Foreign text, redacted, on one line and not too long. */
    private String shown(CallState<?> state, String text) {
        return Printable.line(secrets(state).hide(text), SHOWN_CHARACTERS);
    }

    /** The redactor of the credentials and of what signing derived from them for this call. */
    private SecretRedactor secrets(CallState<?> state) {
        return secrets.and(state.signedTexts());
    }
}
