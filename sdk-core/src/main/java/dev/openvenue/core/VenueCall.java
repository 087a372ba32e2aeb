package dev.openvenue.core;

import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.VenueException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
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
     * Paginates a listing, beginning with this call's page. The stream is lazy: each page is fetched when the stream is
     * read that far, by an ordinary call with its own deadline and rate limits. The stream ends with an empty page, or
     * where the venue says that there are no more. Rows that a venue sends again at the boundary of two pages are
     * dropped; rows that are null are kept. Reading throws {@link VenueException} like {@link #execute()}, after the
     * pages that could be read; a page without any new row, although the venue was asked for the next one, is such a
     * failure.
     *
     * <p>Where a venue numbers its pages, rows that leave the listing meanwhile (orders that close) move later rows to
     * pages that were already read, and nobody can notice. Ask for one page that holds everything, or list open orders
     * with the {@code openOrders} of a batch cancel.
     *
     * <p>If the venue limits the time range of one request, a longer range is split into consecutive windows, in the
     * venue's row order. If only a start is given, the range ends now. Without a start, only the venue's default range
     * is read.
     *
     * @throws UnsupportedOperationException if the operation is not paginated
     * @throws NotSentException if a cursor is combined with a time range that spans several windows, or with a sort
     *     order in which the pages cannot be followed
     */
    Stream<T> pages();

    /**
     * The request as it would be sent, before signing. Nothing is sent.
     *
     * @throws NotSentException if an argument breaks the spec
     */
    Request request();

    /**
     * A completed call, for tests of code that takes a {@code VenueCall}: it returns the given value, with status 200,
     * no headers and an empty body; as a listing it has this one page.
     */
    static <T> VenueCall<T> completed(@Nullable T value) {
        return new SettledCall<>(value, null);
    }

    /** A failed call, for tests of code that takes a {@code VenueCall}. */
    static <T> VenueCall<T> failed(VenueException failure) {
        return new SettledCall<>(null, Objects.requireNonNull(failure, "failure"));
    }
}
