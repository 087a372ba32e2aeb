package dev.openvenue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.cli.TestEnvironment.Result;
import dev.openvenue.simulator.VenueSimulator;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OpenVenueTest {
    @Test
    void venuesAreListedWithTheirCapsAndAddresses() {
        Result result = new TestEnvironment().run("venues");

        assertThat(result.exitCode()).isZero();
        List<List<String>> rows =
                result.out().lines().map(line -> List.of(line.split(" {2,}"))).toList();
        assertThat(rows.get(0))
                .containsExactly("venue", "name", "operations", "batch cancel", "embedded", "production");
        assertThat(rows.get(1)).startsWith("bitget", "Bitget").endsWith("up to 50", "yes", "https://api.bitget.com");
        assertThat(rows).hasSize(1 + VenueSimulator.venues().size());
    }

    @Test
    void withoutACommandTheHelpIsPointedTo() {
        Result result = new TestEnvironment().run();

        assertThat(result.err()).isEqualTo("openvenue: Which command? (see: openvenue --help)\n");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void anUnknownOptionIsOneLine() {
        Result result = new TestEnvironment().run("venues", "--secret=x");

        assertThat(result.err())
                .isEqualTo("openvenue venues: Unknown option: '--secret=x' (see: openvenue venues --help)\n");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void aMisspeltCommandIsCorrected() {
        Result result = new TestEnvironment().run("cancle");

        assertThat(result.err())
                .isEqualTo("openvenue: Unmatched argument at index 0: 'cancle'; did you mean cancel? (see: openvenue"
                        + " --help)\n");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void theVersionIsThatOfTheSdk() {
        Result result = new TestEnvironment().run("--version");

        assertThat(result.out()).matches("openvenue \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
    }

    @Test
    void aShellCompletesTheCommands() {
        Result result = new TestEnvironment().run("completion");

        assertThat(result.out()).contains("complete -F _complete_openvenue").contains("open-orders");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void venuesAreObjectsForPrograms() {
        Result result = new TestEnvironment().run("venues", "--json");

        assertThat(result.out().lines())
                .hasSize(VenueSimulator.venues().size())
                .first()
                .satisfies(line -> assertThat(line)
                        .startsWith("{\"venue\":\"bitget\",\"name\":\"Bitget\",\"operations\":[")
                        .endsWith(
                                "\"batchCancelCap\":50,\"embedded\":true,\"production\":\"https://api.bitget.com\"}"));
    }

    @Test
    void everyCommandHasHelp() {
        for (String command : OpenVenue.commandLine(new TestEnvironment().environment())
                .getSubcommands()
                .keySet()) {
            Result result = new TestEnvironment().run(command, "--help");

            assertThat(result.exitCode()).isZero();
            assertThat(result.err()).isEmpty();
            assertThat(result.out()).contains("Usage: openvenue " + command);
        }
    }

    @Test
    void theStackTraceIsShownOnDemandOnly() {
        Result quiet = new TestEnvironment().run("sign", "--venue", "none", "placeOrder");
        Result loud = new TestEnvironment().run("sign", "--venue", "none", "placeOrder", "--stack-trace");

        String line = "openvenue sign: There is no venue 'none'; there are "
                + String.join(", ", VenueSimulator.venues()) + "\n";
        assertThat(quiet.err()).isEqualTo(line);
        assertThat(loud.err()).startsWith(line).contains("\tat dev.openvenue.cli.");
    }
}
