package dev.openvenue.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.openvenue.benchmarks.Table.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Quotients, verdicts and what is published, from invented measurements. */
final class ReportTest {
    private static final Table TABLE = new Table(
            Map.of("A.sdk", "SDK: works", "A.peer", "Peer: works"),
            List.of(
                    new Row("Work ÷ peer", "A.sdk", "A.peer", Figure.P50, 1.5, "Work ÷ peer"),
                    new Row("Memory ÷ peer", "A.sdk", "A.peer", Figure.BYTES, 1.5, null)),
            5);
    private static final Environment HERE = new Environment(Map.of("JDK", "invented"));

    @Test
    void quotientIsTheMedianOfTheRoundsAndItsRangeTheirExtremes() throws IOException {
        Results results = new Results();
        for (double time : List.of(3.0, 4.0, 2.6)) {
            results.add("A.sdk", 1, averages(time, 150));
            results.add("A.peer", 1, averages(2, 100));
        }

        assertThat(report(Plan.FULL, results).rows()).isEqualTo("""
                | What ÷ peer | Figure | Quotient | Range | Goal | |
                | --- | --- | --- | --- | --- | --- |
                | Work ÷ peer | p50 | 1.50 | 1.30 to 2.00 | ≤ 1.50 | holds |
                | Memory ÷ peer | bytes | 1.50 | 1.50 to 1.50 | ≤ 1.50 | holds |
                | `mvn verify` of a fresh clone, all tests | minutes | 6.00 | | ≤ 5 | **falls short** |""");
    }

    @Test
    void rangeOfASingleRoundIsThatOfItsIterationsAndWhatFailedIsNotMeasured() throws IOException {
        Results results = new Results();
        results.add(
                "A.sdk", 1, json("{'primaryMetric':{'rawDataHistogram':[[[[1,98],[7,2]],[[2,50],[9,50]],[[3,1]]]]}}"));
        results.add("A.peer", 1, json("{'primaryMetric':{'rawData':[[1,1,1]]}}"));

        assertThat(report(Plan.QUICK, results).rows())
                .contains("| Work ÷ peer | p50 | 2.00 | 1.00 to 3.00 | ≤ 1.50 | **falls short** |")
                .contains("| Memory ÷ peer | bytes |  |  | ≤ 1.50 | not measured |");
    }

    @Test
    void ninetyNinthPercentileIsTheTimeThatNinetyNineOfHundredDoNotExceed() throws IOException {
        Measurement measurement = json("{'primaryMetric':{'rawDataHistogram':[[[[1,98],[7,1],[8,1]]]]}}");

        assertThat(measurement.values(Figure.P99)).containsExactly(7);
    }

    @Test
    void whatIsPublishedNamesNoMachine(@TempDir Path folder) throws IOException {
        Results results = new Results();
        results.add("A.sdk", 1, averages(3, 150));
        results.add("A.peer", 1, averages(2, 100));

        report(Plan.QUICK, results).write(folder, folder);

        assertThat(folder.resolve("results.json")).content().isEqualTo("""
                [
                {"benchmark":"a","primaryMetric":{"rawData":[[3.0]]},\
                "secondaryMetrics":{"bytes":{"rawData":[[150.0]]}},"round":1},
                {"benchmark":"a","primaryMetric":{"rawData":[[2.0]]},\
                "secondaryMetrics":{"bytes":{"rawData":[[100.0]]}},"round":1}
                ]
                """);
        assertThat(folder.resolve("RESULTS.md"))
                .content()
                .contains("**A quick run, which shows that all works; its figures are not to be quoted.**")
                .contains("| JDK | invented |")
                .contains("| A.sdk | 3.00 | 3.00 to 3.00 |  | 150 | SDK: works |");
        assertThat(Files.readString(folder.resolve("speed.svg"))).contains(">Work ÷ peer</text>", ">1.50</text>");
    }

    private static Report report(Plan plan, Results results) {
        return new Report(plan, TABLE, results, Duration.ofMinutes(6), HERE);
    }

    private static Measurement averages(double time, double bytes) throws IOException {
        return json("{'jvm':'/opt/java','benchmark':'a','primaryMetric':{'rawData':[[" + time
                + "]]},'secondaryMetrics':{'bytes':{'rawData':[[" + bytes + "]]}}}");
    }

    private static Measurement json(String singleQuoted) throws IOException {
        return new Measurement(new ObjectMapper().readTree(singleQuoted.replace('\'', '"')));
    }
}
