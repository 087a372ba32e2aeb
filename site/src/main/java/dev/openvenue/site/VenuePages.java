package dev.openvenue.site;

import static dev.openvenue.site.Html.at;
import static dev.openvenue.site.Html.code;
import static dev.openvenue.site.Html.link;
import static dev.openvenue.site.Html.tag;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The reference of one venue: an overview, a page for each tag, its schemas and its error catalogue. */
final class VenuePages {
    private static final List<String> FACTS = List.of(
            "x-envelope",
            "x-signature",
            "x-client-headers",
            "x-receive-window",
            "x-rate-limit-headers",
            "x-server-time");

    private final Spec spec;
    private final String folder;
    private final SearchIndex index;
    private final SchemaTable schemas;

    VenuePages(Spec spec, SearchIndex index) {
        this.spec = spec;
        this.folder = folder(spec);
        this.index = index;
        this.schemas = new SchemaTable(spec);
    }

    static String folder(Spec spec) {
        return "venues/" + spec.id() + "/";
    }

    List<Page> pages() throws IOException {
        List<Page> pages = new ArrayList<>();
        pages.add(overview());
        for (Map.Entry<String, List<Spec.Operation>> tag : spec.operations().entrySet()) {
            pages.add(operations(tag.getKey(), tag.getValue()));
        }
        pages.add(schemas());
        pages.add(errors());
        return pages;
    }

    private static String file(String tag) {
        return tag.replaceAll("(\\p{Lower})(\\p{Upper})", "$1-$2")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                + ".html";
    }

    private Page page(String file, String title, Object... content) {
        List<Html> entries = new ArrayList<>();
        entries.add(tag("li", link("index.html", spec.name())));
        spec.operations().keySet().forEach(tag -> entries.add(tag("li", link(file(tag), tag))));
        entries.add(tag("li", link("schemas.html", "Schemas")));
        entries.add(tag("li", link("errors.html", "Error codes")));
        Html menu = tag("nav", at("class", "contents"), at("aria-label", spec.name()), tag("ul", entries));
        return new Page(
                folder + file,
                title,
                tag("div", at("class", "guide"), menu, tag("article", tag("h1", title), Html.all(content))));
    }

    private Page overview() {
        JsonNode info = spec.at("info");
        List<Html> servers = new ArrayList<>();
        spec.at("servers")
                .forEach(server -> servers.add(tag(
                        "li",
                        code(server.path("url").asText()),
                        " ",
                        server.path("description").asText())));
        List<Html> facts = new ArrayList<>();
        for (String name : FACTS) {
            if (!spec.at(name).isMissingNode()) {
                facts.add(tag("dt", code(name)));
                facts.add(tag("dd", code(Facts.flow(spec.at(name)))));
            }
        }
        String limits = Facts.limits(spec.at("x-rate-limit"));
        List<Html> tags = new ArrayList<>();
        spec.operations()
                .forEach((tag, operations) -> tags.add(Html.all(
                        tag("h2", link(file(tag), tag)),
                        Html.table(
                                operations.stream().map(o -> row(tag, o)).toList(),
                                "Operation",
                                "",
                                "Limit",
                                "Retry",
                                "Permission"))));
        String manifest = "dev.openvenue:openvenue-" + spec.id();
        return page(
                "index.html",
                spec.name(),
                Markdown.blocks(info.path("description").asText()),
                tag(
                        "p",
                        "Version of the venue's API: ",
                        info.path("x-api-version").asText(),
                        ". Java client: ",
                        code(manifest),
                        "."),
                tag("h2", "Servers"),
                tag("ul", servers),
                limits.isEmpty() ? Html.NONE : tag("p", "Every request counts against: ", limits, "."),
                tag("h2", "What a client must know"),
                tag("dl", at("class", "facts"), facts),
                tag(
                        "p",
                        link("../../debugger/index.html", "The signature debugger"),
                        " shows step by step how a request is signed; ",
                        link("../../" + Guides.page("specs/README.md") + "#vocabulary", "the vocabulary"),
                        " says what each fact means, and ",
                        link("../../" + Guides.page("specs/" + spec.id() + "/SOURCES.md"), "the sources"),
                        " where each comes from."),
                tags);
    }

