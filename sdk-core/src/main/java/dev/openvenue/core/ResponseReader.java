package dev.openvenue.core;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import dev.openvenue.core.annotation.Envelope;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorCatalogue;
import dev.openvenue.core.error.ErrorCatalogue.Remedy;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.RejectedException;
import dev.openvenue.core.error.VenueException;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Reads a response: its payload if the call succeeded, else the exception that reports the venue's rejection. */
final class ResponseReader {
    /** What a rejection says in words. */
    private record Words(String message, String about) {
        static final Words NONE = new Words("", "");
    }

    private final ErrorCatalogue errors;
    private final InstantSource clock;
    private final VenueExceptions failures;

    ResponseReader(ErrorCatalogue errors, InstantSource clock, VenueExceptions failures) {
        this.errors = errors;
        this.clock = clock;
        this.failures = failures;
    }

    /**
     * Reads the response to the current attempt.
     *
     * @param cut what cut the body off; null if it is complete
     */
    <T> VenueResponse<T> read(CallState<T> state, Attempt.Head head, ByteString bytes, @Nullable IOException cut) {
        try {
            if (cut != null) {
                throw cut;
            }
            JsonRunCheck.check(bytes);
            ResponseDocument<T> document = ResponseDocument.parse(bytes, state.endpoint());
            reject(state, head, document, bytes);
            return new VenueResponse<>(
                    document.payload(), head.status(), head.headers(), document.fields(), state.sent(), bytes);
        } catch (VenueException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            String body = bytes.utf8();
            if (head.isSuccessful()) {
                throw failures.malformed(state, problem(body, e), head.status(), body, e);
            }
            throw rejectedByStatus(state, head, body);
        }
    }

    /** The rejection that follows from a status alone. */
    RejectedException rejectedByStatus(CallState<?> state, Attempt.Head head, String body) {
        return rejected(state, byStatus(head, Words.NONE, body));
    }

    private RejectedException rejected(CallState<?> state, Rejection rejection) {
        state.attempt().rejected(rejection);
        return failures.rejected(state, rejection);
    }

    private <T> void reject(CallState<T> state, Attempt.Head head, ResponseDocument<T> document, ByteString body) {
        Envelope envelope = state.endpoint().envelope();
        String verdict = document.fields().get(envelope.verdict());
        if (head.isSuccessful()) {
            if (verdict == null && envelope.data().equals(Envelope.WHOLE_DOCUMENT)) {
                return;
            }
            if (verdict == null) {
                throw new JsonDataException("there is no " + envelope.verdict());
            }
            if (List.of(envelope.success()).contains(verdict)) {
                return;
            }
        }
        throw rejected(state, rejection(state.endpoint(), head, document, body.utf8()));
    }

    private Rejection rejection(Endpoint<?> endpoint, Attempt.Head head, ResponseDocument<?> document, String body) {
        Envelope envelope = endpoint.envelope();
        String code = document.first(envelope.code())
                .or(() -> document.first(envelope.verdict()))
                .orElse("");
        Words words = new Words(document.first(envelope.message()).orElse(""), document.about());
        if (code.isBlank()) {
            return byStatus(head, words, body);
        }
        if (List.of(envelope.success()).contains(code)) {
            // A success under a status of failure contradicts itself.
            return uncatalogued(endpoint, head, "HTTP " + head.status(), words, body);
        }
        return errors.find(code)
                .map(entry -> catalogued(endpoint, head, entry, words, body))
                .orElseGet(() -> uncatalogued(endpoint, head, code, words, body));
    }

    private Rejection catalogued(
            Endpoint<?> endpoint, Attempt.Head head, ErrorCatalogue.Entry entry, Words words, String body) {
        boolean doubtful = entry.effect() == Effect.NONE
                && endpoint.noEffect() != null
                && !List.of(endpoint.noEffect().value()).contains(entry.code());
        return new Rejection(
                entry.code(),
                entry.kind(),
                doubtful ? Effect.UNKNOWN : entry.effect(),
                doubtful ? Remedy.LOOK_UP_ORDER : entry.remedy(),
                head.status(),
                words.message(),
                words.about(),
                entry.explanation(),
                entry.see() != null,
                wait(head),
                body);
    }

    /**
     * A rejection with a code that the catalogue does not list. Whatever the status, the code may mean that the venue
     * itself does not know the outcome; only statuses that precede any processing of the request are trusted.
     */
    private Rejection uncatalogued(Endpoint<?> endpoint, Attempt.Head head, String code, Words words, String body) {
        boolean certain = endpoint.isSafe()
                ? StatusMeaning.hadNoEffect(head.status())
                : StatusMeaning.isBeforeTheRequest(head.status()) && endpoint.noEffect() == null;
        return rejection(head, code, certain, words, body);
    }

    /** A rejection without a code, such as a gateway's, is classified by its status alone. */
    private Rejection byStatus(Attempt.Head head, Words words, String body) {
        return rejection(head, "HTTP " + head.status(), StatusMeaning.hadNoEffect(head.status()), words, body);
    }

    private Rejection rejection(Attempt.Head head, String code, boolean noEffect, Words words, String body) {
        ErrorKind kind = StatusMeaning.kind(head.status());
        Effect effect = noEffect ? Effect.NONE : Effect.UNKNOWN;
        Remedy remedy =
                kind == ErrorKind.RATE_LIMIT && noEffect ? Remedy.WAIT : noEffect ? Remedy.NONE : Remedy.LOOK_UP_ORDER;
        return new Rejection(
                code, kind, effect, remedy, head.status(), words.message(), words.about(), "", false, wait(head), body);
    }

    private @Nullable Duration wait(Attempt.Head head) {
        return RetryAfter.of(head.headers(), clock);
    }

    private static String problem(String body, Exception e) {
        if (e instanceof EOFException && body.isBlank()) {
            return "it is empty";
        }
        if (e instanceof JsonEncodingException) {
            return "it is not JSON";
        }
        return e instanceof IOException ? "it was cut off" : String.valueOf(e.getMessage());
    }
}
