package dev.openvenue.site;

import static dev.openvenue.site.Html.at;
import static dev.openvenue.site.Html.link;
import static dev.openvenue.site.Html.tag;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.commonmark.node.Node;

/** The Markdown of the repository as pages: {@code docs/guide.md} is {@code guides/docs/guide.html}. */
final class Guides {
    private static final String FOLDER = "guides/";

    private final Path root;
    private final Map<String, String> titles = new TreeMap<>();

    Guides(Path root) throws IOException {
        this.root = root;
        for (String folder : List.of("", "docs", "specs", "simulator", "benchmarks")) {
            try (Stream<Path> files = Files.list(root.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".md")).forEach(this::add);
            }
        }
        try (Stream<Path> venues = Files.list(root.resolve("specs"))) {
            venues.map(venue -> venue.resolve("SOURCES.md"))
                    .filter(Files::isRegularFile)
                    .forEach(this::add);
        }
    }

    private void add(Path file) {
        String path = root.relativize(file).toString().replace('\\', '/');
        titles.put(path, new Headings(parse(path)).title());
    }

    /** The pages by their paths in the repository, with their titles. */
    Map<String, String> titles() {
        return titles;
    }

    /** Where the page of a file of the repository is, from the root of the site. */
    static String page(String file) {
        return FOLDER + file.substring(0, file.length() - ".md".length()) + ".html";
    }

    Page page(String file, SearchIndex index, List<String> images) {
        Node document = parse(file);
        Headings headings = new Headings(document);
        String path = page(file);
        GuideLinks links = new GuideLinks(file, titles.keySet(), images);
        document.accept(links);
        List<Html> contents = new ArrayList<>();
        headings.all().forEach(heading -> {
            index.add("Guide: " + headings.title(), heading.text(), "", path + "#" + heading.id());
            if (heading.level() == 2) {
                contents.add(tag("li", link("#" + heading.id(), heading.text())));
            }
        });
        Html body = Markdown.render(document, context -> headings);
        Html aside = contents.size() < 3
                ? Html.NONE
                : tag("nav", at("class", "contents"), at("aria-label", "Contents"), tag("ul", contents));
        return new Page(path, headings.title(), tag("div", at("class", "guide"), aside, tag("article", body)));
    }

    private Node parse(String file) {
        try {
            return Markdown.parse(Files.readString(root.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
