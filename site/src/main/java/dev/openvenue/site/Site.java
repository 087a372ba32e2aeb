package dev.openvenue.site;

import static dev.openvenue.site.Html.at;
import static dev.openvenue.site.Html.code;
import static dev.openvenue.site.Html.link;
import static dev.openvenue.site.Html.tag;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes the site: {@code Site <root of the repository> <folder to write to> <version> <whether with Javadoc>}. It
 * reads what the build made of the specs, the debugger and the clients.
 */
public final class Site {
    private static final String JAVADOC = "javadoc/index.html";
    private static final String RESULTS = "benchmarks/RESULTS.md";

    private final Path root;
    private final Path target;
    private final String version;
    private final boolean withJavadoc;
    private final SearchIndex index = new SearchIndex();
    private final List<Html.Attribute> menu = new ArrayList<>();

    private Site(Path root, Path target, String version, boolean withJavadoc) {
        this.root = root;
        this.target = target;
        this.version = version;
        this.withJavadoc = withJavadoc;
    }

    /** Called by the build. */
    public static void main(String[] args) throws IOException {
        Path target = Path.of(args[1]);
        deleteAll(target);
        new Site(Path.of(args[0]).toRealPath(), target, args[2], Boolean.parseBoolean(args[3])).write();
    }

    private void write() throws IOException {
        Path published = root.resolve("specs/target/classes/dev/openvenue/specs");
        List<Spec> specs = new ArrayList<>();
        for (JsonNode venue : Spec.json(published.resolve("index.json")).path("venues")) {
            specs.add(Spec.read(published.resolve(venue.path("openapi").asText())));
        }
        Guides guides = new Guides(root);
        menu(guides);

        List<Page> pages = new ArrayList<>();
        Set<String> images = new LinkedHashSet<>();
        for (String file : guides.titles().keySet()) {
            List<String> needed = new ArrayList<>();
            pages.add(guides.page(file, index, needed));
            images.addAll(needed);
        }
        for (Spec spec : specs) {
            pages.addAll(new VenuePages(spec, index).pages());
        }
        pages.add(new StartPage(specs, guides.titles(), withJavadoc, version).page());
        pages.add(venues(specs));
        pages.add(search());
        for (Page page : pages) {
            write(page.path(), page.html(menu));
        }
        for (String image : images) {
            copy(root.resolve(image), "guides/" + image);
        }
        write("search-index.js", index.script());
        for (String file : List.of("site.css", "site.js")) {
            try (InputStream resource = Site.class.getResourceAsStream(file)) {
                Files.copy(Objects.requireNonNull(resource), target.resolve(file));
            }
        }
        debugger();
        if (withJavadoc) {
            Javadoc.write(root, target.resolve("javadoc"), version);
        }
    }

    private void menu(Guides guides) {
        menu.add(at("OpenVenue", "index.html"));
        menu.add(at("Venues", "venues/index.html"));
        menu.add(at("Guide", Guides.page("docs/guide.md")));
        menu.add(at("Signature debugger", "debugger/index.html"));
        if (withJavadoc) {
            menu.add(at("Javadoc", JAVADOC));
        }
        if (guides.titles().containsKey(RESULTS)) {
            menu.add(at("Benchmarks", Guides.page(RESULTS)));
        }
    }

    private static Page venues(List<Spec> specs) {
        List<Html> rows = new ArrayList<>();
        for (Spec spec : specs) {
            int operations =
                    spec.operations().values().stream().mapToInt(List::size).sum();
            rows.add(Html.row(
                    link(spec.id() + "/index.html", spec.name()),
                    operations,
                    link(spec.id() + "/errors.html", "error codes"),
                    code("dev.openvenue:openvenue-" + spec.id())));
        }
        return new Page(
                "venues/index.html",
                "Venues",
                Html.all(tag("h1", "Venues"), Html.table(rows, "Venue", "Operations", "Errors", "Java client")));
    }

    private static Page search() {
        return new Page(
                "search.html",
                "Search",
                Html.all(
                        tag("h1", "Search"),
                        tag(
                                "p",
                                at("id", "found"),
                                at("role", "status"),
                                "The search is a script: allow scripts for this page."),
                        tag("ol", at("id", "hits")),
                        tag("script", at("src", "search-index.js"))));
    }

    /** The debugger's folder, with a way back to the site. */
    private void debugger() throws IOException {
        Path folder = root.resolve("debugger/target/classes/dev/openvenue/debugger");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                copy(file, "debugger/" + file.getFileName());
            }
        }
        Path page = target.resolve("debugger/index.html");
        String home = link("../index.html", "OpenVenue").markup();
        Files.writeString(page, Files.readString(page).replace("<!-- home -->", home));
    }

    private void write(String path, String text) throws IOException {
        Path file = target.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    private void copy(Path from, String path) throws IOException {
        Path file = target.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.copy(from, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
