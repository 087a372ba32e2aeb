package dev.openvenue.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Follows the links of all pages, but for those inside of the Javadoc, which has a check of its own. */
final class Links {
    private static final Path SITE = Path.of(System.getProperty("openvenue.site"));

    private final Map<Path, Set<String>> anchors = new HashMap<>();
    private final List<String> broken = new ArrayList<>();
    private final Set<String> external = new TreeSet<>();

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(SITE)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .filter(file -> !file.startsWith(SITE.resolve("javadoc")))
                    .toList();
        }
    }

    static Links follow() throws IOException {
        Links links = new Links();
        for (Path page : pages()) {
            Document document = Jsoup.parse(page.toFile());
            for (Element element : document.select("[href], [src], form[action]")) {
                for (String attribute : List.of("href", "src", "action")) {
                    if (element.hasAttr(attribute)) {
                        links.follow(page, element.attr(attribute));
                    }
                }
            }
        }
        return links;
    }

    List<String> broken() {
        return broken;
    }

    Set<String> external() {
        return external;
    }

    private void follow(Path page, String target) throws IOException {
        if (target.matches("(https?|mailto):.*")) {
            external.add(target);
            return;
        }
        if (target.startsWith("data:")) {
            return;
        }
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        String from = SITE.relativize(page) + " -> " + target;
        if (!file.startsWith(SITE) || !Files.isRegularFile(file)) {
            broken.add(from + ": there is no such file");
        } else if (parts.length > 1 && !anchors(file).contains(parts[1])) {
            broken.add(from + ": the page has no such id");
        }
    }

    private Set<String> anchors(Path file) throws IOException {
        Set<String> known = anchors.get(file);
        if (known == null) {
            known = Jsoup.parse(file.toFile()).select("[id]").stream()
                    .map(Element::id)
                    .collect(Collectors.toSet());
            anchors.put(file, known);
        }
        return known;
    }
}
