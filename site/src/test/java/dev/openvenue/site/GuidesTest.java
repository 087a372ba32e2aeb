package dev.openvenue.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GuidesTest {
    @TempDir
    private Path root;

    private final List<String> images = new ArrayList<>();

    @BeforeEach
    void repository() throws IOException {
        for (String folder : List.of("docs", "specs", "simulator", "benchmarks")) {
            Files.createDirectories(root.resolve(folder));
        }
        file("docs/guide.md", "# The guide\n\n## One `step`\n\n## One step\n");
    }

    @Test
    void linksLeadToPagesAndTheirHeadings() throws IOException {
        file(
                "README.md",
                "# Read me\n\n[steps](docs/guide.md#one-step), `docs/guide.md`, [code](src/Main.java),"
                        + " [out](https://a.example/)\n");
        assertThat(page("README.md").content().markup())
                .contains(
                        "<a rel=\"nofollow\" href=\"../guides/docs/guide.html#one-step\">steps</a>",
                        "<a rel=\"nofollow\" href=\"../guides/docs/guide.html\"><code>docs/guide.md</code></a>",
                        ", code, ",
                        "<a rel=\"nofollow\" href=\"https://a.example/\">out</a>");
    }

    @Test
    void headingsHaveTheIdsThatGitHubGivesThem() throws IOException {
        assertThat(page("docs/guide.md").content().markup())
                .contains("<h1 id=\"the-guide\">", "<h2 id=\"one-step\">", "<h2 id=\"one-step-1\">");
    }

    @Test
    void imagesOfTheRepositoryAreTakenAlong() throws IOException {
        file(
                "benchmarks/RESULTS.md",
                "# Results\n\n![Speed](charts/speed.svg) ![elsewhere](https://a.example/b.png)\n");
        assertThat(page("benchmarks/RESULTS.md").title()).isEqualTo("Results");
        assertThat(images).containsExactly("benchmarks/charts/speed.svg");
    }

    private Page page(String file) throws IOException {
        return new Guides(root).page(file, new SearchIndex(), images);
    }

    private void file(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }
}
