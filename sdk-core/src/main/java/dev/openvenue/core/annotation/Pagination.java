package dev.openvenue.core.annotation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Page} says of a page that was read: whether the listing ends with it, and how to ask for the next one.
 * Payloads and rows are JSON values.
 */
public record Pagination(Page page) {
    /** More zeros than this are not written out: 1e999999999 would take a gigabyte, and no id looks like that. */
    private static final int LONGEST_ZEROS = 100;

    /** Whether pages are numbered. */
    public boolean isNumbered() {
        return page.start() >= 0;
    }

    /** Whether the venue says that this is the last page. */
    public boolean saysLast(@Nullable Object payload) {
        return text(payload, page.more()).equalsIgnoreCase("false");
    }

    /** Whether the venue says that there are more pages. */
    public boolean saysMore(@Nullable Object payload) {
        return text(payload, page.more()).equalsIgnoreCase("true");
    }

    /** Whether the listing ends with this page: the venue says so, or the page is empty and the venue is silent. */
    public boolean isLast(@Nullable Object payload, List<?> rows) {
        return saysLast(payload) || (rows.isEmpty() && !saysMore(payload));
    }

    /** The value that asks for the page after this one; empty if the response holds none. Not for numbered pages. */
    public String next(@Nullable Object payload, List<?> rows, Map<String, String> envelope) {
        if (!page.row().isEmpty()) {
            return cursor(rows);
        }
        return page.payload().isEmpty() ? envelope.getOrDefault(page.envelope(), "") : text(payload, page.payload());
    }

    /**
     * Whether a page without the next value is a fault, and not the end: every row must have its id, and a venue that
     * says that there is more must say where.
     */
    public boolean mustHaveNext(@Nullable Object payload) {
        return !page.row().isEmpty() || saysMore(payload);
    }

    /** Whether a page holds nothing but the row that it was asked for by: an inclusive cursor repeats it at the end. */
    public boolean isCursorAlone(List<?> rows, String asked) {
        return rows.size() == 1 && !page.row().isEmpty() && cursor(rows).equals(asked);
    }

    /** The cursor of the last row that has one; empty if none has. */
    public String cursor(List<?> rows) {
        String last = "";
        for (Object row : rows) {
            String text = text(row, page.row());
            last = text.isEmpty() ? last : text;
        }
        return last;
    }

    /** A scalar field of an object as text; empty if it is absent. */
    public static String text(@Nullable Object value, String field) {
        Object scalar = value instanceof Map<?, ?> map ? map.get(field) : null;
        return scalar instanceof BigDecimal number && Math.abs((long) number.scale()) <= LONGEST_ZEROS
                ? number.toPlainString()
                : Objects.toString(scalar, "");
    }
}
