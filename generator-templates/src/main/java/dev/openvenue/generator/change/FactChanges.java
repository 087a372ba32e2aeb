package dev.openvenue.generator.change;

import dev.openvenue.generator.change.Change.Step;
import dev.openvenue.generator.publish.RuntimeTable;
import dev.openvenue.generator.spec.SpecBundle;
import dev.openvenue.generator.spec.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What changed of our own facts, the {@code x-} extensions: caps, limits, retry classes, error codes, signatures. */
final class FactChanges {
    /** Facts from which the generated client takes methods of its own: without them a program does not compile. */
    private static final Set<String> METHODS = Set.of("batch-cancel", "batch-place", "dead-mans-switch", "page");

    private final String venue;
    private final List<Change> changes = new ArrayList<>();

    private FactChanges(String venue) {
        this.venue = venue;
    }

    static List<Change> of(String venue, SpecBundle before, SpecBundle after) {
        FactChanges facts = new FactChanges(venue);
        Map<String, Object> old = new LinkedHashMap<>(RuntimeTable.of(before));
        Map<String, Object> now = new LinkedHashMap<>(RuntimeTable.of(after));
        Map<String, Object> operationsBefore = Tree.map(old.remove("operations"));
        Map<String, Object> operationsAfter = Tree.map(now.remove("operations"));
        facts.compare("", List.of(), byCode(old), byCode(now));
        operationsBefore.forEach((id, operation) -> {
            if (operationsAfter.containsKey(id)) {
                facts.compare(id + ": ", List.of(), operation, operationsAfter.get(id));
            }
        });
        return facts.changes;
    }

    /** The error catalogue as a table by code, so that a code that moves to another entry is one change. */
    private static Map<String, Object> byCode(Map<String, Object> facts) {
        Map<String, Object> codes = new LinkedHashMap<>();
        for (Object entry : Tree.list(facts.get("error-codes"))) {
            Map<String, Object> rest = new LinkedHashMap<>(Tree.map(entry));
            Object named = rest.remove("codes");
            Tree.texts(named).forEach(code -> codes.put(code, rest));
        }
        Map<String, Object> changed = new LinkedHashMap<>(facts);
        changed.put("error-codes", codes);
        return changed;
    }

    private void compare(String where, List<String> path, @Nullable Object old, @Nullable Object now) {
        if (Objects.equals(old, now)) {
            return;
        }
        if (old instanceof Map<?, ?> && now instanceof Map<?, ?>) {
            Map<String, Object> before = Tree.map(old);
            Map<String, Object> after = Tree.map(now);
            Set<String> keys = new TreeSet<>(before.keySet());
            keys.addAll(after.keySet());
            keys.forEach(key -> compare(where, with(path, key), before.get(key), after.get(key)));
        } else if (old instanceof List<?> before && now instanceof List<?> after && before.size() == after.size()) {
            for (int i = 0; i < before.size(); i++) {
                compare(where, with(path, String.valueOf(i + 1)), before.get(i), after.get(i));
            }
        } else {
            String name = (path.get(0).equals("servers") ? "" : "x-") + String.join(".", path);
            changes.add(new Change(venue, step(path, old, now), where + name + words(old, now)));
        }
    }

    private static List<String> with(List<String> path, String key) {
        List<String> longer = new ArrayList<>(path);
        longer.add(key);
        return longer;
    }

    private static String words(@Nullable Object old, @Nullable Object now) {
        if (old == null) {
            return " is new: " + now;
        }
        return now == null ? " is gone; it was " + old : " was " + old + " and is " + now;
    }

    private static Step step(List<String> path, @Nullable Object old, @Nullable Object now) {
        String fact = path.get(0);
        if (fact.equals("signature") || (path.get(path.size() - 1).equals("cap") && isLower(old, now))) {
            return Step.BREAKING;
        } else if (path.size() == 1 && METHODS.contains(fact)) {
            return old == null ? Step.ADDITION : now == null ? Step.BREAKING : Step.CORRECTION;
        } else if (fact.equals("client-headers")) {
            return old == null ? Step.ADDITION : Step.BREAKING;
        }
        return Step.CORRECTION;
    }

    /** A cap that appears is lower than none. */
    private static boolean isLower(@Nullable Object old, @Nullable Object now) {
        if (!(now instanceof Integer cap)) {
            return false;
        }
        return !(old instanceof Integer before) || cap < before;
    }
}
