package dev.openvenue.conformance.faults;

import dev.openvenue.core.VenueClient;
import dev.openvenue.core.cancel.BatchCancel;
import dev.openvenue.core.cancel.BatchCancelFixture;
import dev.openvenue.core.cancel.CancelAllReport;
import dev.openvenue.core.cancel.CancelEverythingReport;
import dev.openvenue.core.cancel.CancelOutcome;
import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.CancelReport;
import dev.openvenue.core.cancel.OrderRef;
import dev.openvenue.simulator.CompletedActions;
import dev.openvenue.simulator.SimulatedOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs one schedule at its venue, and finds what is wrong with the report. */
final class FaultRun {
    /** By now everything that is executed late has been executed. */
    private static final Duration LONG_AFTER = Duration.ofMinutes(10);

    private final ProvenVenue venue;
    private final VenueTime time;
    private final FaultSchedule schedule;
    private final Departures departures;
    /** How much the venue had done before a run. */
    private record Mark(int cancels, int named) {}

    private final List<CancelOutcome> outcomes = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private boolean resolved;

    private FaultRun(ProvenVenue venue, VenueTime time, FaultSchedule schedule, Departures departures) {
        this.venue = venue;
        this.time = time;
        this.schedule = schedule;
        this.departures = departures;
    }

    /** Runs the schedule and leaves nothing of it behind. */
    static FaultRun of(ProvenVenue venue, VenueTime time, VenueClient setup, FaultSchedule schedule) {
        schedule.prepare(setup);
        Mark before = new Mark(cancels(venue).size(), named(venue, schedule).size());
        SkippingClock clock = new SkippingClock();
        time.follow(clock);
        FaultRun run = new FaultRun(venue, time, schedule, new Departures(clock, schedule.deadline()));
        run.cancel(schedule.options(BatchCancelFixture.of(venue.client(clock, run.departures, schedule), clock)));
        run.judge(before);
        clock.close();
        venue.tidy(schedule.orderIds());
        if (schedule.delays()) {
            venue.disconnect();
        }
        return run;
    }

    List<CancelOutcome> outcomes() {
        return outcomes;
    }

    List<String> problems() {
        return problems;
    }

    int requests() {
        return departures.count();
    }

    private void cancel(BatchCancel batchCancel) {
        switch (schedule.way()) {
            case LIST -> {
                CancelReport report = batchCancel.cancel(schedule.refs());
                outcomes.addAll(report.outcomes());
                resolved = report.resolved();
            }
            case STREAM ->
                resolved = batchCancel
                        .cancelStream(schedule.refs().iterator(), outcomes::add)
                        .resolved();
            default -> {
                if (schedule.isEverything()) {
                    CancelEverythingReport report = batchCancel.cancelEverything();
                    problems.addAll(Truth.problems(report, schedule.orders().open()));
                    outcomes.addAll(report.orders().outcomes());
                    resolved = report.orders().resolved();
                    return;
                }
                CancelAllReport report =
                        batchCancel.cancelAllOpen(venue.simulator().symbol());
                problems.addAll(Truth.problems(report, schedule.orders().open()));
                outcomes.addAll(report.orders().outcomes());
                resolved = report.orders().resolved();
            }
        }
    }

    /** What was reported must be true now, and still be true when every delayed request has arrived. */
    private void judge(Mark before) {
        problems.addAll(lies(before));
        time.advance(LONG_AFTER);
        if (problems.isEmpty()) {
            lies(before).forEach(lie -> problems.add("in the end " + lie));
        }
        problems.addAll(departures.late());
        if (!schedule.verify()) {
            outcomes.stream()
                    .filter(outcome -> outcome.status() == Status.CANCELLED)
                    .forEach(outcome -> problems.add("called cancelled without a lookup: " + outcome));
        }
        if (schedule.mustSettle()) {
            problems.addAll(Truth.unsettled(outcomes));
        }
        if (schedule.way() != FaultSchedule.Way.ALL_OPEN && schedule.refs().isEmpty() && departures.count() > 0) {
            problems.add("nothing was asked, but " + departures.count() + " requests left");
        }
    }

    private List<String> lies(Mark before) {
        List<String> cancels = cancels(venue);
        Set<String> cancelled = new HashSet<>(cancels.subList(before.cancels(), cancels.size()));
        List<String> all = named(venue, schedule);
        Set<String> named = new HashSet<>(all.subList(before.named(), all.size()));
        List<OrderRef> asked = schedule.way() == FaultSchedule.Way.ALL_OPEN
                ? outcomes.stream().map(CancelOutcome::ref).toList()
                : schedule.refs();
        List<SimulatedOrder> book = schedule.orders().all();
        return new Truth(ref -> meant(book, ref), cancelled, named, schedule::isConcealed)
                .problems(asked, outcomes, resolved);
    }

    /** Of the account that cancels: a call of a stranger is taken like any other. */
    private static List<String> named(ProvenVenue venue, FaultSchedule schedule) {
        CompletedActions caller = schedule.byStranger()
                ? venue.stranger().completedActions()
                : venue.simulator().completedActions();
        return caller.idsInTakenCancels();
    }

    private static List<String> cancels(ProvenVenue venue) {
        return venue.simulator().completedActions().cancelledOrderIds();
    }

    private static List<SimulatedOrder> meant(List<SimulatedOrder> book, OrderRef ref) {
        return book.stream()
                .filter(order ->
                        isMeant(ref.orderId(), order.orderId()) || isMeant(ref.clientOrderId(), order.clientOrderId()))
                .filter(order -> ref.symbol() == null || ref.symbol().equals(order.symbol()))
                .toList();
    }

    private static boolean isMeant(@Nullable String asked, @Nullable String had) {
        return asked != null && Objects.equals(asked, had);
    }
}
