package dev.openvenue.core;

import dev.openvenue.core.annotation.Page;
import dev.openvenue.core.annotation.Pagination;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the next page of one window as {@link Page} describes. A window ends with an empty page, or when the venue says
 * so. A page that is shorter than requested is not an end, because a venue may return fewer rows than requested; that
 * costs one call. A page whose rows are all known is not an end either: the venue did not honour the request, and there
 * may be rows that cannot be reached. The exceptions are the one row that an inclusive cursor repeats, and numbered
 * pages, which shift when rows arrive.
 */
final class PageCursor<T> {
    /** How many consecutive pages may contain nothing new. */
    private static final int BARREN_PAGES = 5;

    private final Page page;
    private final Pagination pagination;
    private final @Nullable TimeCursor<T> time;
    private final Set<String> asked = new HashSet<>();
    private List<? extends @Nullable Object> rowsBefore = List.of();
    private long number;
    private int barren;

    PageCursor(Page page, HttpCall<T> first) {
        this.page = page;
        this.pagination = new Pagination(page);
        this.time = TimeCursor.leads(page, first) ? new TimeCursor<>(page) : null;
        String given = first.arguments().text(page.parameter());
        this.number = page.start() < 0 || given.isEmpty() ? page.start() : Long.parseLong(given);
        asked.add(given);
    }

    /**
     * Adds the arguments that the venue requires along with the cursor, unless the caller set them. A time cursor works
     * in one direction only, so there the caller has no choice.
     */
    static <T> HttpCall<T> companions(Page page, HttpCall<T> first) {
        HttpCall<T> call = first;
        for (String companion : page.arguments()) {
            String name = companion.substring(0, companion.indexOf('='));
            String value = companion.substring(name.length() + 1);
            String given = call.arguments().text(name);
            if (given.isEmpty()) {
                call = call.withArgument(name, value);
            } else if (TimeCursor.leads(page, call) && !given.equals(value)) {
                throw call.notSent(name + " is '" + given + "', but pages() goes on by " + page.parameter()
                        + " and needs '" + value + "'; leave " + name + " out");
            }
        }
        return call;
    }

    /** Returns the call for the page after this one; null if this was the last. */
    @Nullable
    HttpCall<T> after(PageRead<T> read) {
        if (pagination.isLast(read.payload(), read.rows())) {
            if (time != null) {
                time.end(read);
            }
            return null;
        }
        barren = read.progress() ? 0 : barren + 1;
        if (barren > BARREN_PAGES) {
            throw read.malformed("none of the rows of " + barren + " pages in succession is new, so " + page.parameter()
                    + " was not honoured, or rows arrive faster than they are read; ask for more rows a page");
        }
        String next = next(read);
        rowsBefore = read.rows();
        return next == null ? null : read.next(page.parameter(), next);
    }

    private @Nullable String next(PageRead<T> read) {
        if (pagination.isNumbered()) {
            number++;
            return Long.toString(number);
        }
        return time == null ? following(read) : time.after(read);
    }

    private @Nullable String following(PageRead<T> read) {
        boolean repeated = repeatsCursor(read);
        if (!read.progress() && !read.rows().isEmpty() && !repeated) {
            throw read.notHonoured(page.parameter());
        }
        String value =
                pagination.next(read.payload(), read.rows(), read.response().envelope());
        if (value.isEmpty()) {
            return atTheEnd(read);
        } else if (asked.add(value)) {
            return value;
        } else if (repeated) {
            return null;
        }
        throw read.notHonoured(page.parameter());
    }

    /** Handles an absent cursor: the end, where the venue sends one with every page but the last. */
    private @Nullable String atTheEnd(PageRead<T> read) {
        if (pagination.mustHaveNext(read.payload())) {
            throw read.withoutCursor();
        }
        return null;
    }

    /** Whether the page holds nothing but the row that an inclusive cursor repeats. */
    private boolean repeatsCursor(PageRead<T> read) {
        if (!page.row().isEmpty()) {
            return pagination.isCursorAlone(read.rows(), read.asked(page.parameter()));
        }
        return read.rows().size() == 1
                && !rowsBefore.isEmpty()
                && Objects.equals(read.rows().get(0), rowsBefore.get(rowsBefore.size() - 1));
    }
}
