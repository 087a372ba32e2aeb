package dev.openvenue.core;

import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorCatalogue.Remedy;
import dev.openvenue.core.error.ErrorKind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The content of a response that is not a success.
 *
 * @param code the venue's code, or {@code HTTP 503} and the like
 * @param kind what the rejection is about
 * @param effect whether the rejected request may have taken effect
 * @param remedy what to do about it
 * @param status the HTTP status
 * @param message the venue's message; empty if it sent none
 * @param about what the message or the code is about, as the venue states it; empty if it states nothing
 * @param meaning what the code means by the catalogue; empty if that does not list it
 * @param see whether the meaning must be told in any case, because it names what to use instead
 * @param retryAfter how long the venue asks the client to wait
 * @param body the whole response
 */
record Rejection(
        String code,
        ErrorKind kind,
        Effect effect,
        Remedy remedy,
        int status,
        String message,
        String about,
        String meaning,
        boolean see,
        @Nullable Duration retryAfter,
        String body) {}
