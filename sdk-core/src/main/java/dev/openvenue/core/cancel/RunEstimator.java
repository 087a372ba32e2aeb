package dev.openvenue.core.cancel;

import dev.openvenue.core.cancel.CallBatch.Group;
import dev.openvenue.core.cancel.CallPlanner.Source;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import dev.openvenue.core.engine.LimitTime;
import dev.openvenue.core.error.Seconds;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Estimates the calls and the time of a run in which nothing goes wrong. */
final class RunEstimator {
    private final VenueContext venue;
    private final RunOptions options;
    private final CallPlanner plan;
    private final Map<String, Long> calls = new LinkedHashMap<>();

    RunEstimator(VenueContext venue, RunOptions options) {
        this.venue = venue;
        this.options = options;
        this.plan = new CallPlanner(venue, options.arguments());
    }

    RunEstimate estimate(Collection<OrderRef> orders) {
        Map<Group, Long> cancels = new LinkedHashMap<>();
        Map<Group, Long> looks = new LinkedHashMap<>();
        for (OrderRef ref : new LinkedHashSet<>(orders)) {
            if (plan.problem(ref).isEmpty()) {
                // Orders that are given by their client's id get the venue's with the response.
                OrderCancelState order = new OrderCancelState(ref, RunRules.of(venue, options), false);
                cancels.merge(plan.cancel(order), 1L, Long::sum);
                plan.look(order).ifPresent(group -> looks.merge(group, 1L, Long::sum));
            }
        }
        cancels.forEach((group, count) -> add(venue.description().operation(), count, group.cap()));
        boolean waits = false;
        if (options.verify()) {
            for (Map.Entry<Group, Long> look : looks.entrySet()) {
                waits |= look(look.getKey(), look.getValue());
            }
        }
        Duration limited = LimitTime.of(venue.gateway(), calls);
        return new RunEstimate(calls, waits ? limited.plus(options.absence()) : limited);
    }

    /** Why the time that a run was given cannot suffice; empty if it may. */
    Optional<String> warning(Collection<OrderRef> orders) {
        RunEstimate needed = estimate(orders);
        if (needed.time().compareTo(options.timeout()) <= 0) {
            return Optional.empty();
        }
        return Optional.of(orders.size() + " orders need at least " + Seconds.text(needed.time()) + " by "
                + venue.name() + "'s rate limits, and the timeout is " + Seconds.text(options.timeout())
                + ": outcomes will stay open. Give a longer timeout, or fewer orders");
    }

    /** Adds the calls that show the states of orders; returns whether they take the time of a proof as well. */
    private boolean look(Group group, long orders) {
        if (group.purpose() == CallBatch.Purpose.LIST) {
            add(Objects.requireNonNull(venue.description().open()).operation(), AbsenceProof.LISTS, 1);
            return true;
        }
        Source source = group.purpose() == CallBatch.Purpose.EVIDENCE ? plan.source(orders) : Source.LOOKUP;
        switch (source) {
            case LOOKUP -> {
                Query lookup = venue.description().lookup(group.kind()).orElseThrow();
                add(lookup.operation(), orders, group.purpose() == CallBatch.Purpose.EVIDENCE ? 1 : group.cap());
            }
            case HISTORY -> {
                Query history = Objects.requireNonNull(venue.description().history());
                add(history.operation(), orders, plan.rows(history, orders));
            }
            case OPEN_LIST ->
                add(Objects.requireNonNull(venue.description().open()).operation(), AbsenceProof.LISTS, 1);
        }
        return source == Source.OPEN_LIST;
    }

    private void add(String operation, long orders, long each) {
        calls.merge(operation, (orders + each - 1) / each, Long::sum);
    }
}
