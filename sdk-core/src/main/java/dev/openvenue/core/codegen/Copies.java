package dev.openvenue.core.codegen;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Copies lists and maps, however deeply nested, so that the values that are validated are the values that are sent.
 * Nulls are kept.
 */
public final class Copies {
    private Copies() {}

    /** An immutable copy of a list or map; anything else is returned unchanged. */
    @SuppressWarnings("unchecked") // A list of the same elements is of the list's own type, and so is a map.
    public static <T> @Nullable T of(@Nullable T value) {
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            list.forEach(element -> copy.add(of(element)));
            return (T) Collections.unmodifiableList(copy);
        } else if (value instanceof Map<?, ?> map) {
            Map<@Nullable Object, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, member) -> copy.put(key, of(member)));
            return (T) Collections.unmodifiableMap(copy);
        }
        return value;
    }
}
