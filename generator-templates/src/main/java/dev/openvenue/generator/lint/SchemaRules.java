package dev.openvenue.generator.lint;

import dev.openvenue.generator.spec.SpecTree;
import dev.openvenue.generator.spec.Tree;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules that a schema must satisfy for its Java type to be lossless. */
final class SchemaRules {
    private static final Set<String> INTEGERS = Set.of("int32", "int64", "id", "epoch-millis", "epoch-seconds");

    private final SchemaCheck check;
    private final SpecTree tree;
    private final Violations violations;
    private final Set<String> names = new HashSet<>();
    private final Map<String, Map<String, Object>> titled = new HashMap<>();

    SchemaRules(SchemaCheck check, SpecTree tree, Violations violations) {
        this.check = check;
        this.tree = tree;
        this.violations = violations;
    }

    void check(String pointer, Map<String, Object> schema) {
        if (schema.containsKey("$ref")) {
            return;
        }
        type(pointer, schema);
        Tree.texts(schema.get("required")).forEach(name -> member(Tree.child(pointer, "required"), name, schema));
        alternatives(pointer, schema);
        title(pointer, schema);
        if (schema.containsKey("enum")) {
            names(pointer, schema);
        }
        if (schema.containsKey("example")) {
            example(Tree.child(pointer, "example"), schema, schema.get("example"));
        }
    }

    /** The name of a component: it becomes a class. */
    void name(String pointer, String name) {
        names.add(name);
        String message = JavaNames.violationOfClass(name);
        if (!message.isEmpty()) {
            violations.report(pointer, "the schema name " + name + " " + message, "Choose another name in PascalCase");
        }
    }

    /** The names of components, and titles. */
    Set<String> names() {
        Set<String> all = new HashSet<>(names);
        all.addAll(titled.keySet());
        return all;
    }

    /** The examples beside the schema of a parameter or of content. */
    void examples(String pointer, Map<String, Object> holder) {
        if (!(holder.get("schema") instanceof Map<?, ?>)) {
            return;
        }
        Map<String, Object> schema = Tree.map(holder.get("schema"));
        if (holder.containsKey("example")) {
            example(Tree.child(pointer, "example"), schema, holder.get("example"));
        }
        Tree.map(holder.get("examples")).forEach((name, entry) -> {
            String at = Tree.child(Tree.child(Tree.child(pointer, "examples"), name), "value");
            example(at, schema, Tree.map(entry).get("value"));
        });
    }

    private void type(String pointer, Map<String, Object> schema) {
        String type = Tree.text(schema.get("type"));
        String format = Tree.text(schema.get("format"));
        switch (type) {
            case "integer" -> {
                if (!INTEGERS.contains(format)) {
                    violations.report(
                            pointer,
                            format.isEmpty() ? "an integer without a format" : "an integer of the format " + format,
                            "Write format: int32, int64, id, epoch-millis or epoch-seconds");
                }
            }
            case "number" -> {
                if (!format.equals("decimal")) {
                    violations.report(
                            pointer, "a number that would become binary floating point", "Write format: decimal");
                }
            }
            case "array" -> {
                if (!schema.containsKey("items") && !schema.containsKey("x-json-array")) {
                    violations.report(pointer, "an array that does not say of what", "Add items");
                }
            }
            case "string", "boolean", "object" -> {}
            case "" -> untyped(pointer, schema);
            default ->
                violations.report(pointer, "the type " + type + " has no mapping", "Use the types of specs/README.md");
        }
    }

    private void untyped(String pointer, Map<String, Object> schema) {
        if (schema.containsKey("properties")) {
            violations.report(pointer, "properties without a type", "Add type: object");
        } else if (schema.containsKey("enum") && !listedTwice(schema)) {
            violations.report(
                    pointer, "an enum without a type", "Add type: string or integer, or list each value as both");
        }
    }

    /** A part of an {@code allOf} is flattened into the whole and needs no name. */
    private void title(String pointer, Map<String, Object> schema) {
        boolean row = schema.containsKey("x-json-array");
        boolean record = row || schema.containsKey("properties") || (schema.containsKey("allOf") && !described(schema));
        if (!record || named(pointer) || pointer.matches(".*/allOf/\\d+")) {
            return;
        }
        if (row || pointer.matches(".*/x-(json-array|encoding)/.*")) {
            violations.report(
                    pointer,
                    row ? "an x-json-array without a name" : "an object schema in place inside an extension",
                    "Move it to components/schemas and refer to it");
            return;
        }
        if (!schema.containsKey("title")) {
            violations.report(
                    pointer, "an object schema in place without a title", "Add a title; it becomes the type's name");
            return;
        }
        String title = Tree.text(schema.get("title"));
        String at = Tree.child(pointer, "title");
        String message = JavaNames.violationOfClass(title);
        if (!message.isEmpty()) {
            violations.report(at, "the title " + title + " " + message, "Choose another title in PascalCase");
        }
        Map<String, Object> before = titled.putIfAbsent(title, schema);
        boolean taken = check.resolves("#/components/schemas/" + title);
        if (taken || (before != null && !before.equals(schema))) {
            violations.report(
                    at, "another schema is called " + title, "Choose another title, or refer to the other schema");
        }
    }

    /** Whether each value of an enum is listed as text and as a number, because it may arrive as either. */
    private static boolean listedTwice(Map<String, Object> schema) {
        List<?> values = Tree.list(schema.get("enum"));
        return values.stream().allMatch(value -> values.contains(value.toString()))
                && values.size() == 2 * distinct(values);
    }

