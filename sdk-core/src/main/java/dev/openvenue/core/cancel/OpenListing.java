package dev.openvenue.core.cancel;

import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.annotation.Page;
import dev.openvenue.core.annotation.Pagination;
import dev.openvenue.core.cancel.Observation.View;
import dev.openvenue.core.cancel.OrderLookup.Found;
import dev.openvenue.core.cancel.OrderLookup.Row;
import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import dev.openvenue.core.codegen.JsonTree;
import dev.openvenue.core.error.VenueException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Paginates the list of open orders. Orders that it does not contain will be reported as closed, so it ends only where
 * the venue itself says so: with an empty page, or with a statement that there is no next page. A short page is not an
 * end, because venues clamp the page size, and neither is a page that repeats known rows: a cursor or a page number may
 * not be honoured, and rows may come in another order than newest first.
 *
 * <p>Numbered pages shift while orders close, and an order may move from a page that is still unread to one that was
 * read: such a list counts only if two readings of it agree.
 */
final class OpenListing {
    private static final int READINGS = 4;

    private static final Row ABSENT = new Row(new OrderLookup.NotFound(true), null, null, View.OPEN_LIST);

    /** The state after a page. */
    enum Progress {
        /** There is another page to read. */
        MORE,
        /** The list is complete. */
        WHOLE,
        /** The list cannot be trusted; {@link #problem} says why. */
        UNUSABLE
    }

    private final VenueContext venue;
    private final Query open;
    private final Map<String, Object> arguments;
    private final SnapshotReader snapshots;
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

    OpenListing(VenueContext venue, Query open, Map<String, Object> arguments) {
        this(venue, open, arguments, Integer.MAX_VALUE);
    }

    /** @param wanted how many rows a page should have at most; the venue's own bound applies too */
    OpenListing(VenueContext venue, Query open, Map<String, Object> arguments, int wanted) {
        this.venue = venue;
        this.open = open;
        this.arguments = arguments;
        this.snapshots = new SnapshotReader(venue);
        this.page = venue.gateway().page(open.operation());
        this.pagination = page == null ? null : new Pagination(page);
        Integer largest =
                page == null || page.size().isEmpty() ? null : venue.gateway().largest(open.operation(), page.size());
        this.size = largest == null ? null : Integer.valueOf(Math.min(largest, wanted));
        this.cursor = firstPage();
    }

    String operation() {
        return open.operation();
    }

    /** The arguments of the next page. */
    Map<String, Object> next() {
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
    Progress read(VenueResponse<?> response) {
        latest = List.of();
        List<Object> found = JsonTree.whole(JsonTree.at(response.value(), open.rows()));
        if (found == null) {
            return unusable("responded without a list of orders, which is no empty list");
        }
        latest = found;
        boolean fresh = false;
        for (Object row : found) {
            String id = JsonTree.text(row, open.orderId());
            if (id == null) {
                return unusable("listed something that is not an order");
            }
            Object known = rows.put(id, row);
            fresh |= known == null;
            if (known != null && state(known) == Found.OPEN) {
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
    Map<String, Object> rows() {
        return rows;
    }

    /** The rows of the page that was read last. */
    List<Object> latest() {
        return latest;
    }

    /** What the list says about each of the given ids. */
    List<Row> lookups(IdKind kind, List<String> ids) {
        Map<String, Row> found = new HashMap<>();
        rows.forEach((orderId, row) -> {
            String id = kind == IdKind.ORDER_ID ? orderId : JsonTree.text(row, open.clientOrderId());
            if (id != null) {
                Row shown = new Row(state(row), orderId, snapshots.read(open, row, state(row)), View.OPEN_LIST);
                found.merge(id, shown, (one, other) -> one.lookup() == Found.OPEN ? one : other);
            }
        });
        return ids.stream().map(id -> found.getOrDefault(id, ABSENT)).toList();
    }

    /** A listed order is open, unless its own state says that it is not. */
    Found state(Object row) {
        return OrderLookupReader.state(venue.description().states(), JsonTree.text(row, open.status()))
                .orElse(Found.OPEN);
    }

    /** Why the list cannot be trusted. */
    VenueException problem(VenueResponse<?> response) {
        return venue.malformed(open.operation(), problem, response);
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
        boolean mayShift = pagination != null && pagination.isNumbered() && pages > 0;
        if (!mayShift || rows.keySet().equals(lastReading)) {
            return Progress.WHOLE;
        }
        if (++readings == READINGS) {
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
