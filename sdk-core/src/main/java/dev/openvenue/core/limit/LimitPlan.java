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
import org.jspecify.annotations.Nullable;

/** The quotas that a venue's operations count against, as stated in its spec. */
final class LimitPlan {
    private final List<Quota> everything;
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

    private LimitPlan(List<Quota> everything) {
        this.everything = everything;
    }

    static LimitPlan of(VenueDescription description, Collection<OperationMetadata> operations) {
        LimitPlan plan = new LimitPlan(description.limits().stream()
                .map(limit -> new Quota(
                        Quota.EVERYTHING, limit.permits(), Duration.ofMillis(limit.periodMillis()), limit.scope()))
                .toList());
        operations.forEach(plan::add);
        return plan;
    }

    Set<String> operations() {
        return demands.keySet();
    }

    boolean cancels(String operation) {
        return demand(operation).cancels();
    }

    /** All quotas that an operation counts against. */
    List<Quota> quotas(String operation) {
        Quota own = demand(operation).own();
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
        String operation = metadata.id();
        RateLimit limit = metadata.rateLimit();
        Quota own = limit == null
                ? null
                : new Quota(
                        limit.group().isEmpty() ? operation : limit.group(),
                        limit.permits(),
                        Duration.ofMillis(limit.periodMillis()),
                        limit.scope());
        boolean cancels = metadata.cancels();
        demands.put(operation, new Demand(own, cancels));
        (cancels ? usedByCancels : usedByOthers).addAll(quotas(operation));
    }

    private Demand demand(String operation) {
        return demands.getOrDefault(operation, new Demand(null, false));
    }
}
