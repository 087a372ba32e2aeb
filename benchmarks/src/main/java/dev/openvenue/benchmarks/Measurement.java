package dev.openvenue.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What one fork measured.
 *
 * @param json JMH's own result
 */
record Measurement(JsonNode json) {
    /** What says nothing of the measurement, or too much of the machine, or is too long. */
    private static final Set<String> LEFT_OUT = Set.of("jvm", "jvmArgs", "params", "rawDataHistogram");

    /** Statistics of numbers that stand beside them. */
    private static final Set<String> OF_THREE_NUMBERS = Set.of("scoreConfidence", "scorePercentiles");

    /** A figure in each iteration; for first calls, in each JVM. */
    double[] values(Figure figure) {
        return switch (figure) {
            case P50, COUNT -> times(0.5);
            case P99 -> times(0.99);
            case BYTES -> numbers(json.at("/secondaryMetrics/" + CostProfiler.BYTES + "/rawData"));
            case CPU -> numbers(json.at("/secondaryMetrics/" + CostProfiler.CPU + "/rawData"));
        };
    }

    private double[] times(double quantile) {
        JsonNode histograms = json.at("/primaryMetric/rawDataHistogram");
        if (histograms.isMissingNode()) {
            return numbers(json.at("/primaryMetric/rawData"));
        }
        List<Double> quantiles = new ArrayList<>();
        histograms.forEach(fork -> fork.forEach(iteration -> quantiles.add(quantile(iteration, quantile))));
        return quantiles.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** @param histogram pairs of a time and how many operations took it, ascending */
    private static double quantile(JsonNode histogram, double quantile) {
        long all = 0;
        for (JsonNode pair : histogram) {
            all += pair.get(1).asLong();
        }
        long below = 0;
        double time = Double.NaN;
        for (JsonNode pair : histogram) {
            time = pair.get(0).asDouble();
            below += pair.get(1).asLong();
            if (below >= all * quantile) {
                break;
            }
        }
        return time;
    }

    private static double[] numbers(JsonNode forks) {
        List<Double> numbers = new ArrayList<>();
        forks.forEach(fork -> fork.forEach(number -> numbers.add(number.asDouble())));
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** For publication. */
    JsonNode trimmed(int round) {
        ObjectNode copy = json.deepCopy();
        copy.put("round", round).remove(LEFT_OUT);
        ((ObjectNode) copy.get("primaryMetric")).remove(LEFT_OUT);
        copy.path("secondaryMetrics").forEach(metric -> ((ObjectNode) metric).remove(OF_THREE_NUMBERS));
        return copy;
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
