package dev.openvenue.conformance.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** In words, what became of an API: each line names the type and what was removed, added or changed. */
final class ApiDifference {
    private ApiDifference() {}

    /** Returns nothing if the two are the same. */
    static List<String> between(String accepted, String found) {
        Map<String, Type> before = types(accepted);
        Map<String, Type> after = types(found);
        List<String> lines = new ArrayList<>();
        before.forEach((name, type) -> {
            Type now = after.get(name);
            if (now == null) {
                lines.add("removed " + name + ": " + type.head());
            } else {
                lines.addAll(between(name, type, now));
            }
        });
        after.forEach((name, type) -> {
            if (!before.containsKey(name)) {
                lines.add("added " + name + ": " + type.head());
            }
        });
        return lines;
    }

    private static List<String> between(String name, Type before, Type after) {
        List<String> lines = new ArrayList<>();
        if (!before.head().equals(after.head())) {
            lines.add("changed " + name + ": " + before.head() + " became " + after.head());
        }
        without(before.members(), after.members()).forEach(member -> lines.add("removed from " + name + ": " + member));
        without(after.members(), before.members()).forEach(member -> lines.add("added to " + name + ": " + member));
        if (lines.isEmpty() && !before.members().equals(after.members())) {
            lines.add("reordered in " + name + ": " + String.join(", ", after.members()));
        }
        return lines;
    }

    private static Set<String> without(List<String> members, List<String> others) {
        Set<String> rest = new LinkedHashSet<>(members);
        others.forEach(rest::remove);
        return rest;
    }

    /** A type by its full name. */
    private static Map<String, Type> types(String text) {
        Map<String, Type> types = new LinkedHashMap<>();
        PublicApi.parse(text).forEach((key, members) -> {
            int colon = key.indexOf(": ");
            String head = key.substring(colon + 2);
            types.put(key.substring(0, colon) + "." + simpleName(head), new Type(head, members));
        });
        return types;
    }

    private static String simpleName(String head) {
        return head.replaceFirst("^.*?(?:class|interface|record|enum) ([\\w.]+).*$", "$1");
    }

    private record Type(String head, List<String> members) {}
}
