package dev.openvenue.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.generator.lint.SpecLint;
import dev.openvenue.generator.spec.SpecBundle;
import dev.openvenue.generator.spec.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bundle/} is a spec in three files; most tests break one of them. */
class SpecBundleTest {
    private static final Path SPEC = Expected.RESOURCES.resolve("bundle");

    @TempDir
    private Path folder;

    private Path acme;

    @BeforeEach
    void copySpec() throws IOException {
        acme = Files.createDirectories(folder.resolve("specs/acme"));
        for (String name : List.of("openapi.yaml", "market.yaml", "plan-orders.yaml")) {
            Files.copy(SPEC.resolve(name), acme.resolve(name));
        }
    }

    @Test
    void threeFilesBecomeOneInTheOrderOfTheRoot() throws IOException {
        SpecBundle bundle = SpecBundle.read(acme.resolve("openapi.yaml"));

        Expected.assertSame(SPEC.resolve("expected.yaml"), bundle.text());
        assertThat(violations()).isEmpty();
    }

    @Test
    void aBundleIsItsOwnBundle() throws IOException {
        String once = SpecBundle.read(SPEC.resolve("expected.yaml")).text();

        assertThat(once).isEqualTo(Files.readString(SPEC.resolve("expected.yaml")));
    }

    @Test
    void generatesTheSameFromTheFilesAndFromTheBundle() throws IOException {
        SortedMap<String, String> files = Generation.run(acme.resolve("openapi.yaml"), folder.resolve("files"));
        SortedMap<String, String> bundle = Generation.run(SPEC.resolve("expected.yaml"), folder.resolve("bundle"));

        assertThat(files).isEqualTo(bundle).isNotEmpty();
    }

    @Test
    void aNameThatTwoFilesGiveToAComponentIsRejected() throws IOException {
        append("plan-orders.yaml", "  schemas:\n    Row: {type: string}\n    Side: {type: string}\n");

        assertThat(violations())
                .containsExactly(
                        "acme/plan-orders.yaml:20 /components/schemas/Row: acme/market.yaml, too, has a component of this name."
                                + " Rename one, or keep one for both in the root",
                        "acme/plan-orders.yaml:21 /components/schemas/Side: acme/openapi.yaml, too, has a component of this name."
                                + " Rename one, or keep one for both in the root");
    }

    @Test
    void aReferenceToNothingIsRejectedInTheFileThatHoldsIt() throws IOException {
        replace("market.yaml", "openapi.yaml#/components/schemas/Side", "openapi.yaml#/components/schemas/Gone");
        replace("plan-orders.yaml", "market.yaml#/components", "markets.yaml#/components");

        assertThat(violations())
                .containsExactly(
                        "acme/market.yaml:32 /components/schemas/Row/x-json-array/0: nothing stands at"
                                + " openapi.yaml#/components/schemas/Gone. Correct the reference",
                        "acme/plan-orders.yaml:15 /paths/~1plans~1{id}/get/responses/200/content/application~1json/schema: nothing"
                                + " stands at markets.yaml#/components/schemas/TimeResponse. Correct the reference");
    }

    /** Only in the bundle would it lead somewhere; editors and other tools read the files. */
    @Test
    void aLocalReferenceToAnotherFilesComponentIsRejected() throws IOException {
        replace("market.yaml", "openapi.yaml#/components/schemas/Side", "#/components/schemas/Side");

        assertThat(violations())
                .containsExactly("acme/market.yaml:32 /components/schemas/Row/x-json-array/0: nothing stands at"
                        + " #/components/schemas/Side. Correct the reference");
    }

    @Test
    void aFileOfAnotherFolderIsRejected() throws IOException {
        replace(
                "market.yaml",
                "openapi.yaml#/components/schemas/Side",
                "../acme/openapi.yaml#/components/schemas/Side");

        assertThat(violations())
                .containsExactly("acme/market.yaml:32 /components/schemas/Row/x-json-array/0: nothing stands at"
                        + " ../acme/openapi.yaml#/components/schemas/Side. Correct the reference");
    }

    @Test
    void aPathThatTheRootForgetsIsRejected() throws IOException {
        replace("openapi.yaml", "  /time: {$ref: 'market.yaml#/paths/~1time'}\n", "");

        assertThat(violations())
                .contains("acme/market.yaml:3 /paths/~1time: acme/openapi.yaml does not refer to this path."
                        + " Add it to the paths of the root");
    }

    @Test
    void aFileThatTheRootForgetsIsRejected() throws IOException {
        Files.writeString(acme.resolve("wallet.yaml"), "paths:\n  /transfers: {}\n");

        assertThat(violations())
                .containsExactly("acme/wallet.yaml:1 /: acme/openapi.yaml refers to nothing in this file."
                        + " Refer to its paths, or remove it");
    }

    @Test
    void aReferenceThatIsNoUrlLeadsToNothing() throws IOException {
        replace("market.yaml", "openapi.yaml#/components/schemas/Side", "#/components/schemas/50%");

        assertThat(violations())
                .containsExactly("acme/market.yaml:32 /components/schemas/Row/x-json-array/0: nothing stands at"
                        + " #/components/schemas/50%. Correct the reference");
    }

