package dev.openvenue.core.engine;

import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.annotation.Page;
import dev.openvenue.core.annotation.Pagination;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import dev.openvenue.core.codegen.JsonTree;
import dev.openvenue.core.error.VenueException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Paginates a list of orders. Orders that a whole list of open ones does not contain will be reported as closed, so it
 * ends only where the venue itself says so: with an empty page, or with a statement that there is no next page. A short
 * page is not an end, because venues clamp the page size, and neither is a page that repeats known rows: a cursor or a
 * page number may not be honoured, and rows may come in another order than newest first.
 *
 * <p>Numbered pages shift while orders close, and an order may move from a page that is still unread to one that was
 * read: such a list proves that an order is absent only if two readings of it agree.
 */
public final class OrderListing {
    private static final int READINGS = 4;

    /** The state after a page. */
    public enum Progress {
        /** There is another page to read. */
        MORE,
        /** The list is complete. */
        WHOLE,
        /** The list cannot be trusted; {@link #problem} says why. */
        UNUSABLE
    }

    private final EngineVenue venue;
    private final Query query;
    private final Map<String, Object> arguments;
    private final int mostReadings;
    private final Predicate<Object> isOpen;
    private final @Nullable Page page;
    private final @Nullable Pagination pagination;
    private final @Nullable Integer size;
    private final Map<String, Object> rows = new LinkedHashMap<>();
    private @Nullable Set<String> lastReading;
    private @Nullable Object cursor;
    private List<Object> latest = List.of();
    private String problem = "";
    private int pages;
    private int pagesOfLastReading;
    private int readings;

    private OrderListing(
            EngineVenue venue,
            Query query,
            Map<String, Object> arguments,
            int wanted,
            int mostReadings,
            Predicate<Object> isOpen) {
        this.venue = venue;
        this.query = query;
        this.arguments = arguments;
        this.mostReadings = mostReadings;
        this.isOpen = isOpen;
        this.page = venue.gateway().page(query.operation());
        this.pagination = page == null ? null : new Pagination(page);
        Integer largest =
                page == null || page.size().isEmpty() ? null : venue.gateway().largest(query.operation(), page.size());
        this.size = largest == null ? null : Integer.valueOf(Math.min(largest, wanted));
        this.cursor = firstPage();
    }

    /**
     * A list that is read to its end, so that it shows what is absent.
     *
     * @param isOpen whether a row shows an open order; of two rows of one order, such a one counts
     */
    public static OrderListing whole(
            EngineVenue venue, Query query, Map<String, Object> arguments, Predicate<Object> isOpen) {
        return new OrderListing(venue, query, arguments, Integer.MAX_VALUE, READINGS, isOpen);
    }

    /**
     * A list that is read as far as it is useful: only what it shows counts.
     *
     * @param wanted how many rows a page should have at most; the venue's own bound applies too
     */
    public static OrderListing partial(EngineVenue venue, Query query, Map<String, Object> arguments, int wanted) {
        return new OrderListing(venue, query, arguments, wanted, 1, row -> true);
    }

    /** The operation that lists. */
    public String operation() {
        return query.operation();
    }

    /** The arguments of the next page. */
    public Map<String, Object> next() {
        Map<String, Object> next = new LinkedHashMap<>(arguments);
        if (page != null && size != null) {
            next.put(page.size(), size);
        }
        if (page != null && cursor != null) {
            next.put(page.parameter(), cursor);
        }
        return next;
    }

    /** Adds a page. */
    public Progress read(VenueResponse<?> response) {
        latest = List.of();
        List<Object> found = JsonTree.whole(JsonTree.at(response.value(), query.rows()));
        if (found == null) {
            return unusable("responded without a list of orders, which is no empty list");
        }
        latest = found;
        boolean fresh = false;
        for (Object row : found) {
            String id = JsonTree.text(row, query.orderId());
            if (id == null) {
                return unusable("listed something that is not an order");
            }
            Object known = rows.put(id, row);
            fresh |= known == null;
            if (known != null && isOpen.test(known)) {
                rows.put(id, known);
            }
        }
        Pagination paging = pagination;
        if (paging == null || (cursor != null && paging.isCursorAlone(found, cursor.toString()))) {
            return ended();
        } else if (found.isEmpty()) {
            return paging.isLast(response.value(), found)
                    ? ended()
                    : unusable("said that there are more orders and listed none");
        } else if (!fresh) {
            return unusable("repeated orders that it had listed instead of going on, so there may be others");
        }
        return turn(paging, response, found);
    }

    /** The orders of the list, by the venue's id; of an incomplete list, those that were seen. */
    public Map<String, Object> rows() {
        return rows;
    }

    /** The rows of the page that was read last. */
    public List<Object> latest() {
        return latest;
    }

    /** Why the list cannot be trusted. */
    public VenueException problem(VenueResponse<?> response) {
        return venue.malformed(query.operation(), problem, response);
    }

    private Progress unusable(String why) {
        problem = why;
        return Progress.UNUSABLE;
    }

    private Progress turn(Pagination paging, VenueResponse<?> response, List<Object> found) {
        pages++;
        if (paging.isLast(response.value(), found) || isAgreed()) {
            return ended();
        }
        if (paging.isNumbered()) {
            cursor = paging.page().start() + pages;
            return Progress.MORE;
        }
        String next = paging.next(response.value(), found, response.envelope());
        if (!next.isEmpty()) {
            cursor = next;
            return Progress.MORE;
        }
        return paging.mustHaveNext(response.value())
                ? unusable("did not say where the next page of the list begins")
                : ended();
    }

    /** Whether a second reading of numbered pages got as far as the first, and shows the same. */
    private boolean isAgreed() {
        return pages == pagesOfLastReading && rows.keySet().equals(lastReading);
    }

    private Progress ended() {
        boolean mayShift = mostReadings > 1 && pagination != null && pagination.isNumbered() && pages > 0;
        if (!mayShift || rows.keySet().equals(lastReading)) {
            return Progress.WHOLE;
        }
        if (++readings == mostReadings) {
            return unusable("kept changing while its pages were read");
        }
        lastReading = new HashSet<>(rows.keySet());
        pagesOfLastReading = pages;
        rows.clear();
        pages = 0;
        cursor = firstPage();
        return Progress.MORE;
    }

    private @Nullable Object firstPage() {
        return page != null && pagination != null && pagination.isNumbered() ? page.start() : null;
    }
}
