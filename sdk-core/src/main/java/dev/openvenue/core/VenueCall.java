package dev.openvenue.core;

import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.VenueException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * One call of one operation, not yet made. It may be made any number of times; each time sends a new, freshly signed
 * request.
 *
 * @param <T> the payload, without its envelope
 */
public interface VenueCall<T> {
    /**
     * Makes the call and waits for its payload.
     *
     * @return the payload; null when the venue sent none
     * @throws VenueException unless the call succeeds; its {@link VenueException#effect()} says whether the venue may
     *     have acted
     */
    T execute();

    /**
     * Makes the call without waiting. The future fails with {@link VenueException}. Completing it from outside, by
     * {@code cancel}, {@code complete}, {@code orTimeout} and the like, ends the call: nothing more is sent. Dependent
     * stages run on a thread of the client.
     */
    CompletableFuture<T> executeAsync();

    /** Like {@link #execute()}, with the status, headers and envelope around the payload. */
    VenueResponse<T> executeWithResponse();

    /** Like {@link #executeAsync()}, with the status, headers and envelope around the payload. */
    CompletableFuture<VenueResponse<T>> executeWithResponseAsync();

    /** The same call with other options. */
    VenueCall<T> with(CallOptions options);

    /**
     * The request as it would be sent, before signing. Nothing is sent.
     *
     * @throws NotSentException if an argument breaks the spec
     */
    Request request();

    /**
     * A completed call, for tests of code that takes a {@code VenueCall}: it returns the given value, with status 200,
     * no headers and an empty body. For a listing see {@link ListingCall#completed(java.util.List)}.
     */
    static <T> VenueCall<T> completed(@Nullable T value) {
        return new SettledCall<>(value, null);
    }

    /** A failed call, for tests of code that takes a {@code VenueCall}. */
    static <T> VenueCall<T> failed(VenueException failure) {
        return new SettledCall<>(null, Objects.requireNonNull(failure, "failure"));
    }
}
