package dev.openvenue.core.codegen;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies lists and maps, however deep they are nested, so that what was checked is what is sent. Nulls are kept. */
public final class Copies {
    private Copies() {}

    /** A copy of a list or map that nobody can change; anything else is given back as it is. */
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
