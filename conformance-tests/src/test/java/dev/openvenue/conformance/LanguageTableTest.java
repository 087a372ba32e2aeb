package dev.openvenue.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The table counts every result once, and says why something is missing. */
final class LanguageTableTest {
    private final LanguageTable table = new LanguageTable();

    @Test
    void aFailureThatIsExpectedIsSkippedWithItsReason() {
        table.add("go", "live", "xt/live", "", "", "");
        table.add("go", "requests", "xt/requests/a", "sent nothing", "Go cannot", "");
        table.add("go", "requests", "xt/requests/b", "sent nothing", "", "The case contradicts the table");
        table.skipLanguage("rust", "not installed: cargo");

        assertThat(table.hasFailures()).isFalse();
        assertThat(table.toString().replaceAll(" {2,}", "  "))
                .isEqualTo("passed / failed / skipped  signing  requests  responses  unknown enums  refusals  live\n"
                        + "go  0 / 0 / 0  0 / 0 / 2  0 / 0 / 0  0 / 0 / 0  0 / 0 / 0  1 / 0 / 0\n"
                        + "rust: skipped, not installed: cargo\n"
                        + "skipped 1, go: Go cannot\n"
                        + "  xt/requests/a\n"
                        + "skipped 1, go: The case contradicts the table\n"
                        + "  xt/requests/b\n");
    }

    @Test
    void aSkipThatIsNoLongerNeededFails() {
        table.add("go", "requests", "xt/requests/a", "", "Go cannot", "");

        assertThat(table.hasFailures()).isTrue();
        assertThat(table.toString())
                .endsWith(
                        "FAILED go xt/requests/a: passes although it is skipped because 'Go cannot'; remove the skip\n");
    }

    @Test
    void aFailureNamesTheResult() {
        table.add("go", "requests", "xt/requests/a", "sent nothing", "", "");
        table.fail("rust", "run.sh ended with status 1");

        assertThat(table.toString())
                .endsWith("FAILED go xt/requests/a: sent nothing\nFAILED rust: run.sh ended with status 1\n");
    }
}
