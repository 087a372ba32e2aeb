package dev.openvenue.generator.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the report says of an edited spec, and when it fails. */
final class SpecChangesTest {
    private static final Path TRAP = Path.of("src/test/resources/traps/cancels/openapi.yaml");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it first.
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeEach
    void release() throws IOException {
        write("released");
        write("now");
    }

    @Test
    void specsThatDidNotChangeDemandNothing() throws IOException {
        assertThat(report("0.1.0")).isEqualTo("The specs are those of 0.1.0.\n");
    }

    @Test
    void aLostFieldANewValueAndALowerCapAreReportedAndDemandTheNextVersion() throws IOException {
        edit("size: {type: string}, ", "");
        edit("enum: [live, filled]", "enum: [live, filled, paused]");
        edit("cap: 50", "cap: 20");

        assertThat(report("0.1.1-SNAPSHOT")).isEqualTo("""
                        Changes since 0.1.0:
                          trap  breaking  cancelOrders: the response lost the field data.ok[].size
                          trap  breaking  cancelOrders: x-batch.cap was 50 and is 20
                          trap  breaking  getOrder: the response lost the field data[].size
                          trap  breaking  listOrders: the response lost the field data[].size
                          trap  addition  cancelOrders: the response's data.ok[].status gained the value paused
                          trap  addition  getOrder: the response's data[].status gained the value paused
                          trap  addition  listOrders: the response's data[].status gained the value paused
                        breaking 4, addition 3, correction 0: they demand 0.2.0 or later.
                        The version is 0.1.1-SNAPSHOT. Set the next one: mvn versions:set -DnewVersion=0.2.0-SNAPSHOT \
                        -DgenerateBackupPoms=false
                        """);
        assertThat(exitCode).isEqualTo(1);
    }

    @Test
    void aVersionThatFollowsPasses() throws IOException {
        edit("cap: 50", "cap: 20");

        assertThat(report("0.2.0-SNAPSHOT"))
                .endsWith("breaking 1, addition 0, correction 0: they demand 0.2.0 or later.\n");
        assertThat(exitCode).isZero();
    }

    @Test
    void parametersAndRequestsAreJudgedByWhatProgramsMustSend() throws IOException {
        edit(
                "- {name: all, in: query, description: All of them, schema: {type: boolean}}",
                "- {name: page, in: query, required: true, description: Which, schema: {type: integer}}");
        edit("- {name: orderId, in: query, required: true,", "- {name: orderId, in: query,");

        assertThat(report("1.0.0"))
                .contains(
                        "  trap  breaking  getOrder: the parameter all is gone\n",
                        "  trap  breaking  getOrder: the parameter page is new and required\n",
                        "  trap  correction  cancelOrder: the parameter orderId is optional now\n");
    }

    @Test
    void ourOwnFactsAreReportedOneByOne() throws IOException {
        edit("permits: 10, period: 500ms", "permits: 20, period: 500ms");
        edit("kind: order-not-found, effect: unknown", "kind: order-not-found, effect: none");
        edit("['429'], kind", "['429', '430'], kind");
        edit("x-retry: unsafe\n      x-permission: trade", "x-retry: safe\n      x-permission: trade");
        edit("x-dead-mans-switch: {argument: countdown, unit: 1ms, least: 5s, most: 2m, disarm: -1}", "");

        assertThat(report("0.1.0"))
                .contains(
                        "  trap  breaking  cancelAllOrdersAfter: x-dead-mans-switch is gone; it was {argument=countdown,"
                                + " unit=1ms, least=5s, most=2m, disarm=-1}\n",
                        "  trap  correction  cancelOrders: x-retry was unsafe and is safe\n",
                        "  trap  correction  x-error-codes.43001.effect was unknown and is none\n",
                        "  trap  correction  x-error-codes.430 is new: {kind=rate-limit, effect=none, remedy=none,"
                                + " meaning=A bare no is understood}\n",
                        "  trap  correction  x-rate-limit.2.permits was 10 and is 20\n");
    }

    @Test
    void venuesComeAndGo() throws IOException {
        Files.move(folder.resolve("now/trap"), folder.resolve("now/other"));

        assertThat(report("1.0.0")).isEqualTo("""
                        Changes since 0.1.0:
                          other  addition  the venue is new
                          trap  breaking  the venue is gone
                        breaking 1, addition 1, correction 0: they demand 0.2.0 or later.
                        """);
    }

    @Test
    void versionsStepAsFarAsTheirChangesDemand() {
        assertThat(Version.of("0.3.1").after(Change.Step.BREAKING)).hasToString("0.4.0");
        assertThat(Version.of("v0.3.1").after(Change.Step.ADDITION)).hasToString("0.3.2");
        assertThat(Version.of("2.3.1-SNAPSHOT").after(Change.Step.BREAKING)).hasToString("3.0.0");
        assertThat(Version.of("2.3.1").after(Change.Step.ADDITION)).hasToString("2.4.0");
        assertThat(Version.of("2.3.1").after(Change.Step.CORRECTION)).hasToString("2.3.2");
        assertThatThrownBy(() -> Version.of("next"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'next' is not a version; write it as 1.2.3 or 1.2.3-SNAPSHOT");
    }

    private int exitCode;

    private String report(String version) throws IOException {
        exitCode = SpecChanges.report(
                folder.resolve("released"),
                "0.1.0",
                folder.resolve("now"),
                version,
                new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private void write(String edition) throws IOException {
        Path venue = Files.createDirectories(folder.resolve(edition).resolve("trap"));
        String spec = Files.readString(TRAP)
                .replace("status: {type: string}", "status: {type: string, enum: [live, filled]}");
        Files.writeString(venue.resolve("openapi.yaml"), spec);
    }

    private void edit(String text, String other) throws IOException {
        Path file = folder.resolve("now/trap/openapi.yaml");
        String old = Files.readString(file);
        assertThat(old).contains(text);
        Files.writeString(file, old.replace(text, other));
    }
}
