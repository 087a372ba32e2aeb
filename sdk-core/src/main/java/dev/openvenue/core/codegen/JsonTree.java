package dev.openvenue.core.codegen;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Navigates JSON values of unknown shape: whatever is missing, or not of the expected shape, is absent. */
public final class JsonTree {
    private static final int LONGEST_ZEROS = 100;

    private JsonTree() {}

    /** A member of an object, or the value itself if the name is {@code .}; null if there is none, or no name. */
    public static @Nullable Object at(@Nullable Object value, @Nullable String name) {
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
     * without its payload, or with null rows, is not an empty list and does not prove an absence.
     */
    public static @Nullable List<Object> whole(@Nullable Object value) {
        List<Object> rows = rows(value);
        return value == null || (value instanceof List<?> list && list.size() > rows.size()) ? null : rows;
    }

    /** The elements of a list that are present; a single value counts as a list of one, null as an empty one. */
    public static List<Object> rows(@Nullable Object value) {
        List<Object> rows = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object element : list) {
                if (element != null) {
                    rows.add(element);
                }
            }
        } else if (value != null) {
            rows.add(value);
        }
        return rows;
    }

    /** A scalar's text, the same for the number 7 and the text "7"; null if it is absent, empty, or not a scalar. */
    public static @Nullable String text(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            // Written out, 1e999999999 would take a gigabyte; no id looks like that.
            return Math.abs((long) number.scale()) > LONGEST_ZEROS ? number.toString() : number.toPlainString();
        }
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            String text = value.toString().strip();
            return text.isEmpty() ? null : text;
        }
        return null;
    }

    /** The text of a member; null if the name is null too. */
    public static @Nullable String text(@Nullable Object value, @Nullable String name) {
        return text(at(value, name));
    }
}
