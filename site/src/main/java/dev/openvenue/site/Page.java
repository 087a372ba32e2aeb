package dev.openvenue.site;

import static dev.openvenue.site.Html.at;
import static dev.openvenue.site.Html.link;
import static dev.openvenue.site.Html.tag;

import java.util.ArrayList;
import java.util.List;

/**
 * A page of the site.
 *
 * @param path where it is, from the root of the site, with slashes
 * @param content what stands below the head that all pages have
 */
record Page(String path, String title, Html content) {
    /**
     * No script and no style but those of the site; no connection to anywhere. {@code file:} is what 'self' is not,
     * without a server.
     */
    private static final String POLICY = "default-src 'none'; script-src 'self' file:; style-src 'self' file:;"
            + " img-src 'self' file: data:; form-action 'self' file:; base-uri 'none'";

    /** The way from a page to the root of the site. */
    static String root(String path) {
        return "../".repeat((int) path.chars().filter(c -> c == '/').count());
    }

    String html(List<Html.Attribute> menu) {
        String root = root(path);
        List<Html> entries = new ArrayList<>();
        menu.forEach(entry -> entries.add(tag("li", link(root + entry.value(), entry.name()))));
        Html head = tag(
                "head",
                tag("meta", at("charset", "utf-8")),
                tag("meta", at("http-equiv", "Content-Security-Policy"), at("content", POLICY)),
                tag("meta", at("name", "viewport"), at("content", "width=device-width, initial-scale=1")),
                tag("title", title.equals("OpenVenue") ? title : title + " · OpenVenue"),
                tag("link", at("rel", "icon"), at("href", "data:,")),
                tag("link", at("rel", "stylesheet"), at("href", root + "site.css")),
                tag("script", at("src", root + "site.js"), at("defer", "defer")));
        Html search = tag(
                "form",
                at("action", root + "search.html"),
                at("role", "search"),
                tag("label", at("for", "q"), "Search"),
                tag(
                        "input",
                        at("id", "q"),
                        at("name", "q"),
                        at("type", "search"),
                        at("autocomplete", "off"),
                        at("title", "Operations, error codes, schemas and guides; the key / leads here")));
        Html body = tag(
                "body",
                tag("a", at("class", "skip"), at("href", "#content"), "Skip to the content"),
                tag("header", tag("nav", at("aria-label", "Site"), tag("ul", entries)), search),
                tag("main", at("id", "content"), content));
        return "<!doctype html>\n" + tag("html", at("lang", "en"), head, body).markup() + "\n";
    }
}
