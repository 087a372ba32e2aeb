package dev.openvenue.site;

import static dev.openvenue.site.Html.at;
import static dev.openvenue.site.Html.code;
import static dev.openvenue.site.Html.link;
import static dev.openvenue.site.Html.tag;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One operation on the page of its tag. */
final class OperationSection {
    private final Spec spec;
    private final SchemaTable schemas;

    OperationSection(Spec spec) {
        this.spec = spec;
        this.schemas = new SchemaTable(spec);
    }

    Html of(Spec.Operation operation) throws IOException {
        JsonNode facts = operation.facts();
        List<Html> parts = new ArrayList<>();
        parts.add(tag("h2", at("id", operation.id()), code(operation.id())));
        parts.add(tag("p", tag("strong", Markdown.line(facts.path("summary").asText()))));
        parts.add(tag("p", code(operation.method() + " " + operation.path())));
        parts.add(Markdown.blocks(facts.path("description").asText()));
        parts.add(Facts.of(facts));
        parts.add(parameters(facts.path("parameters")));
        JsonNode body = facts.path("requestBody");
        if (!body.isMissingNode()) {
            parts.add(content("Body", body));
        }
        for (var response : facts.path("responses").properties()) {
            String title = response.getKey().equals("default") ? "Rejection" : "Response " + response.getKey();
            JsonNode resolved = spec.resolved(response.getValue());
            parts.add(
                    response.getKey().equals("default")
                            ? tag("p", "Rejections have codes of the ", link("errors.html", "error catalogue"), ".")
                            : content(title, resolved));
        }
        String source = facts.path("externalDocs").path("url").asText();
        if (!source.isEmpty()) {
            String text = facts.path("externalDocs").path("description").asText(source);
            parts.add(tag("p", "The venue's own page: ", link(source, text)));
        }
        return tag("section", parts);
    }

    private Html parameters(JsonNode parameters) {
        List<Html> rows = new ArrayList<>();
        for (JsonNode reference : parameters) {
            JsonNode parameter = spec.resolved(reference);
            JsonNode schema = parameter.path("schema");
            rows.add(Html.row(
                    Html.all(
                            code(parameter.path("name").asText()),
                            parameter.path("required").asBoolean()
                                    ? tag("span", at("class", "mark"), " required")
                                    : Html.NONE),
                    parameter.path("in").asText(),
                    schemas.type(schema),
                    Html.all(
                            Markdown.line(parameter.path("description").asText()),
                            schemas.bounds(spec.resolved(schema)),
                            example(parameter.path("example")))));
        }
        return rows.isEmpty()
                ? Html.NONE
                : Html.all(tag("h3", "Parameters"), Html.table(rows, "Name", "In", "Type", "Meaning"));
    }

    private static Html example(JsonNode example) {
        return example.isMissingNode()
                ? Html.NONE
                : tag("span", at("class", "bounds"), "example ", code(Facts.flow(example)));
    }

    private Html content(String title, JsonNode described) throws IOException {
        List<Html> parts = new ArrayList<>();
        for (var content : described.path("content").properties()) {
            JsonNode schema = content.getValue().path("schema");
            String name = Spec.name(schema);
            parts.add(tag(
                    "h3",
                    title,
                    ": ",
                    name.isEmpty() ? schemas.type(schema) : link(SchemaTable.target(name), name),
                    " ",
                    tag("small", content.getKey())));
            parts.add(Markdown.blocks(described.path("description").asText()));
            parts.add(schemas.of(schema));
            for (var example : content.getValue().path("examples").properties()) {
                parts.add(tag(
                        "details",
                        tag(
                                "summary",
                                "Example ",
                                example.getKey(),
                                " (",
                                example.getValue().path("summary").asText(),
                                ")"),
                        tag(
                                "pre",
                                at("tabindex", "0"),
                                Spec.pretty(example.getValue().path("value")))));
            }
        }
        return Html.all(parts);
    }
}
