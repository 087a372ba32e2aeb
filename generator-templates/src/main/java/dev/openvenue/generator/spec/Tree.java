package dev.openvenue.generator.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Navigates parsed YAML. */
public final class Tree {
    private Tree() {}

    /** A mapping, with its keys as text; empty if the value is not a mapping. */
    public static Map<String, Object> map(@Nullable Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> raw) {
            raw.forEach((key, item) -> map.put(String.valueOf(key), item));
        }
        return map;
    }

    /** A sequence; a single value counts as a sequence of one. */
    public static List<?> list(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> list ? list : List.of(value);
    }

    /** The values of a sequence as text. */
    public static List<String> texts(@Nullable Object value) {
        return list(value).stream().map(String::valueOf).toList();
    }

    /** A scalar as text; empty if there is none. */
    public static String text(@Nullable Object value) {
        return value == null ? "" : String.valueOf(value);
    }

    /** The JSON pointer of a child. */
    public static String child(String pointer, String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }
}
