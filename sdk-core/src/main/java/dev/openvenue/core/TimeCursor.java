package dev.openvenue.core;

import dev.openvenue.core.annotation.Page;
import dev.openvenue.core.annotation.Pagination;
import dev.openvenue.core.error.MalformedResponseException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Paginates backwards in time. Rows of one millisecond may be split between two pages, so the next page begins with the
 * last row's time; and as long as it is not known whether the venue's time range includes its end, the end is one
 * millisecond later. A page that does not lead any further is full of rows of one millisecond; if there are rows before
 * that, some of that millisecond may be missing.
 */
final class TimeCursor<T> {
    private final Page page;
    private final Pagination pagination;
    private boolean endIncluded;
    private boolean crowded;
    private boolean full;

    TimeCursor(Page page) {
        this.page = page;
        this.pagination = new Pagination(page);
    }

    /** Whether a listing is paginated with such a cursor. */
    static boolean leads(Page page, HttpCall<?> call) {
        return page.start() < 0 && !page.row().isEmpty() && call.arguments().isTime(page.parameter());
    }

    /** The value for the page after this one, which has rows. */
    String after(PageRead<T> read) {
        Instant last = time(read, pagination.cursor(read.rows()));
        Instant before = time(read, read.asked(page.parameter()));
        if (last == null) {
            throw read.withoutCursor();
        }
        try {
            return Long.toString((before == null ? last.plusMillis(1) : next(read, last, before)).toEpochMilli());
        } catch (ArithmeticException e) {
            // The end of representable time.
            throw read.withoutCursor();
        }
    }

    private Instant next(PageRead<T> read, Instant last, Instant before) {
        List<Instant> times = times(read);
        if (crowded && (endIncluded || !times.contains(before))) {
            throw crowded(read);
        }
        endIncluded |= times.contains(before);
        Instant next = endIncluded ? last : last.plusMillis(1);
        crowded = !next.isBefore(before);
        full = isFull(read);
        if (crowded && times.stream().anyMatch(time -> time.isAfter(before))) {
            throw read.notHonoured(page.parameter());
        }
        return crowded ? before.minusMillis(1) : next;
    }

    /**
     * Ends the listing at this empty page; a failure if the page before was full of rows of one millisecond, of which
     * it may have held only a part.
     */
    void end(PageRead<T> read) {
        if (crowded && full) {
            throw crowded(read);
        }
    }

    private boolean isFull(PageRead<T> read) {
        Object size = page.size().isEmpty() ? null : read.call().arguments().parameter(page.size());
        return size instanceof Number rows && read.rows().size() >= rows.longValue();
    }

    private List<Instant> times(PageRead<T> read) {
        return read.texts(page.row())
                .map(text -> time(read, text))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private @Nullable Instant time(PageRead<T> read, String text) {
        return text.isEmpty()
                ? null
                : (Instant) read.next(page.parameter(), text).arguments().parameter(page.parameter());
    }

    private static MalformedResponseException crowded(PageRead<?> read) {
        return read.malformed(
                "there may be more rows of one millisecond than the page before holds, and those are out of"
                        + " reach; ask for more rows a page");
    }
}
