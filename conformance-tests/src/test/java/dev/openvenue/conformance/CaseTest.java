package dev.openvenue.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** A case means what it says, and a failure says which case it is about. */
final class CaseTest {
    private static final Path FOLDER = Path.of("cases", "responses", "getOrder.invented");

    @Test
    void keysThatNobodyReadsAreRejected() {
        assertRejected(
                "responses",
                Map.of("shema", "odd"),
                "there is no key shema; the nearest is schema" + " (of operation, provenance, schema, skip, source)");
        assertRejected(
                "errors",
                Map.of("expect", Map.of("retry", "wait")),
                "there is no key in expect retry;" + " the nearest is remedy (of code, effect, kind, message, remedy)");
        assertRejected(
                "signing",
                Map.of("credentials", Map.of("key", Map.of("ed2519", "…"))),
                "there is no kind of key" + " ed2519; the nearest is ed25519 (of ed25519, hmac, rsa, secp256k1)");
        assertRejected("requests", Map.of("body", "exakt"), "body is exakt; it can only be exact, or be left out");
        assertRejected(
                "invalid",
                Map.of("skip", Map.of("validations", "…")),
                "there is no runner in skip validations;" + " the nearest is validation (of validation)");
    }

    @Test
    void kindsThatNobodyRunsAreRejected() {
        assertThatThrownBy(() -> CaseFormat.of("respones"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no kind of cases respones; the nearest is responses"
                        + " (of errors, invalid, recover, requests, responses, signing)");
    }

    @Test
    void skipMayBeForOneRunnerAlone() {
        Case test = invented(Map.of("skip", Map.of("schema", "a draft of one day")));
        assertThat(test.skip("schema")).isEqualTo("a draft of one day");
        assertThat(test.skip("nulls")).isEmpty();
        assertThat(invented(Map.of("skip", "all of it")).skip("nulls")).isEqualTo("all of it");
    }

    @Test
    void skippedRunIsSkippedAsLongAsItFails() {
        Case test = invented(Map.of("skip", Map.of("schema", "a draft of one day")));
        assertThatThrownBy(() ->
                        test.asTest("schema", CaseTest::fail).getExecutable().execute())
                .isInstanceOf(TestAbortedException.class)
                .hasMessage("a draft of one day");
        assertThatThrownBy(() ->
                        test.asTest("schema", ignored -> {}).getExecutable().execute())
                .isInstanceOf(AssertionError.class)
                .hasMessage("bitget responses/getOrder.invented passes although it is skipped because"
                        + " 'a draft of one day'; remove the skip");
    }

    @Test
    void failureNamesItsVenueAndCase() {
        assertThatThrownBy(() -> invented(Map.of())
                        .asTest("nulls", CaseTest::fail)
                        .getExecutable()
                        .execute())
                .isInstanceOf(AssertionError.class)
                .hasMessage("bitget responses/getOrder.invented: it fails");
        assertThat(invented(Map.of()).asTest("nulls", CaseTest::fail).getDisplayName())
                .isEqualTo("bitget responses/getOrder.invented nulls");
    }

    @Test
    void listMayBeGivenAsOnTheWire() {
        Map<String, Object> arguments = Map.of("symbols", "btcusdt,ethusdt");
        Case test = new Case(
                Venue.of("htx"), "requests", FOLDER, Map.of("operation", "listFeeRates", "arguments", arguments));
        assertThat(test.arguments()).isEqualTo(Map.of("symbols", List.of("btcusdt", "ethusdt")));
    }

    private static void fail(Case test) {
        throw new AssertionError("it fails");
    }

    private static Case invented(Map<String, Object> data) {
        return new Case(Venue.of("bitget"), "responses", FOLDER, Map.copyOf(data));
    }

    private static void assertRejected(String kind, Map<String, Object> data, String problem) {
        Path file = FOLDER.resolve("case.json");
        assertThatThrownBy(() -> CaseFormat.of(kind).check(file, Map.copyOf(data)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(file + ": " + problem);
    }
}
