package dev.openvenue.generator.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Follows the references of a raw spec. Whatever is missing is an empty mapping: reporting it is up to the rules. */
public final class SpecTree {
    /** More references in a row than this are a cycle. */
    private static final int LONGEST_CHAIN = 20;

    private final Map<String, Object> root;

    /** Creates the tree of a spec's document. */
    public SpecTree(Map<String, Object> root) {
        this.root = root;
    }

    public Map<String, Object> root() {
        return root;
    }

    /** The mapping behind a reference. */
    public Map<String, Object> resolve(Map<String, Object> value) {
        Map<String, Object> current = value;
        for (int i = 0; i < LONGEST_CHAIN && !reference(current).isEmpty(); i++) {
            Map<String, Object> target = root;
            for (String step : reference(current).replaceFirst("^#/", "").split("/")) {
                target = Tree.map(target.get(step.replace("~1", "/").replace("~0", "~")));
            }
            current = target;
        }
        return current;
    }

    /** What a schema refers to; of an object or the bare list that it has in a member, the object. */
    private static String reference(Map<String, Object> schema) {
        List<?> alternatives = Tree.list(schema.get("oneOf"));
        return Tree.text((alternatives.size() == 2 ? Tree.map(alternatives.get(0)) : schema).get("$ref"));
    }

    /** The members of an object including those of its parts, or the elements of an array that represents a record. */
    public Map<String, Map<String, Object>> members(Map<String, Object> schema) {
        Map<String, Map<String, Object>> members = new LinkedHashMap<>();
        Map<String, Object> target = resolve(schema);
        Tree.list(target.get("allOf")).forEach(part -> members.putAll(members(Tree.map(part))));
        Tree.map(target.get("properties")).forEach((name, member) -> members.put(name, Tree.map(member)));
        Tree.list(target.get("x-json-array"))
                .forEach(element -> members.put(Tree.text(Tree.map(element).get("name")), Tree.map(element)));
        return members;
    }

    /** The schema of an element, if the schema is a list; otherwise the schema itself. */
    public Map<String, Object> element(Map<String, Object> schema) {
        Map<String, Object> target = resolve(schema);
        boolean row = target.containsKey("x-json-array");
        return target.containsKey("items") && !row ? resolve(Tree.map(target.get("items"))) : target;
    }
}
