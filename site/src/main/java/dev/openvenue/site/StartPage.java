package dev.openvenue.site;

import static dev.openvenue.site.Html.at;
import static dev.openvenue.site.Html.link;
import static dev.openvenue.site.Html.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The page that the site opens with: what there is. */
record StartPage(List<Spec> specs, Map<String, String> guides, boolean withJavadoc, String version) {
    Page page() {
        List<Html> venues = new ArrayList<>();
        for (Spec spec : specs) {
            venues.add(tag(
                    "li",
                    link(VenuePages.folder(spec) + "index.html", spec.name()),
                    " (",
                    link(VenuePages.folder(spec) + "errors.html", "errors"),
                    ")"));
        }
        List<Html> pages = new ArrayList<>();
        guides.forEach((file, title) -> {
            if (!file.endsWith("SOURCES.md")) {
                pages.add(tag("li", link(Guides.page(file), title), " ", tag("small", file)));
            }
        });
        return new Page(
                "index.html",
                "OpenVenue",
                Html.all(
                        tag("h1", "OpenVenue"),
                        tag(
                                "p",
                                "OpenAPI descriptions of trading venues, and the Java SDK generated from them. Version"
                                        + " ",
                                version,
                                ". ",
                                link(Guides.page("README.md"), "What it is and how to begin"),
                                "."),
                        tag(
                                "div",
                                at("class", "cards"),
                                tag("section", tag("h2", "Reference"), tag("ul", venues)),
                                tag("section", tag("h2", "Guides"), tag("ul", pages)),
                                tag("section", tag("h2", "Tools"), tag("ul", tools())))));
    }

    private List<Html> tools() {
        List<Html> tools = new ArrayList<>();
        tools.add(tag("li", link("debugger/index.html", "Signature debugger"), ": why was my signature rejected?"));
        tools.add(tag("li", link("search.html", "Search"), ": operations, error codes, schemas, guides"));
        if (withJavadoc) {
            tools.add(tag("li", link("javadoc/index.html", "Javadoc"), " of the SDK"));
        }
        return tools;
    }
}
