package dev.openvenue.cli;

import dev.openvenue.core.VenueClient;
import dev.openvenue.core.cancel.BatchCancel;
import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.CancelReport;
import dev.openvenue.core.cancel.OrderRef;
import dev.openvenue.core.error.ErrorCatalogue;
import dev.openvenue.simulator.VenueSimulator;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** Injects each kind of fault into a small batch, at one venue after another. */
final class FaultDemo {
    /** The timeout of each batch; one call may take a third of it. */
    static final Duration TIMEOUT = Duration.ofSeconds(4);

    private static final int ORDERS = 5;
    private static final int SHOWN = 32;

    private FaultDemo() {}

    /**
     * The result of one fault.
     *
     * @param seen what the client saw
     * @param truth whether the venue's book agrees with the report
     */
    record Result(DemoFault fault, String venue, String seen, CancelReport report, boolean truth) {}

    /** Runs all faults, several concurrently, because some of them consist of waiting. */
    static List<Result> run() {
        Deque<String> turns = new ArrayDeque<>(VenueSimulator.venues());
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<CompletableFuture<Result>> results = new ArrayList<>();
            for (DemoFault fault : DemoFault.all()) {
                String venue = turn(turns, fault);
                results.add(CompletableFuture.supplyAsync(() -> run(fault, venue), threads));
            }
            return results.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
    }

    /** The next venue in turn, of those that the fault applies to. */
    private static String turn(Deque<String> turns, DemoFault fault) {
        String venue = turns.stream()
                .filter(id -> fault.suits().test(errors(id)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No venue suits the fault '" + fault.name() + "'"));
        turns.remove(venue);
        turns.addLast(venue);
        return venue;
    }

    private static ErrorCatalogue errors(String venue) {
        try (VenueClient client = Venues.find(venue).builder().build()) {
            return client.description().errors();
        }
    }

    private static Result run(DemoFault fault, String venueId) {
        try (EmbeddedVenue venue = EmbeddedVenue.start(venueId)) {
            List<OrderRef> orders = venue.place(ORDERS);
            fault.arrange().accept(venue, orders);
            CancelReport report =
                    BatchCancel.of(venue.client()).timeout(TIMEOUT).cancel(orders);
            boolean truth = orders.size() == ORDERS
                    && report.outcomes().size() == ORDERS
                    && GroundTruth.contradicted(venue.simulator().orders(), report)
                            .isEmpty();
            return new Result(fault, venueId, venue.witness().seen(), report, truth);
        }
    }

    /** One line per fault. */
    static List<String> lines(List<Result> results) {
        TextTable table = new TextTable(
                Origin.EMBEDDED.word(), "venue", "the batch was", "the client saw", "report", "venue's book");
        for (Result result : results) {
            table.row(
                    Origin.EMBEDDED,
                    result.venue(),
                    result.fault().name(),
                    shown(result.seen()),
                    counts(result.report()),
                    result.truth() ? "agrees" : "DISAGREES");
        }
        return table.lines();
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN - 3) + "...";
    }

    private static String counts(CancelReport report) {
        return report.counts().entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> entry.getValue() + " " + word(entry.getKey()))
                .collect(Collectors.joining(", "));
    }

    private static String word(Status status) {
        return status.name().toLowerCase(Locale.ROOT).replace("already_", "").replace('_', ' ');
    }
}
