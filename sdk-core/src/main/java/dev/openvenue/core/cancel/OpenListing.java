package dev.openvenue.core.cancel;

import dev.openvenue.core.Exchange;
import dev.openvenue.core.VenueException;
import dev.openvenue.core.annotation.Page;
import dev.openvenue.core.cancel.BatchCancelDescription.Query;
import dev.openvenue.core.cancel.OrderSight.Row;
import dev.openvenue.core.cancel.OrderSight.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the list of open orders page by page. Numbered pages shift while orders close, and an order may slip from a page not yet
 * read to one that was: such a list counts only if two readings of it agree.
 */
final class OpenListing {
    private static final int READINGS = 4;

    /** What a page led to. */
    enum Progress {
        /** There is another page to read. */
        MORE,
        /** The list is whole. */
        WHOLE,
        /** The list cannot be trusted; {@link #problem} says why. */
        UNUSABLE
    }

    private final CancelVenue venue;
    private final Query open;
    private final Map<String, Object> arguments;
    private final @Nullable Page page;
    private final @Nullable Integer size;
    private final Map<String, Object> rows = new LinkedHashMap<>();
    private @Nullable Set<String> lastReading;
    private @Nullable Object cursor;
    private List<String> lastPage = List.of();
    private String problem = "";
    private int pages;
    private int readings;

    OpenListing(CancelVenue venue, Query open, Map<String, Object> arguments) {
        this.venue = venue;
        this.open = open;
        this.arguments = arguments;
        this.page = venue.gateway().page(open.operation());
        this.size =
                page == null || page.size().isEmpty() ? null : venue.gateway().largest(open.operation(), page.size());
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

    /** Takes a page in. */
    Progress read(Exchange<?> exchange) {
        Object payload = exchange.value();
        List<Object> found = JsonTree.rows(JsonTree.at(payload, open.rows()));
        List<String> ids = new ArrayList<>();
        boolean fresh = false;
        for (Object row : found) {
            String id = JsonTree.text(row, open.orderId());
            if (id == null) {
                problem = "listed something that is no order";
                return Progress.UNUSABLE;
            }
            ids.add(id);
            fresh |= rows.put(id, row) == null;
        }
        if (isSamePage(ids)) {
            problem = "answered the page before once more, so there may be orders that it does not show";
            return Progress.UNUSABLE;
        }
        pages++;
        Page paging = page;
        if (paging == null || !fresh || (size != null && found.size() < size) || saysLast(paging, payload)) {
            return ended();
        }
        cursor = following(paging, exchange, found.get(found.size() - 1));
        return cursor == null ? ended() : Progress.MORE;
    }

    /** The orders of the list, by the venue's id. */
    Map<String, Object> rows() {
        return rows;
    }

    /** What the list says of each of these ids. */
    List<Row> sights(BatchCancelDescription.IdKind kind, List<String> ids) {
        Map<String, Row> found = new LinkedHashMap<>();
        rows.forEach((orderId, row) -> {
            String id =
                    kind == BatchCancelDescription.IdKind.ORDER_ID ? orderId : JsonTree.text(row, open.clientOrderId());
            if (id != null) {
                found.put(id, new Row(state(row), orderId));
            }
        });
        return ids.stream()
                .map(id -> found.getOrDefault(id, new Row(new OrderSight.Absent(true), null)))
                .toList();
    }

    /** What is listed as open is open, unless its own state says that it is not. */
    State state(Object row) {
        return OrderSightReader.state(venue.description().states(), JsonTree.text(row, open.status()))
                .orElse(State.OPEN);
    }

    /** Why the list cannot be trusted. */
    VenueException problem(Exchange<?> exchange) {
        return venue.malformed(open.operation(), problem, exchange);
    }

    /** A cursor that includes its row repeats that one; a venue that repeats a whole page did not heed the cursor. */
    private boolean isSamePage(List<String> ids) {
        boolean same = page != null && !page.row().isEmpty() && ids.size() > 1 && ids.equals(lastPage);
        lastPage = ids;
        return same;
    }

    private Progress ended() {
        boolean mayShift = page != null && page.start() >= 0 && pages > 1;
        if (!mayShift || rows.keySet().equals(lastReading)) {
            return Progress.WHOLE;
        }
        if (++readings == READINGS) {
            problem = "kept changing while its pages were read";
            return Progress.UNUSABLE;
        }
        lastReading = new HashSet<>(rows.keySet());
        rows.clear();
        pages = 0;
        cursor = firstPage();
        return Progress.MORE;
    }

    private @Nullable Object firstPage() {
        return page != null && page.start() >= 0 ? page.start() : null;
    }

    private static boolean saysLast(Page page, @Nullable Object payload) {
        return !page.more().isEmpty() && "false".equalsIgnoreCase(JsonTree.text(payload, page.more()));
    }

    private @Nullable Object following(Page page, Exchange<?> exchange, Object lastRow) {
        if (page.start() >= 0) {
            return page.start() + pages;
        } else if (!page.row().isEmpty()) {
            return JsonTree.text(lastRow, page.row());
        } else if (!page.payload().isEmpty()) {
            return JsonTree.text(exchange.value(), page.payload());
        }
        return exchange.envelope().get(page.envelope());
    }
}
