package dev.openvenue.simulator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The faults to inject. At most one fault applies to a request: the next one queued for its operation, else the next
 * one queued for any, else the permanent one of its operation, else the permanent one of all.
 */
public final class Faults {
    private final Predicate<String> known;
    private final Map<String, On> byOperation = new HashMap<>();
    private final On any = new On("any operation");

    Faults(Predicate<String> known) {
        this.known = known;
    }

    /**
     * The faults of one operation.
     *
     * @throws IllegalArgumentException if the venue has no such operation
     */
    public synchronized On on(String operationId) {
        if (!known.test(operationId)) {
            throw new IllegalArgumentException(
                    "The simulated venue has no operation " + operationId + "; a fault there would never happen");
        }
        return byOperation.computeIfAbsent(operationId, On::new);
    }

    /** The faults of any operation, including unknown paths. */
    public On onAny() {
        return any;
    }

    /**
     * What is to strike, by operation: those of single operations first, then those of any. Operations without a fault
     * are left out.
     */
    public synchronized List<Pending> pending() {
        List<Pending> all = new ArrayList<>();
        new TreeMap<>(byOperation).forEach((id, faults) -> all.add(faults.pending(id)));
        all.add(any.pending(null));
        all.removeIf(one -> one.queued().isEmpty() && one.standing() == null);
        return all;
    }

    /**
     * The faults of one operation, or of any.
     *
     * @param operationId the operation; null for any
     * @param queued what happens to the next requests, one after another
     * @param standing what happens to all others; null for nothing
     */
    public record Pending(
            @Nullable String operationId,
            List<Fault> queued,
            @Nullable Fault standing) {}

    /** Removes every fault, queued and permanent. */
    public synchronized void clear() {
        any.clear();
        byOperation.values().forEach(On::clear);
    }

    synchronized @Nullable Fault take(@Nullable String operationId) {
        On own = operationId == null ? any : byOperation.getOrDefault(operationId, any);
        Fault queued = own.poll();
        if (queued == null) {
            queued = any.poll();
        }
        if (queued != null) {
            return queued;
        }
        Fault standing = own.standing();
        return standing == null ? any.standing() : standing;
    }

    /** Faults of one operation, or of any. */
    public static final class On {
        private final String operation;
        private final Deque<Fault> queued = new ArrayDeque<>();
        private @Nullable Fault standing;

        private On(String operation) {
            this.operation = operation;
        }

        /** Queues faults, one for each of the next requests. */
        public synchronized On next(Fault... faults) {
            queued.addAll(List.of(faults));
            return this;
        }

        /** Applies the fault to every request, once the queue is empty. */
        public synchronized On always(Fault fault) {
            standing = fault;
            return this;
        }

        /** Removes these faults, queued and permanent. */
        public synchronized void clear() {
            queued.clear();
            standing = null;
        }

        private synchronized @Nullable Fault poll() {
            return queued.poll();
        }

        private synchronized Pending pending(@Nullable String operationId) {
            return new Pending(operationId, List.copyOf(queued), standing);
        }

        private synchronized @Nullable Fault standing() {
            return standing;
        }

        @Override
        public synchronized String toString() {
            return "Faults[" + operation + ": " + queued + ", then " + standing + "]";
        }
    }
}
