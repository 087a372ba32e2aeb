package dev.openvenue.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what a JSON value loses when it is converted to a model: misspelt fields, mostly. */
final class DroppedFields {
    private DroppedFields() {}

    /** The paths of everything that was given and dropped; a null counts as absent. */
    static List<String> between(String name, @Nullable Object given, @Nullable Object kept) {
        return compare(given, kept).stream()
                .map(path -> name.isEmpty() && path.startsWith(".") ? path.substring(1) : name + path)
                .toList();
    }

    /** The paths from here on. They grow on the way back, since nearly always there are none. */
    private static List<String> compare(@Nullable Object given, @Nullable Object kept) {
        List<String> paths = new ArrayList<>(0);
        if (given instanceof Map<?, ?> members && kept instanceof Map<?, ?> left) {
            members.forEach(
                    (name, value) -> compare(value, left.get(name)).forEach(path -> paths.add("." + name + path)));
        } else if (given instanceof List<?> elements && kept instanceof List<?> left) {
            for (int i = 0; i < elements.size(); i++) {
                for (String path : compare(elements.get(i), i < left.size() ? left.get(i) : null)) {
                    paths.add("[" + i + "]" + path);
                }
            }
        } else if (given != null && kept == null) {
            paths.add("");
        }
        return paths;
    }
}
