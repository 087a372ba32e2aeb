package dev.openvenue.core;

import dev.openvenue.core.annotation.Page;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Paginates a listing: fetches pages one by one as {@link PageCursor} describes, in one time window after the other as
 * {@link TimeWindows} describes. Rows that a venue sends again, because its cursor is inclusive or because two windows
 * share them, are dropped. The pagination ends with the last window.
 */
final class Pages<T> extends Spliterators.AbstractSpliterator<T> {
    /**
     * More rows than a venue repeats, yet few enough for memory: rows are repeated at page boundaries, so only the
     * latest ones matter.
     */
    private static final int REMEMBERED = 10_000;

    private final Page page;
    private final Iterator<HttpCall<T>> windows;
    private PageCursor<T> cursor;
    private @Nullable HttpCall<T> next;
    private @Nullable PageRead<T> last;
    private Set<@Nullable Object> windowBefore = Collections.emptySet();
    private Set<@Nullable Object> thisWindow = lastRows();

    private Pages(Page page, HttpCall<T> first) {
        super(Long.MAX_VALUE, Spliterator.ORDERED);
        this.page = page;
        this.windows = TimeWindows.of(PageCursor.companions(page, first));
        HttpCall<T> call = windows.next();
        this.cursor = new PageCursor<>(page, call);
        this.next = call;
    }

    static <T> Stream<T> of(HttpCall<T> first, Page page) {
        return StreamSupport.stream(new Pages<>(page, first), false);
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        for (HttpCall<T> call = next(); call != null; call = next()) {
            PageRead<T> read = read(call);
            List<Integer> fresh = fresh(read);
            thisWindow.addAll(read.rows());
            last = read;
            next = null;
            if (!fresh.isEmpty()) {
                action.accept(read.only(fresh, page.rows()));
                return true;
            }
        }
        return false;
    }

    /**
     * The next call to make; determined only when the reader continues, so that it gets every page before a failure.
     */
    private @Nullable HttpCall<T> next() {
        if (next == null && last != null) {
            next = cursor.after(last);
            last = null;
            if (next == null && windows.hasNext()) {
                next = windows.next();
                cursor = new PageCursor<>(page, next);
                windowBefore = thisWindow;
                thisWindow = lastRows();
            }
        }
        return next;
    }

    private PageRead<T> read(HttpCall<T> call) {
        VenueResponse<T> response = call.executeWithResponse();
        Object payload = call.endpoint().payload().toJsonValue(response.value());
        if (payload == null) {
            throw call.malformed("it holds no payload, so nothing is known of its rows", response);
        }
        List<?> rows = PageRead.rows(payload, page.rows());
        boolean progress = rows.stream().anyMatch(row -> !thisWindow.contains(row));
        return new PageRead<>(call, response, payload, rows, progress);
    }

    /** The indexes of the rows that were not returned yet. */
    private List<Integer> fresh(PageRead<T> read) {
        List<Integer> fresh = new ArrayList<>();
        for (int i = 0; i < read.rows().size(); i++) {
            Object row = read.rows().get(i);
            if (!thisWindow.contains(row) && !windowBefore.contains(row)) {
                fresh.add(i);
            }
        }
        return fresh;
    }

    /** A bounded set that evicts its oldest row. */
    private static Set<@Nullable Object> lastRows() {
        return Collections.newSetFromMap(new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<@Nullable Object, Boolean> eldest) {
                return size() > REMEMBERED;
            }
        });
    }
}
