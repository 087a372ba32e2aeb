package dev.openvenue.core;

import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.VenueException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * One call of one operation, not yet made. It may be made any number of times; each time is a new request, freshly
 * signed.
 *
 * @param <T> the payload, already out of its envelope
 */
public interface VenueCall<T> {
    /**
     * Makes the call and waits for its payload.
     *
     * @return the payload; null when the venue sent none
     * @throws VenueException in every case that is not a success; its {@link VenueException#effect()} says whether the
     *     venue may have acted
     */
    T execute();

    /**
     * Makes the call without waiting. The future fails with {@link VenueException}. Whoever ends it, by {@code cancel},
     * {@code complete}, {@code orTimeout} and the like, ends the call: nothing more is sent. What depends on it runs on
     * a thread of the client's.
     */
    CompletableFuture<T> executeAsync();

    /** Like {@link #execute()}, with all that came beside the payload. */
    VenueResponse<T> executeWithResponse();

    /** Like {@link #executeAsync()}, with all that came beside the payload. */
    CompletableFuture<VenueResponse<T>> executeWithResponseAsync();

    /** The same call with other options. */
    VenueCall<T> with(CallOptions options);

    /**
     * The pages of a listing, this one first: payload after payload, fetched as the stream is read, each an ordinary
     * call with its own deadline and limits. The stream ends with an empty page, or where the venue says that there is
     * no more. Rows that a venue sends again at the seam of two pages are left out; rows that are null are kept.
     * Reading throws {@link VenueException} like {@link #execute()}, after the pages that could be read; a page that
     * shows nothing new, although the venue was asked for more, is such a failure.
     *
     * <p>Where a venue numbers its pages, rows that leave the listing meanwhile (orders that close) pull later ones up
     * past the reader, and nobody can notice. Ask for a page that holds all, or list open orders with the
     * {@code openOrders} of a batch cancel.
     *
     * <p>Where the venue returns only a limited time at once, a longer one is read in windows, in the order in which
     * the venue lists its rows; a start without an end reaches until now. Without a start it is one call's time, as the
     * venue chooses it.
     *
     * @throws UnsupportedOperationException if the operation has no pages
     * @throws NotSentException if a cursor is given along with a time that takes several windows, or a direction in
     *     which the pages cannot go on
     */
    Stream<T> pages();

    /**
     * The request as it would be sent, before signing. Nothing is sent.
     *
     * @throws NotSentException if an argument breaks the spec
     */
    Request request();

    /**
     * A call that was made already, for tests of code that takes a {@code VenueCall}: it returns this value, with
     * status 200, no headers and an empty body; as a listing it has this one page.
     */
    static <T> VenueCall<T> completed(@Nullable T value) {
        return new SettledCall<>(value, null);
    }

    /** A call that was made already and failed, for tests of code that takes a {@code VenueCall}. */
    static <T> VenueCall<T> failed(VenueException failure) {
        return new SettledCall<>(null, Objects.requireNonNull(failure, "failure"));
    }
}
