package dev.openvenue.simulator;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts requests over a sliding window per documented limit, and refuses those beyond it when told to enforce. */
final class Allowances {
    private final Map<String, Window> windowByOperation = new HashMap<>();
    private boolean enforced;

    Allowances(Collection<Operation> operations) {
        Map<String, Window> windowByGroup = new HashMap<>();
        for (Operation operation : operations) {
            Limit limit = operation.limit();
            if (limit != null) {
                windowByOperation.put(
                        operation.id(), windowByGroup.computeIfAbsent(limit.group(), group -> new Window(limit)));
            }
        }
    }

    synchronized void enforce(boolean on) {
        enforced = on;
    }

    /** Counts an arrival. A request that is refused for the limit uses nothing up, as with a bucket that is empty. */
    synchronized Usage arrive(Operation operation, Instant now) {
        Window window = windowByOperation.get(operation.id());
        if (window == null) {
            return new Usage(true, null, 0, now);
        }
        window.forgetBefore(now);
        boolean admitted = !enforced || window.arrivals.size() < window.limit.permits();
        if (admitted) {
            window.arrivals.addLast(now);
        }
        window.offered(now);
        Instant first = window.arrivals.isEmpty() ? now : window.arrivals.getFirst();
        int remaining = Math.max(0, window.limit.permits() - window.arrivals.size());
        return new Usage(admitted, window.limit, remaining, first.plus(window.limit.period()));
    }

    synchronized int peak(String operationId) {
        Window window = windowByOperation.get(operationId);
        return window == null ? 0 : window.peak;
    }

    /**
     * What a request meets.
     *
     * @param limit the limit, if one is documented
     * @param remaining how many more requests the window takes
     * @param expires when the oldest request leaves the window
     */
    record Usage(boolean admitted, @Nullable Limit limit, int remaining, Instant expires) {}

    private static final class Window {
        private final Limit limit;
        private final Deque<Instant> arrivals = new ArrayDeque<>();
        private final Deque<Instant> offers = new ArrayDeque<>();
        private int peak;

        Window(Limit limit) {
            this.limit = limit;
        }

        void forgetBefore(Instant now) {
            Instant begin = now.minus(limit.period());
            dropUntil(begin, arrivals);
            dropUntil(begin, offers);
        }

        private static void dropUntil(Instant begin, Deque<Instant> times) {
            while (!times.isEmpty() && !times.getFirst().isAfter(begin)) {
                times.removeFirst();
            }
        }

        void offered(Instant now) {
            offers.addLast(now);
            peak = Math.max(peak, offers.size());
        }
    }
}
