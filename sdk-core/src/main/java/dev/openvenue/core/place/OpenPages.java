package dev.openvenue.core.place;

import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.annotation.Page;
import dev.openvenue.core.annotation.Pagination;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import dev.openvenue.core.codegen.JsonTree;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the pages of a list in which only what is found counts: nothing depends on reaching its end. */
final class OpenPages {
    /** A list that goes on longer than this is no way to find an order. */
    private static final int MOST_PAGES = 100;

    private final Query query;
    private final Map<String, Object> arguments;
    private final @Nullable Pagination pagination;
    private final Set<String> known = new HashSet<>();
    private List<Object> rows = List.of();
    private @Nullable Object cursor;
    private int pages;

    OpenPages(Query query, Map<String, Object> arguments, PlaceGateway gateway) {
        this.query = query;
        this.arguments = arguments;
        Page page = gateway.page(query.operation());
        this.pagination = page == null ? null : new Pagination(page);
        this.cursor = page != null && page.start() >= 0 ? page.start() : null;
    }

    /** The arguments of the next page. */
    Map<String, Object> arguments() {
        Map<String, Object> next = new LinkedHashMap<>(arguments);
        if (pagination != null && cursor != null) {
            next.put(pagination.page().parameter(), cursor);
        }
        return next;
    }

    /** Takes a page; whether there may be another one. */
    boolean read(VenueResponse<?> response) {
        rows = JsonTree.rows(JsonTree.at(response.value(), query.rows()));
        boolean fresh = false;
        for (Object row : rows) {
            fresh |= known.add(String.valueOf(JsonTree.text(row, query.orderId())));
        }
        pages++;
        if (pagination == null || !fresh || pages == MOST_PAGES || pagination.isLast(response.value(), rows)) {
            return false;
        }
        if (pagination.isNumbered()) {
            cursor = pagination.page().start() + pages;
            return true;
        }
        String next = pagination.next(response.value(), rows, response.envelope());
        cursor = next;
        return !next.isEmpty();
    }

    /** The rows of the page that was read last. */
    List<Object> rows() {
        return rows;
    }
}
