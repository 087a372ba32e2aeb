package dev.openvenue.core;

import dev.openvenue.core.annotation.Page;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a listing, fetched one by one as {@link Page} says, in one window of time after the other as {@link TimeWindows} says.
 * Rows that a venue sends again, because its cursor is inclusive or because two windows share them, are left out. A window ends with
 * a page that holds nothing new, so that no venue can keep it going forever; the paging ends with the last window. Only when a venue answers a
 * page of several rows a second time, whole, it did not heed the cursor, and there may be rows that nobody can reach: that is a failure.
 */
final class Pages<T> extends Spliterators.AbstractSpliterator<T> {
    /** More rows than a venue repeats, and not more than memory can take: rows are repeated at seams, so the last ones count. */
    private static final int REMEMBERED = 10_000;

    private final Page page;
    private final Iterator<HttpCall<T>> windows;
    private @Nullable HttpCall<T> next;
    private int number;
    private List<?> lastPage = List.of();
    private Set<@Nullable Object> windowBefore = Set.of();
    private Set<@Nullable Object> thisWindow = Set.of();

    private Pages(Page page, HttpCall<T> first) {
        super(Long.MAX_VALUE, Spliterator.ORDERED);
        this.page = page;
        this.windows = TimeWindows.of(companions(page, first));
        this.next = nextWindow();
    }

    static <T> Stream<T> of(HttpCall<T> first) {
        Page page = first.endpoint().page();
        if (page == null) {
            throw new UnsupportedOperationException(
                    first.endpoint().id() + " has no pages; make the call as it is, it answers everything at once");
        }
        return StreamSupport.stream(new Pages<>(page, first), false);
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        for (HttpCall<T> call = next; call != null; call = next) {
            Exchange<T> exchange = call.exchange();
            Object payload = call.endpoint().payload().toJsonValue(exchange.value());
            List<?> rows = page.rows().equals(".") ? list(payload) : list(member(payload, page.rows()));
            refuseSamePage(call, exchange, rows);
            boolean progress = false;
            List<Integer> fresh = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                boolean unseen = !thisWindow.contains(rows.get(i));
                progress |= unseen;
                if (unseen && !windowBefore.contains(rows.get(i))) {
                    fresh.add(i);
                }
            }
            thisWindow.addAll(rows);
            next = progress && !isLast(call, payload, rows) ? following(call, exchange, payload, rows) : null;
            if (next == null) {
                next = nextWindow();
            }
            if (!fresh.isEmpty()) {
                action.accept(only(fresh, call, exchange.value(), payload, rows));
                return true;
            }
        }
        return false;
    }

    private void refuseSamePage(HttpCall<T> call, Exchange<T> exchange, List<?> rows) {
        if (!page.row().isEmpty() && rows.size() > 1 && rows.equals(lastPage)) {
            throw call.malformed(
                    "it is the page before once more, so " + page.parameter()
                            + " was not heeded and further rows are out of reach; ask for fewer, a shorter time perhaps",
                    exchange);
        }
        lastPage = rows;
    }

    private @Nullable HttpCall<T> nextWindow() {
        if (!windows.hasNext()) {
            return null;
        }
        HttpCall<T> first = windows.next();
        number = first(page, first);
        lastPage = List.of();
        windowBefore = thisWindow;
        thisWindow = Collections.newSetFromMap(new LastRows());
        return first;
    }

    private boolean isLast(HttpCall<T> call, @Nullable Object payload, List<?> rows) {
        if (!page.more().isEmpty() && "false".equals(text(member(payload, page.more())))) {
            return true;
        }
        String size = page.size().isEmpty() ? null : text(call.arguments().parameter(page.size()));
        return size != null && rows.size() < Integer.parseInt(size);
    }

    private @Nullable HttpCall<T> following(
            HttpCall<T> call, Exchange<T> exchange, @Nullable Object payload, List<?> rows) {
        String value;
        if (page.start() >= 0) {
            number++;
            value = Integer.toString(number);
        } else if (!page.row().isEmpty()) {
            value = text(member(rows.get(rows.size() - 1), page.row()));
        } else if (!page.payload().isEmpty()) {
            value = text(member(payload, page.payload()));
        } else {
            value = exchange.envelope().get(page.envelope());
        }
        return value == null || value.isEmpty() ? null : call.withArgument(page.parameter(), value);
    }

    /** The payload with the fresh rows alone. */
    @SuppressWarnings({"unchecked", "NullAway"}) // A list of the same elements is of the payload's own type.
    private T only(List<Integer> fresh, HttpCall<T> call, @Nullable T value, @Nullable Object payload, List<?> rows) {
        if (fresh.size() == rows.size()) {
            return value;
        }
        if (value instanceof List<?> list) {
            return (T) chosen(fresh, list);
        }
        Map<String, @Nullable Object> other = new LinkedHashMap<>((Map<String, Object>) payload);
        other.put(page.rows(), chosen(fresh, rows));
        return call.endpoint().payload().fromJsonValue(other);
    }

    private static List<@Nullable Object> chosen(List<Integer> indices, List<?> list) {
        List<@Nullable Object> chosen = new ArrayList<>();
        indices.forEach(i -> chosen.add(list.get(i)));
        return chosen;
    }

    private static <T> int first(Page page, HttpCall<T> call) {
        String asked = page.start() < 0 ? null : text(call.arguments().parameter(page.parameter()));
        return asked == null ? page.start() : Integer.parseInt(asked);
    }

    /** Adds what the venue wants beside the cursor, unless the caller chose it. */
    private static <T> HttpCall<T> companions(Page page, HttpCall<T> first) {
        HttpCall<T> call = first;
        for (String companion : page.arguments()) {
            String name = companion.substring(0, companion.indexOf('='));
            if (call.arguments().parameter(name) == null) {
                call = call.withArgument(name, companion.substring(name.length() + 1));
            }
        }
        return call;
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static @Nullable Object member(@Nullable Object value, String name) {
        return value instanceof Map<?, ?> map ? map.get(name) : null;
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value == null ? null : Objects.toString(value);
    }

    /** Forgets the oldest row when it has too many. */
    private static final class LastRows extends LinkedHashMap<@Nullable Object, Boolean> {
        @Override
        protected boolean removeEldestEntry(Map.Entry<@Nullable Object, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }
}
