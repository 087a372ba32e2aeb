package dev.openvenue.site;

import static dev.openvenue.site.Html.at;
import static dev.openvenue.site.Html.code;
import static dev.openvenue.site.Html.link;
import static dev.openvenue.site.Html.tag;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Schemas as tables: a row for each field, inline objects with the path of theirs, named ones as links. */
final class SchemaTable {
    private static final List<String> BOUNDS = List.of(
            "minimum",
            "maximum",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "pattern",
            "default",
            "example",
            "x-encoding",
            "x-provenance",
            "x-bare-list",
            "x-alternatives");

    private final Spec spec;

    SchemaTable(Spec spec) {
        this.spec = spec;
    }

    /** Where the schema of a name is described, from a page of the same venue. */
    static String target(String name) {
        return "schemas.html#schema-" + name;
    }

    /** The fields of an object, or what else a schema is. */
    Html of(JsonNode schema) {
        JsonNode resolved = spec.resolved(schema);
        List<Html> rows = new ArrayList<>();
        rows("", resolved, rows, new HashSet<>());
        if (rows.isEmpty()) {
            return tag("p", type(resolved), bounds(resolved));
        }
        return Html.table(rows, "Field", "Type", "Meaning");
    }

    private void rows(String prefix, JsonNode schema, List<Html> rows, Set<String> merged) {
        for (JsonNode part : schema.path("allOf")) {
            if (merged.add(Spec.name(part))) {
                rows(prefix, spec.resolved(part), rows, merged);
            }
        }
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties").properties().forEach(property -> {
            JsonNode value = property.getValue();
            String path = prefix + property.getKey();
            rows.add(row(path, value, required.contains(property.getKey())));
            inner(path, value, rows, merged);
        });
        int position = 0;
        for (JsonNode element : schema.path("x-json-array")) {
            rows.add(row(prefix + "[" + position++ + "] " + element.path("name").asText(), element, false));
        }
    }

    private void inner(String path, JsonNode value, List<Html> rows, Set<String> merged) {
        if (value.path("type").asText().equals("array")) {
            inner(path + "[]", value.path("items"), rows, merged);
        } else if (value.has("properties")) {
            rows(path + ".", value, rows, merged);
        }
    }

    private Html row(String name, JsonNode schema, boolean required) {
        return Html.row(
                Html.all(code(name), required ? tag("span", at("class", "mark"), " required") : Html.NONE),
                type(schema),
                Html.all(Markdown.line(schema.path("description").asText()), bounds(schema)));
    }

    /** A type in words, with links to the named ones. */
    Html type(JsonNode schema) {
        String name = Spec.name(schema);
        if (!name.isEmpty()) {
            return link(target(name), name);
        }
        for (String join : List.of("allOf", "oneOf", "anyOf")) {
            List<Html> types = StreamSupport.stream(schema.path(join).spliterator(), false)
                    .filter(part -> part.has("$ref") || part.has("type"))
                    .map(this::type)
                    .toList();
            if (!types.isEmpty()) {
                return joined(types, join.equals("allOf") ? " and " : " or ");
            }
        }
        String type = schema.path("type").asText("anything");
        if (type.equals("array")) {
            return Html.all("list of ", type(schema.path("items")));
        }
        String format = schema.path("format").asText();
        return Html.all(
                type,
                format.isEmpty() ? "" : " (" + format + ")",
                schema.path("nullable").asBoolean() ? ", may be null" : "");
    }

    private static Html joined(List<Html> types, String joint) {
        List<Object> parts = new ArrayList<>();
        for (Html type : types) {
            if (!parts.isEmpty()) {
                parts.add(joint);
            }
            parts.add(type);
        }
        return Html.all(parts.toArray());
    }

    /** Values and limits of a schema. */
    Html bounds(JsonNode schema) {
        List<Object> parts = new ArrayList<>();
        JsonNode values = schema.has("enum") ? schema.path("enum") : schema.path("x-extensible-enum");
        JsonNode names = schema.path("x-enum-varnames");
        for (int i = 0; i < values.size(); i++) {
            parts.add(parts.isEmpty() ? "One of " : ", ");
            parts.add(code(values.path(i).asText()));
            parts.add(names.has(i) ? " (" + names.path(i).asText() + ")" : "");
        }
        for (String bound : BOUNDS) {
            if (schema.has(bound)) {
                parts.add(parts.isEmpty() ? "" : "; ");
                parts.add(bound.replaceFirst("^x-", "") + " ");
                parts.add(code(Facts.flow(schema.path(bound))));
            }
        }
        return parts.isEmpty() ? Html.NONE : tag("span", at("class", "bounds"), parts);
    }
}