    /** The calls of one operation would go to the address of another. */
    @Test
    void aPathItemUnderAnotherPathIsRejected() throws IOException {
        replace("openapi.yaml", "  /time: {", "  /times: {");

        assertThat(violations())
                .containsExactly(
                        "acme/openapi.yaml:14 /paths/~1times: market.yaml#/paths/~1time is not the same path in another file."
                                + " Correct the reference",
                        "acme/market.yaml:3 /paths/~1time: acme/openapi.yaml does not refer to this path."
                                + " Add it to the paths of the root");
    }

    @Test
    void whatStandsBesideThePathItemsReferenceIsRejected() throws IOException {
        replace("openapi.yaml", "paths/~1time'}", "paths/~1time', parameters: []}");

        assertThat(violations())
                .containsExactly("acme/openapi.yaml:14 /paths/~1time: what stands beside the reference would be lost."
                        + " Correct the reference");
    }

    @Test
    void aReferenceIntoAnOperationIsRejected() throws IOException {
        String place = "market.yaml#/paths/~1time/get/responses/200/content/application~1json/schema";
        replace("plan-orders.yaml", "market.yaml#/components/schemas/TimeResponse", place);

        assertThat(violations())
                .containsExactly("acme/plan-orders.yaml:15"
                        + " /paths/~1plans~1{id}/get/responses/200/content/application~1json/schema: " + place
                        + " is no component. Correct the reference");
    }

    @Test
    void aKeyOfTheRootInAnotherFileIsRejected() throws IOException {
        append("market.yaml", "x-rate-limit: [{permits: 1, period: 1s, scope: ip}]\n");

        assertThat(violations())
                .containsExactly("acme/market.yaml:33 /x-rate-limit: x-rate-limit belongs to the root."
                        + " Move it to acme/openapi.yaml");
    }

    @Test
    void otherRulesNameTheFileToo() throws IOException {
        replace("market.yaml", "code: {type: string}", "code: {type: integer}");

        assertThat(violations())
                .containsExactly(
                        "acme/market.yaml:24 /components/schemas/TimeResponse/properties/code: an integer without a"
                                + " format. Write format: int32, int64, id, epoch-millis or epoch-seconds");
    }

    @Test
    void aFileThatIsNoYamlIsNamed() throws IOException {
        Files.writeString(acme.resolve("market.yaml"), "paths: {\n");

        assertThatThrownBy(this::violations)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("acme/market.yaml is not YAML: while parsing a flow");
    }

    @Test
    void aFileThatHoldsNoKeysIsNamed() throws IOException {
        Files.writeString(acme.resolve("market.yaml"), "# nothing yet\n");

        assertThatThrownBy(this::violations)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("acme/market.yaml holds no keys");
    }

    @Test
    void oneFileIsPublishedForEachFolderThatHoldsASpec() throws IOException {
        Files.createDirectories(folder.resolve("specs/target"));

        PublishedSpecs.main(new String[] {
            folder.resolve("specs").toString(), folder.resolve("published").toString()
        });

        assertThat(paths(folder.resolve("published"))).containsExactly("acme/openapi.yaml");
        assertThat(folder.resolve("published/acme/openapi.yaml"))
                .hasSameTextualContentAs(SPEC.resolve("expected.yaml"));
    }

    @Test
    void aSpecWithAProblemIsNotPublished() throws IOException {
        append("market.yaml", "x-rate-limit: [{permits: 1, period: 1s, scope: ip}]\n");

        assertThatThrownBy(() -> PublishedSpecs.write(folder.resolve("specs"), folder.resolve("published")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The specs are not fit to be published:\n"
                                + "acme/market.yaml:33 /x-rate-limit: x-rate-limit belongs to the root. Move it to acme/openapi.yaml");
        assertThat(folder.resolve("published")).doesNotExist();
    }

    @Test
    void aSpecLiesInTheFolderOfItsId() throws IOException {
        replace("openapi.yaml", "id: acme", "id: acme-v2");

        assertThatThrownBy(() -> PublishedSpecs.write(folder.resolve("specs"), folder.resolve("published")))
                .hasMessage("The specs are not fit to be published:\n"
                        + "acme/openapi.yaml:7 /x-venue/id: x-venue.id is acme-v2, and the folder is acme. Give both the"
                        + " same name");
    }

    @Test
    void whatIsWrongWithASpecIsNotFollowedByAStackTrace() throws IOException {
        replace("openapi.yaml", "id: acme", "id: acme-v2");

        assertThatThrownBy(() -> PublishedSpecs.write(folder.resolve("specs"), folder.resolve("published")))
                .extracting(Throwable::getStackTrace)
                .isEqualTo(new StackTraceElement[0]);
    }

    private List<String> violations() {
        return SpecLint.check(acme.resolve("openapi.yaml")).stream()
                .map(Violation::toString)
                .toList();
    }

    private void append(String name, String text) throws IOException {
        Files.writeString(acme.resolve(name), Files.readString(acme.resolve(name)) + text);
    }

    private void replace(String name, String old, String text) throws IOException {
        String before = Files.readString(acme.resolve(name));
        assertThat(before).contains(old);
        Files.writeString(acme.resolve(name), before.replace(old, text));
    }

    private static List<String> paths(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }
}
