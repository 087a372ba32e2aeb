package dev.openvenue.core.cancel;

import dev.openvenue.core.cancel.CallBatch.Group;
import dev.openvenue.core.cancel.CallPlanner.Source;
import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import dev.openvenue.core.engine.LimitTime;
import dev.openvenue.core.error.Seconds;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Estimates the calls and the time of a run in which nothing goes wrong. */
final class RunEstimator {
    private final VenueContext venue;
    private final RunOptions options;
    private final CallPlanner plan;

    RunEstimator(VenueContext venue, RunOptions options) {
        this.venue = venue;
        this.options = options;
        this.plan = new CallPlanner(venue, options.arguments());
    }

    RunEstimate estimate(Collection<OrderRef> orders) {
        Map<String, Long> calls = new LinkedHashMap<>();
        Map<Group, Long> cancels = new LinkedHashMap<>();
        Map<Group, Long> looks = new LinkedHashMap<>();
        RunRules rules = RunRules.of(venue, options);
        for (List<OrderRef> alike : alike(orders)) {
            OrderRef ref = alike.get(0);
            long count = alike.size();
            if (plan.problem(ref).isEmpty()) {
                // Orders that are given by their client's id get the venue's with the response.
                OrderCancelState order = new OrderCancelState(ref, rules, false);
                cancels.merge(plan.cancel(order), count, Long::sum);
                plan.look(order).ifPresent(group -> looks.merge(group, count, Long::sum));
            }
        }
        cancels.forEach((group, count) -> add(calls, venue.description().operation(), count, group.cap()));
        // The evidence is gathered when the cancels are out.
        Duration cancelling = LimitTime.of(venue.gateway(), calls);
        Map<String, Long> queries = new LinkedHashMap<>();
        boolean waits = false;
        if (options.verify()) {
            for (Map.Entry<Group, Long> look : looks.entrySet()) {
                waits |= look(queries, look.getKey(), look.getValue());
            }
        }
        Duration limited = cancelling.plus(LimitTime.of(venue.gateway(), queries));
        queries.forEach((operation, count) -> calls.merge(operation, count, Long::sum));
        return new RunEstimate(calls, waits ? limited.plus(options.absence()) : limited);
    }

    /** What all orders have in common that take the same calls. */
    private record Likeness(
            @Nullable String symbol, @Nullable String category, IdKind kind) {}

    /** The orders, each once, in groups that differ in nothing but their ids. */
    private static Collection<List<OrderRef>> alike(Collection<OrderRef> orders) {
        return new LinkedHashSet<>(orders)
                .stream()
                        .collect(Collectors.groupingBy(
                                ref -> new Likeness(ref.symbol(), ref.category(), ref.kind()),
                                LinkedHashMap::new,
                                Collectors.toList()))
                        .values();
    }

    /** Why the time that a run was given cannot suffice; empty if it may. A timeout that fits the orders does. */
    Optional<String> warning(Collection<OrderRef> orders) {
        if (options.fits()) {
            return Optional.empty();
        }
        RunEstimate needed = estimate(orders);
        if (needed.time().compareTo(options.timeout()) <= 0) {
            return Optional.empty();
        }
        return Optional.of(orders.size() + " orders need at least " + Seconds.text(needed.time()) + " by "
                + venue.name() + "'s rate limits, and the timeout is " + Seconds.text(options.timeout())
                + ": outcomes will stay open. Give a longer timeout, or fewer orders");
    }

    /** Adds the calls that show the states of orders; returns whether they take the time of a proof as well. */
    private boolean look(Map<String, Long> queries, Group group, long orders) {
        if (group.purpose() == CallBatch.Purpose.LIST) {
            add(queries, Objects.requireNonNull(venue.description().open()).operation(), AbsenceProof.LISTS, 1);
            return true;
        }
        Source source = group.purpose() == CallBatch.Purpose.EVIDENCE ? plan.source(orders, 0) : Source.LOOKUP;
        switch (source) {
            case LOOKUP -> {
                Query lookup = venue.description().lookup(group.kind()).orElseThrow();
                add(
                        queries,
                        lookup.operation(),
                        orders,
                        group.purpose() == CallBatch.Purpose.EVIDENCE ? 1 : group.cap());
            }
            case HISTORY -> {
                Query history = Objects.requireNonNull(venue.description().history());
                add(queries, history.operation(), orders, plan.rows(history, orders));
            }
            case OPEN_LIST ->
                add(queries, Objects.requireNonNull(venue.description().open()).operation(), AbsenceProof.LISTS, 1);
        }
        return source == Source.OPEN_LIST;
    }

    private static void add(Map<String, Long> calls, String operation, long orders, long each) {
        calls.merge(operation, (orders + each - 1) / each, Long::sum);
    }
}
