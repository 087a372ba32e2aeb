package dev.openvenue.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.openvenue.benchmarks.Table.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The measurements of all rounds, and the quotients of those of the same round. */
final class Results {
    private final Map<String, List<Measurement>> rounds = new HashMap<>();
    private final List<JsonNode> published = new ArrayList<>();

    /**
     * A quotient.
     *
     * @param value its median
     * @param low the smallest of any round
     * @param high the largest
     */
    record Ratio(double value, double low, double high) {}

    void add(String benchmark, int round, Measurement measurement) {
        rounds.computeIfAbsent(benchmark, key -> new ArrayList<>()).add(measurement);
        published.add(measurement.trimmed(round));
    }

    /** A figure in each round, or in each iteration of the only one; empty if it could not be measured. */
    double[] series(String benchmark, Figure figure) {
        List<Measurement> all = rounds.getOrDefault(benchmark, List.of());
        return all.size() == 1
                ? all.get(0).values(figure)
                : all.stream()
                        .mapToDouble(round -> Measurement.median(round.values(figure)))
                        .toArray();
    }

    /** Null if one side could not be measured. */
    @Nullable
    Ratio ratio(Row row) {
        double[] of = series(row.of(), row.figure());
        double[] over = series(row.over(), row.figure());
        if (of.length == 0 || over.length == 0) {
            return null;
        }
        double[] ratios = new double[Math.min(of.length, over.length)];
        Arrays.setAll(ratios, i -> row.figure() == Figure.COUNT ? Math.round(of[i] / over[i]) : of[i] / over[i]);
        Arrays.sort(ratios);
        return new Ratio(Measurement.median(ratios), ratios[0], ratios[ratios.length - 1]);
    }

    /** All of JMH's results, without what would tell one machine from another. */
    List<JsonNode> published() {
        return List.copyOf(published);
    }
}
