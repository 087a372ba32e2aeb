package dev.openvenue.benchmarks;

import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/**
 * Runs the benchmarks whose names match the argument, and prints each as a multiple of its class's baseline in the same
 * run: the method whose name begins so. Times alone tell of the machine.
 */
final class Benchmarks {
    private static final String BASELINE = "baseline";

    private Benchmarks() {}

    public static void main(String[] args) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(args[0])
                        .verbosity(VerboseMode.NORMAL)
                        .shouldFailOnError(true)
                        .build())
                .run();
        System.out.println("| Benchmark | Median, µs | Range, µs | Times the baseline |");
        System.out.println("| --- | --- | --- | --- |");
        for (RunResult result : results) {
            System.out.println(row(result, baseline(result, results)));
        }
    }

    private static String row(RunResult result, RunResult baseline) {
        Statistics times = result.getPrimaryResult().getStatistics();
        return String.format(
                Locale.ROOT,
                "| %s%s | %.2f | %.2f to %.2f | %s |",
                name(result),
                parameters(result),
                median(result),
                times.getMin(),
                times.getMax(),
                result == baseline ? "1" : String.format(Locale.ROOT, "%.2f", median(result) / median(baseline)));
    }

    /** Not the mean: whatever else runs on the machine only ever adds to a time. */
    private static double median(RunResult result) {
        return result.getPrimaryResult().getStatistics().getPercentile(50);
    }

    /** The baseline of the same class with the same parameters. */
    private static RunResult baseline(RunResult of, Collection<RunResult> results) {
        return results.stream()
                .filter(result ->
                        type(result).equals(type(of)) && parameters(result).equals(parameters(of)))
                .filter(result -> method(result).startsWith(BASELINE))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        name(of) + " has no baseline in this run; let the pattern match its class, not one method"));
    }

    private static String name(RunResult result) {
        String type = type(result);
        return type.substring(type.lastIndexOf('.') + 1).replace("Benchmark", "") + " " + method(result);
    }

    private static String type(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        return benchmark.substring(0, benchmark.lastIndexOf('.'));
    }

    private static String method(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        return benchmark.substring(benchmark.lastIndexOf('.') + 1);
    }

    private static String parameters(RunResult result) {
        StringBuilder text = new StringBuilder();
        for (String key : result.getParams().getParamsKeys()) {
            text.append(' ').append(result.getParams().getParam(key).toLowerCase(Locale.ROOT));
        }
        return text.toString();
    }
}
