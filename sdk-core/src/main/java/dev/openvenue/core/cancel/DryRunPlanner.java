package dev.openvenue.core.cancel;

import dev.openvenue.core.cancel.CallBatch.Group;
import dev.openvenue.core.cancel.CallBatch.Named;
import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Groups orders into the cancels with which a run would begin. */
final class DryRunPlanner {
    private static final RunRules UNVERIFIED = new RunRules(false, Duration.ZERO, false);

    private final VenueContext venue;
    private final CallPlanner plan;
    private final int memory;
    private final Consumer<? super PlannedCall> calls;
    private final Map<Group, Set<OrderRef>> gathered = new LinkedHashMap<>();
    private final Set<OrderRef> seen = new HashSet<>();

    /**
     * Prepares to plan.
     *
     * @param memory how many orders to remember in order to detect duplicates
     */
    DryRunPlanner(VenueContext venue, CallPlanner plan, int memory, Consumer<? super PlannedCall> calls) {
        this.venue = venue;
        this.plan = plan;
        this.memory = memory;
        this.calls = calls;
    }

    void run(Iterator<OrderRef> orders) {
        orders.forEachRemaining(this::add);
        gathered.forEach(this::plan);
    }

    private void add(OrderRef ref) {
        Optional<String> problem = plan.problem(ref);
        if (problem.isPresent()) {
            throw new IllegalArgumentException(problem.get());
        }
        if (seen.size() >= memory) {
            seen.clear();
        }
        if (!seen.add(ref)) {
            return;
        }
        Group group = plan.cancel(new OrderCancelState(ref, UNVERIFIED, false));
        Set<OrderRef> members = gathered.computeIfAbsent(group, key -> new LinkedHashSet<>());
        members.add(ref);
        if (members.size() == group.cap()) {
            gathered.remove(group);
            plan(group, members);
        }
    }

    private void plan(Group group, Set<OrderRef> members) {
        List<Named> orders =
                members.stream().map(ref -> new Named(ref.id(), ref.symbol())).toList();
        calls.accept(new PlannedCall(venue.description().operation(), plan.cancelArguments(group, orders)));
    }
}