    private Html row(String tag, Spec.Operation operation) {
        JsonNode facts = operation.facts();
        JsonNode retry = facts.path("x-retry");
        String target = file(tag) + "#" + operation.id();
        index.add(
                "Operation of " + spec.name(),
                operation.id(),
                operation.method() + " " + operation.path() + " "
                        + facts.path("summary").asText(),
                folder + target);
        return Html.row(
                link(target, code(operation.id())),
                Markdown.line(facts.path("summary").asText()),
                facts.has("x-rate-limit") ? Facts.limits(facts.path("x-rate-limit")) : "",
                retry.isTextual() ? retry.asText() : "with the client's id",
                facts.path("x-permission").asText("public"));
    }

    private Page operations(String tag, List<Spec.Operation> operations) throws IOException {
        OperationSection section = new OperationSection(spec);
        List<Html> sections = new ArrayList<>();
        List<Html> contents = new ArrayList<>();
        for (Spec.Operation operation : operations) {
            sections.add(section.of(operation));
            contents.add(tag("li", link("#" + operation.id(), operation.id())));
        }
        return page(file(tag), spec.name() + ": " + tag, tag("ul", at("class", "columns"), contents), sections);
    }

    private Page schemas() {
        List<Html> sections = new ArrayList<>();
        spec.schemas().properties().forEach(schema -> {
            String name = schema.getKey();
            String description = schema.getValue().path("description").asText();
            index.add("Schema of " + spec.name(), name, description, folder + SchemaTable.target(name));
            sections.add(tag(
                    "section",
                    tag("h2", at("id", "schema-" + name), code(name)),
                    Markdown.blocks(description),
                    schemas.of(schema.getValue())));
        });
        return page("schemas.html", spec.name() + ": schemas", sections);
    }

    private Page errors() {
        List<Html> rows = new ArrayList<>();
        for (JsonNode entry : spec.at("x-error-codes")) {
            for (JsonNode node : entry.path("codes")) {
                String code = node.asText();
                String id = "code-" + code.replaceAll("[^A-Za-z0-9_.-]", "_");
                String meaning = entry.path("meaning").asText();
                String kind = entry.path("kind").asText();
                index.add("Error of " + spec.name(), code, meaning + " " + kind, folder + "errors.html#" + id);
                rows.add(tag(
                        "tr",
                        at("id", id),
                        tag("td", code(code)),
                        tag("td", Markdown.line(meaning)),
                        tag("td", kind),
                        tag("td", entry.path("effect").asText()),
                        tag("td", entry.path("remedy").asText().replace('-', ' ')),
                        tag("td", origin(entry))));
            }
        }
        return page(
                "errors.html",
                spec.name() + ": error codes",
                tag(
                        "p",
                        "Effect says whether a rejected request may have changed something at the venue, remedy what to"
                                + " do; ",
                        link("../../" + Guides.page("docs/guide.md"), "the guide"),
                        " has more."),
                tag(
                        "p",
                        at("class", "filter"),
                        tag(
                                "label",
                                "Only rows with ",
                                tag("input", at("type", "search"), at("data-filter", "errors"))),
                        " ",
                        tag("output", at("id", "errors-count"))),
                tag(
                        "div",
                        at("id", "errors"),
                        Html.table(rows, "Code", "Meaning", "Kind", "Effect", "Remedy", "Source")));
    }

    private static String origin(JsonNode entry) {
        String provenance = entry.path("provenance").asText("documented");
        String see = entry.path("see").asText();
        return provenance
                + (entry.path("inferred").asBoolean() ? "; effect and remedy are ours" : "")
                + (see.isEmpty() ? "" : "; see " + see);
    }
}
