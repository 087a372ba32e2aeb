package dev.openvenue.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is measured and what for: {@code table.json}.
 *
 * @param benchmarks what each benchmark does, by its name; peers that are compared are neighbours, so that they run one
 *     after the other
 * @param rows the comparisons
 * @param buildMinutes the longest that a build may take
 */
record Table(Map<String, String> benchmarks, List<Row> rows, int buildMinutes) {
    /**
     * A comparison of two benchmarks.
     *
     * @param title what is compared
     * @param of the benchmark that is judged
     * @param over its peer
     * @param figure what of both
     * @param goal the largest quotient that is good enough; null where there is only something to know
     * @param chart its name in the chart; null if it is not there
     */
    record Row(
            String title,
            String of,
            String over,
            Figure figure,
            @Nullable Double goal,
            @Nullable String chart) {}

    static Table read() throws IOException {
        try (InputStream file = Table.class.getResourceAsStream("table.json")) {
            Table table = new ObjectMapper().readValue(Objects.requireNonNull(file, "table.json"), Table.class);
            table.check();
            return table;
        }
    }

    /** The longest that a build may take. */
    Duration build() {
        return Duration.ofMinutes(buildMinutes);
    }

    private void check() {
        Set<String> unknown = new LinkedHashSet<>();
        rows.forEach(row -> unknown.addAll(List.of(row.of(), row.over())));
        unknown.removeAll(benchmarks.keySet());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("Rows of table.json name benchmarks that it does not describe: "
                    + unknown + "; describe them under \"benchmarks\"");
        }
    }

    /** The rows both of whose benchmarks match, and their benchmarks. */
    Table matching(Predicate<String> name) {
        List<Row> kept = rows.stream()
                .filter(row -> name.test(row.of()) && name.test(row.over()))
                .toList();
        Map<String, String> described = new LinkedHashMap<>(benchmarks);
        described
                .keySet()
                .removeIf(key -> kept.stream()
                        .noneMatch(row -> row.of().equals(key) || row.over().equals(key)));
        return new Table(described, kept, buildMinutes);
    }
}
