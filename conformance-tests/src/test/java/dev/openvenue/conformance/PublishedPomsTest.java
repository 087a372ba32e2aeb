package dev.openvenue.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The poms that users get: what Maven Central asks for is in them, and nothing that only the build needs. */
final class PublishedPomsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern VENUE = Pattern.compile("<module>\\.\\./([\\w-]+)</module>");

    static Stream<String> published() throws IOException {
        return Stream.concat(
                Stream.of(
                        "bom",
                        "specs",
                        "sdk-core",
                        "simulator",
                        "workbench",
                        "cli",
                        "generator-templates",
                        "sdk-generated/simulator",
                        "sdk-generated/all"),
                VENUE.matcher(Files.readString(ROOT.resolve("sdk-generated/all/pom.xml")))
                        .results()
                        .map((MatchResult match) -> "sdk-generated/" + match.group(1)));
    }

    @ParameterizedTest
    @MethodSource("published")
    void standsByItself(String module) throws Exception {
        Element pom = pom(module);

        assertThat(names(pom))
                .contains("groupId", "artifactId", "version", "name", "description", "url")
                .contains("licenses", "developers", "scm")
                .doesNotContain("parent", "build", "profiles", "repositories");
        assertThat(texts(pom, "groupId")).doesNotContain("org.assertj");
        assertThat(texts(pom, "scope")).doesNotContain("test");
    }

    @Test
    void bomManagesOpenVenueAndNothingElse() throws Exception {
        List<String> managed = new ArrayList<>();
        for (String module : List.of("bom", "sdk-generated/all")) {
            Element management = (Element)
                    pom(module).getElementsByTagName("dependencyManagement").item(0);
            assertThat(texts(management, "groupId")).containsOnly("dev.openvenue");
            managed.addAll(texts(management, "artifactId"));
        }
        managed.add("openvenue-bom");

        for (String module : published().toList()) {
            assertThat(managed).contains(texts(pom(module), "artifactId").get(0));
        }
    }

    private static Element pom(String module) throws IOException, SAXException, ParserConfigurationException {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(ROOT.resolve(module).resolve(".flattened-pom.xml").toFile())
                .getDocumentElement();
    }

    private static List<String> names(Element element) {
        List<String> names = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            names.add(child.getNodeName());
        }
        return names;
    }

    private static List<String> texts(Element element, String name) {
        NodeList found = element.getElementsByTagName(name);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }
}
