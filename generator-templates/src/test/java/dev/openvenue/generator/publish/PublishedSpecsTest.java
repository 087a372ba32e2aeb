package dev.openvenue.generator.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.generator.Expected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code publish/specs/acme} is a spec with one of everything that stock generators get wrong. */
class PublishedSpecsTest {
    private static final Path FOLDER = Expected.RESOURCES.resolve("publish");

    @TempDir
    private Path folder;

    @Test
    void eachSpecIsPublishedInTwoFormsAndAsATable() throws IOException {
        publish(FOLDER.resolve("specs"));

        assertThat(paths(published()))
                .containsExactly(
                        "acme/openapi.json",
                        "acme/openapi.yaml",
                        "acme/portable.json",
                        "acme/portable.yaml",
                        "acme/runtime.json",
                        "index.d.ts",
                        "index.js",
                        "index.json",
                        "package.json",
                        "vocabulary.schema.json");
        for (String name : List.of("openapi.yaml", "portable.yaml", "portable.json", "runtime.json")) {
            Expected.assertSame(
                    FOLDER.resolve("expected").resolve(name),
                    Files.readString(published().resolve("acme/" + name)));
        }
        for (String name : List.of("index.json", "package.json")) {
            Expected.assertSame(
                    FOLDER.resolve("expected").resolve(name),
                    Files.readString(published().resolve(name)));
        }
    }

    @Test
    void theSameSpecsGiveTheSameBytes() throws IOException {
        publish(FOLDER.resolve("specs"));
        String first = Files.readString(published().resolve("acme/portable.yaml"));
        publish(FOLDER.resolve("specs"));

        assertThat(published().resolve("acme/portable.yaml")).hasContent(first);
    }

    @Test
    void aSpecWithAProblemIsNotPublished() throws IOException {
        Path acme = Files.createDirectories(folder.resolve("specs/acme"));
        Files.writeString(
                acme.resolve("openapi.yaml"), spec().replace("format: int32, default", "format: int3, default"));

        assertThatThrownBy(() -> publish(folder.resolve("specs")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The specs are not fit to be published:\n"
                        + "acme/openapi.yaml:40 /paths/~1orders/get/parameters/0/schema: an integer of the format int3."
                        + " Write format: int32, int64, id, epoch-millis or epoch-seconds");
        assertThat(published()).doesNotExist();
    }

    @Test
    void twoSchemasOfOneNameInThePortableFormAreRejected() throws IOException {
        Path acme = Files.createDirectories(folder.resolve("specs/acme"));
        Files.writeString(
                acme.resolve("openapi.yaml"),
                spec().replace("    Fee:\n", "    FeeReceived: {type: string}\n    Fee:\n"));

        assertThatThrownBy(() -> publish(folder.resolve("specs")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The portable form needs the name FeeReceived for what responses contain of Fee."
                        + " Rename the other schema in the spec");
    }

    /** The folder is the name under which everything else looks for the spec. */
    @Test
    void aSpecInTheFolderOfAnotherIsRejected() throws IOException {
        Path other = Files.createDirectories(folder.resolve("specs/emca"));
        Files.writeString(other.resolve("openapi.yaml"), spec());

        assertThatThrownBy(() -> publish(folder.resolve("specs")))
                .hasMessage("The specs are not fit to be published:\n"
                        + "emca/openapi.yaml:12 /x-venue/id: x-venue.id is acme, and the folder is emca."
                        + " Give both the same name")
                .extracting(Throwable::getStackTrace) // A build would print it under the message.
                .isEqualTo(new StackTraceElement[0]);
    }

    private static String spec() throws IOException {
        return Files.readString(FOLDER.resolve("specs/acme/openapi.yaml"));
    }

    private void publish(Path specs) throws IOException {
        PublishedSpecs.main(new String[] {specs.toString(), published().toString(), "1.2.3"});
    }

    private Path published() {
        return folder.resolve("published");
    }

    private static List<String> paths(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
