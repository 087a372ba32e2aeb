package dev.openvenue.core.limit;

import dev.openvenue.core.annotation.OperationMetadata;
import dev.openvenue.core.annotation.RateLimit;
import dev.openvenue.core.codegen.VenueDescription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The quotas that a venue's operations count against, as stated in its spec. */
final class LimitPlan {
    private final List<Quota> everything;
    private final Map<String, Figure> figures;
    private final Map<String, Demand> demands = new HashMap<>();
    private final Set<Quota> usedByCancels = new HashSet<>();
    private final Set<Quota> usedByOthers = new HashSet<>();

    /**
     * The quotas that one operation counts against.
     *
     * @param own its own limit or its group's; null if it has none
     * @param cancels whether it may use the permits that are reserved for cancels
     */
    record Demand(@Nullable Quota own, boolean cancels) {}

    private LimitPlan(List<Quota> everything, Map<String, Figure> figures) {
        this.everything = everything;
        this.figures = figures;
    }

    /**
     * The plan of a venue.
     *
     * @param own figures of the account's own, which replace those of the spec, by the quota's name
     * @throws IllegalArgumentException if the venue has no quota of such a name
     */
    static LimitPlan of(
            VenueDescription description, Collection<OperationMetadata> operations, Map<String, Figure> own) {
        LimitPlan plan = new LimitPlan(
                description.limits().stream()
                        .map(limit -> new Quota(
                                Quota.EVERYTHING,
                                limit.permits(),
                                Duration.ofMillis(limit.periodMillis()),
                                limit.scope()))
                        .map(quota -> replaced(quota, own))
                        .toList(),
                own);
        operations.forEach(plan::add);
        Set<String> names = new TreeSet<>();
        Stream.concat(plan.usedByCancels.stream(), plan.usedByOthers.stream())
                .forEach(quota -> names.add(quota.name()));
        for (String name : new TreeSet<>(own.keySet())) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException(description.name() + " has no rate limit named " + name + "; it has "
                        + String.join(", ", names));
            }
        }
        return plan;
    }

    /**
     * The figures of a quota.
     *
     * @param permits how many requests any period may hold
     */
    record Figure(int permits, Duration period) {}

    private static Quota replaced(Quota quota, Map<String, Figure> own) {
        Figure figure = own.get(quota.name());
        return figure == null ? quota : new Quota(quota.name(), figure.permits(), figure.period(), quota.scope());
    }

    Set<String> operations() {
        return demands.keySet();
    }

    boolean cancels(String operation) {
        return demand(operation).cancels();
    }

    /** All quotas that an operation counts against. */
    List<Quota> quotas(String operation) {
        return withEverything(demand(operation).own());
    }

    /** The same for an operation that need not be a part of the plan. */
    List<Quota> quotas(OperationMetadata operation) {
        return withEverything(own(operation));
    }

    private List<Quota> withEverything(@Nullable Quota own) {
        List<Quota> quotas = new ArrayList<>();
        if (own != null) {
            quotas.add(own);
        }
        quotas.addAll(everything);
        return quotas;
    }

    /** The quotas that a rejection of the operation is attributed to: its own limit if it has one. */
    List<Quota> blamed(String operation) {
        Quota own = demand(operation).own();
        return own == null ? everything : List.of(own);
    }

    /** Whether cancels share the quota with other operations, so that a part of it must be reserved for them. */
    boolean isSharedByCancels(Quota quota) {
        return usedByCancels.contains(quota) && usedByOthers.contains(quota);
    }

    private void add(OperationMetadata metadata) {
        Quota own = own(metadata);
        boolean cancels = metadata.cancels();
        demands.put(metadata.id(), new Demand(own, cancels));
        (cancels ? usedByCancels : usedByOthers).addAll(withEverything(own));
    }

    private @Nullable Quota own(OperationMetadata metadata) {
        RateLimit limit = metadata.rateLimit();
        return limit == null
                ? null
                : replaced(
                        new Quota(
                                limit.group().isEmpty() ? metadata.id() : limit.group(),
                                limit.permits(),
                                Duration.ofMillis(limit.periodMillis()),
                                limit.scope()),
                        figures);
    }

    private Demand demand(String operation) {
        return demands.getOrDefault(operation, new Demand(null, false));
    }
}
