package dev.openvenue.core;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import dev.openvenue.core.ErrorCatalogue.Remedy;
import dev.openvenue.core.annotation.Envelope;
import java.io.EOFException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Reads an answer: its payload if the venue says yes, else the exception that says what the venue said instead. */
final class ResponseReader {
    private final ErrorCatalogue errors;
    private final InstantSource clock;
    private final Failures failures;

    ResponseReader(ErrorCatalogue errors, InstantSource clock, Failures failures) {
        this.errors = errors;
        this.clock = clock;
        this.failures = failures;
    }

    /**
     * Reads the answer to the current attempt.
     *
     * @param cut what ended the body too early; null if it is whole
     */
    <T> Exchange<T> read(CallState<T> state, Attempt.Head head, ByteString bytes, @Nullable IOException cut) {
        String body = bytes.utf8();
        try {
            if (cut != null) {
                throw cut;
            }
            JsonRuns.check(bytes);
            Document<T> document = Document.parse(bytes, state.endpoint());
            refuse(state, head, document, body);
            return new Exchange<>(
                    document.payload(), head.status(), head.headers(), document.fields(), state.sent(), body);
        } catch (VenueException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            if (head.isSuccessful()) {
                throw failures.malformed(state, problem(body, e), head.status(), body, e);
            }
            throw refusedByStatus(state, head, body);
        }
    }

    /** The refusal that a status alone makes. */
    RejectedException refusedByStatus(CallState<?> state, Attempt.Head head, String body) {
        return failures.rejected(state, uncatalogued(head, "HTTP " + head.status(), "", body));
    }

    private <T> void refuse(CallState<T> state, Attempt.Head head, Document<T> document, String body) {
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
        throw failures.rejected(state, refusal(head, envelope, document, body));
    }

    private Refusal refusal(Attempt.Head head, Envelope envelope, Document<?> document, String body) {
        String code = document.first(envelope.code())
                .or(() -> document.first(envelope.verdict()))
                .orElse("");
        String message = document.first(envelope.message()).orElse("");
        if (code.isBlank() || List.of(envelope.success()).contains(code)) {
            return uncatalogued(head, "HTTP " + head.status(), message, body);
        }
        Optional<ErrorCatalogue.Entry> known = errors.find(code);
        if (known.isEmpty()) {
            return uncatalogued(head, code, message, body);
        }
        ErrorCatalogue.Entry entry = known.get();
        return new Refusal(
                code,
                entry.kind(),
                entry.execution(),
                entry.remedy(),
                head.status(),
                message,
                RetryAfter.of(head.headers(), clock.instant()),
                body);
    }

    /** A refusal with a code that the catalogue does not list is judged by its status. */
    private Refusal uncatalogued(Attempt.Head head, String code, String message, String body) {
        int status = head.status();
        ErrorKind kind = kind(status);
        boolean refusedForSure = status >= 400 && status < 500 && status != 408;
        Execution execution = refusedForSure ? Execution.NOT_EXECUTED : Execution.UNKNOWN;
        Remedy remedy = kind == ErrorKind.RATE_LIMIT ? Remedy.WAIT : refusedForSure ? Remedy.NO : Remedy.LOOKUP;
        return new Refusal(
                code, kind, execution, remedy, status, message, RetryAfter.of(head.headers(), clock.instant()), body);
    }

    private static ErrorKind kind(int status) {
        return switch (status) {
            case 401 -> ErrorKind.AUTHENTICATION;
            case 403 -> ErrorKind.PERMISSION;
            case 408 -> ErrorKind.VENUE_UNAVAILABLE;
            case 429 -> ErrorKind.RATE_LIMIT;
            default -> status >= 500 ? ErrorKind.VENUE_UNAVAILABLE : ErrorKind.OTHER;
        };
    }

    private static String problem(String body, Exception e) {
        if (e instanceof EOFException && body.isBlank()) {
            return "it is empty";
        }
        if (e instanceof JsonEncodingException) {
            return "it is no JSON";
        }
        return e instanceof IOException ? "it was cut off" : String.valueOf(e.getMessage());
    }
}
