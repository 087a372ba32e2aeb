package dev.openvenue.core;

import dev.openvenue.core.annotation.Page;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
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
 * The pages of a listing, fetched one by one as {@link Page} says. A venue whose cursor is inclusive sends the last row again; such rows
 * are left out of payloads that are lists. Paging ends with a page that holds nothing new, so that no venue can keep it going forever.
 */
final class Pages<T> extends Spliterators.AbstractSpliterator<T> {
    private final Page page;
    private @Nullable HttpCall<T> next;
    private int number;
    private Set<@Nullable Object> before = Set.of();

    private Pages(Page page, HttpCall<T> first) {
        super(Long.MAX_VALUE, Spliterator.ORDERED);
        this.page = page;
        this.number = first(page, first);
        this.next = companions(page, first);
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
        HttpCall<T> call = next;
        if (call == null) {
            return false;
        }
        Exchange<T> exchange = call.exchange();
        T value = exchange.value();
        Object payload = call.endpoint().payload().toJsonValue(value);
        List<?> rows = page.rows().equals(".") ? list(payload) : list(member(payload, page.rows()));
        List<Integer> fresh = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (!before.contains(rows.get(i))) {
                fresh.add(i);
            }
        }
        before = new HashSet<>(rows);
        next = fresh.isEmpty() || isLast(call, payload, rows) ? null : following(call, exchange, payload, rows);
        if (fresh.isEmpty()) {
            return false;
        }
        action.accept(withoutRepeated(value, rows, fresh));
        return true;
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

    /** Rows that the page before had too are dropped from a list; another payload is given as it came. */
    @SuppressWarnings({"unchecked", "NullAway"}) // A list of the same elements is of the payload's own type.
    private static <T> T withoutRepeated(@Nullable T value, List<?> rows, List<Integer> fresh) {
        if (!(value instanceof List<?> list) || fresh.size() == rows.size()) {
            return value;
        }
        List<@Nullable Object> kept = new ArrayList<>();
        fresh.forEach(i -> kept.add(list.get(i)));
        return (T) kept;
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
}
