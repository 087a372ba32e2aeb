package dev.openvenue.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.openvenue.benchmarks.Results.Ratio;
import dev.openvenue.benchmarks.Table.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The results as text, as JMH's JSON and as a chart. */
final class Report {
    private static final String HOLDS = "holds";
    private static final String FALLS_SHORT = "**falls short**";

    private final Plan plan;
    private final Table table;
    private final Results results;
    private final @Nullable Duration build;
    private final Environment environment;

    /** @param build how long a clean build took; null if it was not measured */
    Report(Plan plan, Table table, Results results, @Nullable Duration build, Environment environment) {
        this.plan = plan;
        this.table = table;
        this.results = results;
        this.build = build;
        this.environment = environment;
    }

    /** The table of comparisons, in Markdown. */
    String rows() {
        List<String> lines = new ArrayList<>(
                List.of("| What ÷ peer | Figure | Quotient | Range | Goal | |", "| --- ".repeat(6) + "|"));
        for (Row row : table.rows()) {
            Ratio ratio = results.ratio(row);
            lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %s |",
                    row.title(),
                    row.figure().name().toLowerCase(Locale.ROOT),
                    ratio == null ? " | " : number(ratio.value()) + " | " + range(ratio.low(), ratio.high()),
                    row.goal() == null ? "" : "≤ " + number(row.goal()),
                    verdict(row, ratio)));
        }
        lines.add(build());
        return String.join("\n", lines);
    }

    /** The only row without a peer. */
    private String build() {
        String took = build == null ? "" : number(build.toSeconds() / 60.0);
        boolean isFast = build != null && build.compareTo(table.build()) <= 0;
        return String.format(
                Locale.ROOT,
                "| `mvn verify` of a fresh clone, all tests | minutes | %s | | ≤ %d | %s |",
                took,
                table.build().toMinutes(),
                build == null ? "not measured" : isFast ? HOLDS : FALLS_SHORT);
    }

    private static String verdict(Row row, @Nullable Ratio ratio) {
        if (ratio == null) {
            return "not measured";
        }
        if (row.goal() == null) {
            return "for comparison";
        }
        return ratio.value() <= row.goal() ? HOLDS : FALLS_SHORT;
    }

    /** What each side does and took, in Markdown. */
    private String sides() {
        List<String> lines = new ArrayList<>(
                List.of("| Benchmark | p50, µs | Range | p99, µs | Bytes | What it does |", "| --- ".repeat(6) + "|"));
        table.benchmarks().forEach((name, does) -> {
            double[] times = results.series(name, Figure.P50);
            if (times.length == 0) {
                return;
            }
            Arrays.sort(times);
            lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %,.0f | %s |",
                    name,
                    number(Measurement.median(times)),
                    range(times[0], times[times.length - 1]),
                    isSampled(name) ? number(Measurement.median(results.series(name, Figure.P99))) : "",
                    Measurement.median(results.series(name, Figure.BYTES)),
                    does));
        });
        return String.join("\n", lines);
    }

    /** Averages have no percentiles. */
    private boolean isSampled(String benchmark) {
        return table.rows().stream()
                .anyMatch(row -> row.figure() == Figure.P99
                        && (row.of().equals(benchmark) || row.over().equals(benchmark)));
    }

    private static String range(double low, double high) {
        return number(low) + " to " + number(high);
    }

    /** Three significant digits, without a power of ten. */
    private static String number(double value) {
        int digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 0.1 || value == 0 ? 2 : 4;
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }

    void write(Path folder, Path charts) throws IOException {
        Files.writeString(folder.resolve("RESULTS.md"), document());
        Files.writeString(
                folder.resolve("results.json"),
                results.published().stream()
                        .map(JsonNode::toString)
                        .collect(Collectors.joining(",\n", "[\n", "\n]\n")));
        Files.writeString(charts.resolve("speed.svg"), new Chart(title(), bars()).svg());
    }

    private String title() {
        String title = "Cost of OpenVenue; the line is the peer, shorter is better";
        return plan == Plan.QUICK ? title + " (quick run, not to be quoted)" : title;
    }

    private List<Chart.Bar> bars() {
        List<Chart.Bar> bars = new ArrayList<>();
        for (Row row : table.rows()) {
            Ratio ratio = results.ratio(row);
            if (row.chart() != null && ratio != null) {
                bars.add(new Chart.Bar(row.chart(), ratio.value()));
            }
        }
        return bars;
    }

    private String document() {
        String facts = environment.facts().entrySet().stream()
                .map(fact -> "| " + fact.getKey() + " | " + fact.getValue() + " |")
                .collect(Collectors.joining("\n"));
        return """
                # Results

                Written by the benchmark command (`README.md`); JMH's own figures are in `results.json`.

                %s

                | | |
                | --- | --- |
                %s

                ## The table

                The SDK's cost as a multiple of its peer's, both measured in the same run. \
                Range: from the lowest to the highest %s.

                %s

                ## What each side does

                Times of one operation; bytes are those that the caller's thread allocates.

                %s
                """.formatted(
                plan == Plan.QUICK
                        ? "**A quick run, which shows that all works; its figures are not to be quoted.**"
                        : "A full run: " + plan.rounds() + " rounds, each benchmark in a JVM of its own in each.",
                facts,
                plan.rounds() == 1 ? "iteration" : "round",
                rows(),
                sides());
    }
}
