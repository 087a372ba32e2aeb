package dev.openvenue.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Measures the rows of the table, round by round, and reports them. */
final class Benchmarks {
    private static final Path PUBLISHED = Path.of("");
    private static final Path PUBLISHED_CHART = Path.of("..", "docs");
    private static final Path OWN = Path.of("target");

    private Benchmarks() {}

    /** @param args whether to be quick; a pattern of benchmarks' names in the table */
    public static void main(String[] args) throws IOException, InterruptedException {
        Plan plan = Boolean.parseBoolean(args[0]) ? Plan.QUICK : Plan.FULL;
        Pattern pattern = Pattern.compile(args[1]);
        Table table = Table.read().matching(name -> pattern.matcher(name).find());
        if (table.rows().isEmpty()) {
            throw new IllegalArgumentException("No row compares two benchmarks that match " + pattern
                    + "; table.json has their names, such as Signing.mac");
        }
        boolean isAll = table.equals(Table.read());
        Environment environment = Environment.read();
        Instant begin = Instant.now();
        Results results = measure(plan, table);
        Duration took = Duration.between(begin, Instant.now());
        boolean isPublished = plan.equals(Plan.FULL) && isAll;
        Duration build = isPublished ? CleanBuild.run() : null;
        Report report = new Report(plan, table, results, build, environment.with(took));
        System.out.println(report.rows());
        report.write(isPublished ? PUBLISHED : OWN, isPublished ? PUBLISHED_CHART : OWN);
    }

    /** Peers run one after the other; every second round goes the other way, so that no side is always the first. */
    private static Results measure(Plan plan, Table table) throws IOException, InterruptedException {
        Results results = new Results();
        List<String> order = new ArrayList<>(table.benchmarks().keySet());
        try (Servers servers = new Servers()) {
            Fork fork = new Fork(plan, servers);
            for (int round = 1; round <= plan.rounds(); round++) {
                for (String benchmark : order) {
                    Measurement measurement = fork.run(benchmark);
                    if (measurement != null) {
                        results.add(benchmark, round, measurement);
                        double median = Measurement.median(measurement.values(Figure.P50));
                        System.out.printf(Locale.ROOT, "%d/%d %s %.2f µs%n", round, plan.rounds(), benchmark, median);
                    }
                }
                Collections.reverse(order);
            }
        }
        return results;
    }
}
