package dev.openvenue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.cli.TestEnvironment.Result;
import dev.openvenue.simulator.VenueSimulator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
final class DemoCommandTest {
    /** Each kind of fault is shown at one venue, so that their number does not depend on how many there are. */
    private static final int FAULTS = 12;

    @Test
    void theDemoEndsWellAndSaysOnEveryLineThatItIsEmbedded() {
        Result result = new TestEnvironment().run("demo", "--orders", "25", "--seed", "7");

        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        List<String> lines = result.out().lines().toList();
        int venues = VenueSimulator.venues().size();
        assertThat(lines).allMatch(line -> line.startsWith("embedded"));
        assertThat(lines).allMatch(line -> line.length() <= 120 && line.chars().allMatch(c -> c >= ' ' && c <= '~'));
        assertThat(lines)
                .filteredOn(line ->
                        VenueSimulator.venues().stream().anyMatch(id -> line.startsWith("embedded  " + id + " ")))
                .hasSize(venues + FAULTS);
        assertThat(lines).filteredOn(line -> line.endsWith("agrees")).hasSize(FAULTS);
        assertThat(lines.get(lines.size() - 1)).isEqualTo("embedded  Every report agrees with its venue's book.");
        assertThat(lines.get(lines.size() - 2)).startsWith("embedded  " + (venues * 27 + FAULTS * 5) + " requested = ");
    }

    @Test
    void theDemoWithLimitsShowsTheCallsByOperation() {
        Result result = new TestEnvironment().run("demo", "--orders", "60", "--limits");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .contains("embedded  The venues enforce their rate limits, and each call takes 2 ms.")
                .containsPattern("embedded {2}bitget: 2 cancelOrders, [0-9]+ listOrders")
                .containsPattern("embedded {2}htx: 2 cancelOrders, [0-9]+ listRecentOrders")
                .containsPattern("embedded {2}satori: [0-9]+ cancelOrders, .*[0-9]+ listOpenOrders")
                .containsPattern("embedded {2}xt: 1 cancelOrders, [0-9]+ getOrders");
    }

    @Test
    void tooFewOrdersAreRejected() {
        Result result = new TestEnvironment().run("demo", "--orders", "2");

        assertThat(result.err())
                .isEqualTo("openvenue demo: --orders is 2; the demo needs 3 to 10000 orders at each venue\n");
        assertThat(result.exitCode()).isEqualTo(1);
    }
}
