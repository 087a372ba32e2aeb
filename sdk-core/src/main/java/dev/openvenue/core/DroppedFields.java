package dev.openvenue.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what a JSON value loses when it is converted to a model: misspelt fields, mostly. */
final class DroppedFields {
    private final List<String> paths = new ArrayList<>();

    private DroppedFields() {}

    /** The paths of everything that was given and dropped; a null counts as absent. */
    static List<String> between(String name, @Nullable Object given, @Nullable Object kept) {
        DroppedFields lost = new DroppedFields();
        lost.compare(name, given, kept);
        return lost.paths;
    }

    private void compare(String path, @Nullable Object given, @Nullable Object kept) {
        if (given instanceof Map<?, ?> members && kept instanceof Map<?, ?> left) {
            members.forEach(
                    (name, value) -> compare(path.isEmpty() ? "" + name : path + "." + name, value, left.get(name)));
        } else if (given instanceof List<?> elements && kept instanceof List<?> left) {
            for (int i = 0; i < elements.size(); i++) {
                compare(path + "[" + i + "]", elements.get(i), i < left.size() ? left.get(i) : null);
            }
        } else if (given != null && kept == null) {
            paths.add(path);
        }
    }
}
