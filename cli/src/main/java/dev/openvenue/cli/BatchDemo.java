package dev.openvenue.cli;

import dev.openvenue.core.VenueClient;
import dev.openvenue.core.cancel.BatchCancel;
import dev.openvenue.core.cancel.CancelReport;
import dev.openvenue.core.cancel.OrderRef;
import dev.openvenue.simulator.VenueSimulator;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;

/** The batch cancel: many orders at every embedded venue, some of them in states that occur in practice. */
final class BatchDemo implements AutoCloseable {
    private static final Duration LATENCY = Duration.ofMillis(2);

    private final Random random;
    private final boolean limits;
    private final List<EmbeddedVenue> venues = new ArrayList<>();
    private final Map<VenueClient, List<OrderRef>> orders = new LinkedHashMap<>();

    /** @param limits whether the venues enforce their rate limits, and the clients keep them */
    BatchDemo(long seed, boolean limits) {
        this.limits = limits;
        this.random = new Random(seed);
    }

    /**
     * The result.
     *
     * @param reports by venue
     * @param open how many orders the books still hold open
     * @param contradicted how many outcomes the books contradict
     */
    record Result(Map<String, CancelReport> reports, int open, int contradicted) {
        /** An unknown outcome does not contradict the book, and the table shows it. */
        boolean truth() {
            return open == 0 && contradicted == 0;
        }

        List<String> lines() {
            SummaryTable table = new SummaryTable(Origin.EMBEDDED.word());
            reports.forEach((venue, report) -> table.row(Origin.EMBEDDED, venue, report.summary()));
            return table.lines();
        }

        /** The calls by operation, a line for each venue. */
        List<String> calls() {
            return reports.entrySet().stream()
                    .map(report -> Origin.EMBEDDED + "  " + report.getKey() + ": "
                            + report.getValue().callsByOperation().entrySet().stream()
                                    .map(calls -> calls.getValue() + " " + calls.getKey())
                                    .collect(Collectors.joining(", ")))
                    .toList();
        }
    }

    /** Places the orders, has one filled and one cancelled, and adds an unknown id and a duplicate. */
    void prepare(int count) {
        for (String id : VenueSimulator.venues()) {
            EmbeddedVenue venue = EmbeddedVenue.start(id);
            venues.add(venue);
            List<OrderRef> list = new ArrayList<>(venue.place(count));
            Collections.shuffle(list, random);
            venue.simulator().orders().fill(list.get(0).id());
            BatchCancel.of(venue.client()).cancel(list.subList(1, 2));
            list.add(venue.ref(
                    new BigInteger(list.get(0).id()).add(BigInteger.TEN.pow(6)).toString()));
            list.add(list.get(2));
            Collections.shuffle(list, random);
            if (limits) {
                venue = venue.limited(LATENCY);
                venues.set(venues.size() - 1, venue);
            }
            orders.put(venue.client(), list);
        }
    }

    /** Cancels at all venues at once, with the default options. */
    Result cancel() {
        Map<VenueClient, CancelReport> byClient = BatchCancel.across(orders);
        Map<String, CancelReport> reports = new LinkedHashMap<>();
        int open = 0;
        int contradicted = 0;
        for (EmbeddedVenue venue : venues) {
            CancelReport report = Objects.requireNonNull(byClient.get(venue.client()));
            reports.put(venue.simulator().venueId(), report);
            open += venue.simulator().orders().open().size();
            contradicted +=
                    GroundTruth.contradicted(venue.simulator().orders(), report).size();
        }
        return new Result(reports, open, contradicted);
    }

    @Override
    public void close() {
        venues.forEach(EmbeddedVenue::close);
    }
}
