package dev.openvenue.cli;

import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.CancelReport;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Demonstrates the batch cancel against the embedded venues, and checks every report against the venues' own books. */
@Command(
        name = "demo",
        description = "Cancel orders in batches at the embedded venues, with faults, and check every report."
                + " No market is called.")
final class DemoCommand implements Callable<Integer> {
    private final CliEnvironment environment;

    @Option(
            names = "--orders",
            defaultValue = "60",
            paramLabel = "N",
            description = "Orders to place at each venue; ${DEFAULT-VALUE} by default")
    private int orders;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "S",
            description = "Which orders are filled, doubled and shuffled how; ${DEFAULT-VALUE} by default")
    private long seed;

    @Option(
            names = "--limits",
            description =
                    "Let the venues enforce their rate limits and take 2 ms for a call; show the calls by operation")
    private boolean limits;

    DemoCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        if (orders < 3 || orders > 10_000) {
            throw CommandException.usage("--orders is " + orders + "; the demo needs 3 to 10000 orders at each venue");
        }
        say("Venues inside this process; no market is called. At each, " + orders
                + " orders are placed, one of them is");
        say("filled and one cancelled meanwhile, and the list to cancel holds one unknown id and one duplicate.");
        say(
                limits
                        ? "The venues enforce their rate limits, and each call takes 2 ms."
                        : "Nothing waits for the venues' rate limits here, as it would outside.");
        say("");
        BatchDemo.Result batch;
        try (BatchDemo show = new BatchDemo(seed, limits)) {
            show.prepare(orders);
            batch = show.cancel();
        }
        batch.lines().forEach(environment.out()::println);
        if (limits) {
            batch.calls().forEach(environment.out()::println);
        }
        say("The venues' books: " + batch.open() + " orders are open, " + batch.contradicted()
                + " outcomes are contradicted.");
        say("");
        say("One fault of each kind, on batches of 5:");
        List<FaultDemo.Result> faults = FaultDemo.run();
        FaultDemo.lines(faults).forEach(environment.out()::println);
        say("");
        boolean truth = batch.truth() && faults.stream().allMatch(FaultDemo.Result::truth);
        say(sum(Stream.concat(batch.reports().values().stream(), faults.stream().map(FaultDemo.Result::report))));
        say(truth ? "Every report agrees with its venue's book." : "A REPORT AND A BOOK DISAGREE.");
        return truth ? ExitCode.DONE : ExitCode.REJECTED;
    }

    /** The orders of all reports, counted by status. */
    private static String sum(Stream<CancelReport> reports) {
        Map<Status, Long> sums = new EnumMap<>(Status.class);
        reports.forEach(report -> report.counts().forEach((status, count) -> sums.merge(status, count, Long::sum)));
        long total = sums.values().stream().mapToLong(Long::longValue).sum();
        return total + " requested = "
                + sums.entrySet().stream()
                        .map(entry -> entry.getValue() + " "
                                + entry.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .collect(Collectors.joining(" + "));
    }

    private void say(String text) {
        environment.out().println((Origin.EMBEDDED + "  " + text).stripTrailing());
    }
}
