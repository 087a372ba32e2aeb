package dev.openvenue.core.place;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON values of unknown shape: whatever is missing, or not of the expected shape, is absent. */
final class Fields {
    private static final int LONGEST_ZEROS = 100;

    private Fields() {}

    /** A member of an object, or the value itself if the name is {@code .}; null if there is none. */
    static @Nullable Object at(@Nullable Object value, @Nullable String name) {
        if (name == null) {
            return null;
        }
        if (name.equals(".")) {
            return value;
        }
        return value instanceof Map<?, ?> map ? map.get(name) : null;
    }

    /**
     * The elements of a list; a single value counts as a list of one. Null unless all of them are present: a response
     * without its payload, or with null rows, is not an empty list.
     */
    static @Nullable List<Object> whole(@Nullable Object value) {
        List<Object> rows = rows(value);
        return value == null || (value instanceof List<?> list && list.size() > rows.size()) ? null : rows;
    }

    /** The elements of a list that are present; a single value counts as a list of one, null as an empty one. */
    static List<Object> rows(@Nullable Object value) {
        List<Object> rows = new ArrayList<>();
        for (Object row : value instanceof List<?> list ? list : Collections.singletonList(value)) {
            if (row != null) {
                rows.add(row);
            }
        }
        return rows;
    }

    /**
     * A scalar member's text, the same for the number 7 and the text "7"; null if it is absent, empty, or no scalar.
     */
    static @Nullable String text(@Nullable Object row, @Nullable String name) {
        Object value = at(row, name);
        if (value instanceof BigDecimal number && Math.abs((long) number.scale()) <= LONGEST_ZEROS) {
            return number.toPlainString();
        }
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            String text = value.toString().strip();
            return text.isEmpty() ? null : text;
        }
        return null;
    }

    /** Compares numbers by value and text ignoring case, since venues vary in how they spell symbols. */
    static boolean isSame(String one, String other) {
        try {
            return new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
        } catch (NumberFormatException e) {
            return one.equalsIgnoreCase(other);
        }
    }
}
