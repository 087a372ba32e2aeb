package dev.openvenue.core.cancel;

import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorCatalogue.Remedy;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.MalformedResponseException;
import dev.openvenue.core.error.RejectedException;
import dev.openvenue.core.error.TransportException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What happens to one call of a {@link ScriptedVenue}. */
interface ScriptedFault {
    /** Responds with a payload or throws, after or without the execution of the call. */
    @Nullable
    Object apply(Call call);

    /** The execution of a call. */
    interface Call {
        Object execute();
    }

    /** The response is lost after the call was executed. */
    static ScriptedFault lostResponse() {
        return call -> {
            call.execute();
            throw transport(Effect.UNKNOWN);
        };
    }

    /** The request is lost on its way. */
    static ScriptedFault lostRequest() {
        return call -> {
            throw transport(Effect.UNKNOWN);
        };
    }

    /** No connection can be made. */
    static ScriptedFault unreachable() {
        return call -> {
            throw transport(Effect.NONE);
        };
    }

    /** The response to an executed call cannot be read. */
    static ScriptedFault malformed() {
        return call -> {
            call.execute();
            throw new MalformedResponseException(
                    "test", "cancel", "Test responded with something else", 200, "?", null);
        };
    }

    /** The whole call is rejected. */
    static ScriptedFault rejected(String code, ErrorKind kind, Effect effect, @Nullable Duration retryAfter) {
        return call -> {
            throw rejection(code, kind, effect, retryAfter);
        };
    }

    static TransportException transport(Effect effect) {
        return new TransportException("test", "cancel", effect, "No response from Test", null);
    }

    static RejectedException rejection(String code, ErrorKind kind, Effect effect, @Nullable Duration retryAfter) {
        return new RejectedException(
                "test",
                "cancel",
                effect,
                "Test rejected: " + code,
                code,
                kind,
                Remedy.NONE,
                400,
                "no",
                retryAfter,
                "{}");
    }

    /** The venue responds with this payload. */
    static ScriptedFault responds(@Nullable Object payload) {
        return call -> payload;
    }
}