    private static long distinct(List<?> values) {
        return values.stream().map(String::valueOf).distinct().count();
    }

    private void names(String pointer, Map<String, Object> schema) {
        if (!named(pointer)) {
            violations.report(pointer, "an enum without a name", "Move it to components/schemas and refer to it");
        }
        if (!schema.containsKey("x-enum-varnames")) {
            return;
        }
        List<String> given = Tree.texts(schema.get("x-enum-varnames"));
        long values = distinct(Tree.list(schema.get("enum")));
        String at = Tree.child(pointer, "x-enum-varnames");
        if (given.size() != values) {
            violations.report(
                    at,
                    given.size() + " names for " + values + " values",
                    "Give one name for each value, in their order");
        }
        if (new HashSet<>(given).size() != given.size() || given.contains("NOT_LISTED")) {
            violations.report(
                    at, "a name that is taken", "Give each value a name of its own; NOT_LISTED is the generator's");
        }
    }

    /** Whether a schema is a reference with its own description, which a bare one cannot have. */
    private static boolean described(Map<String, Object> schema) {
        List<?> parts = Tree.list(schema.get("allOf"));
        return parts.size() == 1
                && Tree.map(parts.get(0)).containsKey("$ref")
                && schema.containsKey("description")
                && !schema.containsKey("properties");
    }

    private void alternatives(String pointer, Map<String, Object> schema) {
        for (String key : List.of("oneOf", "anyOf")) {
            required(pointer, key, schema);
            boolean pure = Tree.list(schema.get(key)).stream()
                    .allMatch(item -> Tree.map(item).keySet().equals(Set.of("required")));
            if (schema.containsKey(key) && !pure && !ranges(pointer, key, schema) && !objectOrList(key, schema)) {
                violations.report(
                        Tree.child(pointer, key),
                        key + " of schemas has no mapping",
                        "List only required fields, describe one object with all fields, or say with x-bare-list that a"
                                + " list may stand in place of the object");
            }
        }
        bareList(pointer, schema);
        for (String key : List.of("not", "discriminator", "patternProperties")) {
            if (schema.containsKey(key)) {
                violations.report(
                        Tree.child(pointer, key), key + " has no mapping", "Describe one object with all fields");
            }
        }
    }

    /** What is required must be a member, or the check is one that nothing can fail or pass. */
    private void required(String pointer, String key, Map<String, Object> schema) {
        List<?> alternatives = Tree.list(schema.get(key));
        for (int i = 0; i < alternatives.size(); i++) {
            for (String name : Tree.texts(Tree.map(alternatives.get(i)).get("required"))) {
                member(Tree.child(pointer, key) + "/" + i, name, schema);
            }
        }
    }

    private void member(String pointer, String name, Map<String, Object> schema) {
        // The parts of an allOf see the members of one another.
        if (!pointer.contains("/allOf/") && !tree.members(schema).containsKey(name)) {
            violations.report(
                    pointer, "required names " + name + ", which is no member", "Correct the name, or add the member");
        }
    }

    /** Whether it is an object with an x-bare-list, or in its place the list of that member. */
    private boolean objectOrList(String key, Map<String, Object> schema) {
        List<?> alternatives = Tree.list(schema.get(key));
        if (!key.equals("oneOf")
                || alternatives.size() != 2
                || !Set.of("oneOf", "description").containsAll(schema.keySet())) {
            return false;
        }
        Map<String, Object> object = tree.resolve(Tree.map(alternatives.get(0)));
        Map<String, Object> list = Tree.map(alternatives.get(1));
        Map<String, Object> member = tree.members(object).getOrDefault(Tree.text(object.get("x-bare-list")), Map.of());
        return Tree.map(alternatives.get(0)).containsKey("$ref")
                && list.keySet().equals(Set.of("type", "items"))
                && Tree.map(list.get("items"))
                        .equals(Tree.map(tree.resolve(member).get("items")));
    }

    private void bareList(String pointer, Map<String, Object> schema) {
        if (!schema.containsKey("x-bare-list")) {
            return;
        }
        Map<String, Object> member = tree.members(schema).getOrDefault(Tree.text(schema.get("x-bare-list")), Map.of());
        if (!named(pointer) || !"array".equals(tree.resolve(member).get("type"))) {
            violations.report(
                    Tree.child(pointer, "x-bare-list"),
                    "no component, or its member " + schema.get("x-bare-list") + " is no array",
                    "Name the member of the component that the bare list stands for");
        }
    }

    /** Whether a member that is a number may lie in one of several ranges. */
    private static boolean ranges(String pointer, String key, Map<String, Object> schema) {
        return key.equals("anyOf")
                && pointer.matches(".*/properties/[^/]+")
                && Set.of("integer", "number").contains(Tree.text(schema.get("type")))
                && Tree.list(schema.get(key)).stream()
                        .map(item -> Tree.map(item).keySet())
                        .allMatch(keys ->
                                !keys.isEmpty() && Set.of("minimum", "maximum").containsAll(keys));
    }

    private void example(String pointer, Map<String, Object> schema, @Nullable Object example) {
        check.violations(schema, example)
                .forEach(v -> violations.report(
                        pointer + v.pointer(),
                        "the example does not satisfy its schema: " + v.message(),
                        "Correct one of the two"));
    }

    private static boolean named(String pointer) {
        return pointer.matches("/components/schemas/[^/]+");
    }
}
