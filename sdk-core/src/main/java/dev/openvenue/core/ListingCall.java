package dev.openvenue.core;

import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.VenueException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One call of a paginated listing, not yet made. Executed like any other call it returns a single page, the one that
 * its arguments ask for.
 *
 * @param <T> a page: the payload, without its envelope
 * @param <R> a row of a page
 */
public interface ListingCall<T, R> extends VenueCall<T> {
    /**
     * Paginates the listing, beginning with this call's page, and returns its rows one by one. The stream is lazy: the
     * next page is fetched when the rows of the one before are used up and another one is asked for. It ends, and
     * fails, where {@link #pages()} does: reading throws {@link VenueException} after the rows that could be read.
     *
     * @throws NotSentException as {@link #pages()} does
     */
    Stream<R> items();

    /**
     * Paginates the listing, beginning with this call's page. The stream is lazy: each page is fetched when the stream
     * is read that far, by an ordinary call with its own deadline and rate limits. The stream ends with an empty page,
     * or where the venue says that there are no more. Rows that a venue sends again at the boundary of two pages are
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
     * @throws NotSentException if a cursor is combined with a time range that spans several windows, or with a sort
     *     order in which the pages cannot be followed
     */
    Stream<T> pages();

    @Override
    ListingCall<T, R> with(CallOptions options);

    /**
     * A completed listing, for tests of code that takes a {@code ListingCall}: it has one page, which holds these rows.
     */
    static <R> ListingCall<List<R>, R> completed(List<R> rows) {
        return completed(rows, rows);
    }

    /**
     * A completed listing whose pages hold more than rows, for tests of code that takes a {@code ListingCall}: it has
     * this one page.
     *
     * @param rows the rows that {@link #items()} returns: those of the page
     */
    static <T, R> ListingCall<T, R> completed(T page, List<R> rows) {
        return new SettledListing<>(Objects.requireNonNull(page, "page"), rows, null);
    }

    /** A failed listing, for tests of code that takes a {@code ListingCall}. */
    static <T, R> ListingCall<T, R> failed(VenueException failure) {
        return new SettledListing<>(null, List.of(), Objects.requireNonNull(failure, "failure"));
    }
}
