package dev.openvenue.simulator;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts requests over a sliding window per account and documented limit, and rejects those beyond it if enforcement is
 * on.
 */
public final class RequestLimiter {
    private final Map<Slot, Window> windows = new HashMap<>();
    private final Map<String, Integer> peaks = new HashMap<>();
    private boolean enforced;

    RequestLimiter() {}

    /** The key of what is counted together. */
    private record Slot(int account, String group) {}

    synchronized void enforce(boolean on) {
        enforced = on;
    }

    synchronized boolean enforces() {
        return enforced;
    }

    /** Forgets all arrivals; nothing is enforced. */
    synchronized void reset() {
        enforced = false;
        windows.clear();
        peaks.clear();
    }

    /** Counts an arrival. A request that is rejected because of the limit consumes nothing, as with an empty bucket. */
    synchronized Usage arrive(SimulatedOperation operation, int account, Instant now) {
        DocumentedLimit limit = operation.limit();
        if (limit == null) {
            return new Usage(true, null, 0, now);
        }
        Window window = windows.computeIfAbsent(new Slot(account, limit.group()), slot -> new Window(limit));
        window.forgetBefore(now);
        boolean admitted = !enforced || window.arrivals.size() < window.limit.permits();
        if (admitted) {
            window.arrivals.addLast(now);
        }
        window.offers.addLast(now);
        peaks.merge(limit.group(), window.offers.size(), Math::max);
        Instant first = window.arrivals.isEmpty() ? now : window.arrivals.getFirst();
        int remaining = Math.max(0, window.limit.permits() - window.arrivals.size());
        return new Usage(admitted, window.limit, remaining, first.plus(window.limit.period()));
    }

    /** The most requests of one account within one period of this limit. */
    synchronized int peak(String group) {
        return peaks.getOrDefault(group, 0);
    }

    /**
     * The state of the limit when a request arrives.
     *
     * @param limit the limit, if one is documented
     * @param remaining how many more requests the window allows
     * @param expires when the oldest request leaves the window
     */
    public record Usage(boolean admitted, @Nullable DocumentedLimit limit, int remaining, Instant expires) {}

    private static final class Window {
        private final DocumentedLimit limit;
        private final Deque<Instant> arrivals = new ArrayDeque<>();
        private final Deque<Instant> offers = new ArrayDeque<>();

        Window(DocumentedLimit limit) {
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
    }
}
