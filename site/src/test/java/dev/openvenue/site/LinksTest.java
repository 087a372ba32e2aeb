package dev.openvenue.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

final class LinksTest {
    @Test
    void everyLinkOfTheSiteLeadsSomewhere() throws IOException {
        Links links = Links.follow();
        // Listed for a look, not called: a build needs no network.
        Files.write(
                Path.of(System.getProperty("openvenue.site")).resolveSibling("external-links.txt"), links.external());
        assertThat(links.broken()).isEmpty();
        assertThat(links.external()).isNotEmpty();
    }

    @Test
    void noPageHasAnIdTwice() throws IOException {
        for (Path page : Links.pages()) {
            Set<String> seen = new HashSet<>();
            List<String> twice = Jsoup.parse(page.toFile()).select("[id]").stream()
                    .map(Element::id)
                    .filter(id -> !seen.add(id))
                    .toList();
            assertThat(twice).as(page.toString()).isEmpty();
        }
    }
}
