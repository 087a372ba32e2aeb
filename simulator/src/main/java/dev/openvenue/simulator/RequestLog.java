package dev.openvenue.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every request that reached the venue: the last 10,000 in full, all of them in the counts. */
public final class RequestLog {
    private static final int KEPT = 10_000;

    private final Deque<ReceivedRequest> kept = new ArrayDeque<>();
    private final Map<String, Integer> counts = new HashMap<>();
    /** The limit of each operation that has one. */
    private final Map<String, String> limitByOperation = new HashMap<>();

    private final RequestLimiter allowances;

    RequestLog(List<SimulatedOperation> operations, RequestLimiter allowances) {
        for (SimulatedOperation operation : operations) {
            if (operation.limit() != null) {
                limitByOperation.put(operation.id(), operation.limit().group());
            }
        }
        this.allowances = allowances;
    }

    /** The last requests, oldest first. */
    public synchronized List<ReceivedRequest> all() {
        return List.copyOf(kept);
    }

    /** How many requests of the operation arrived, including rejected ones. */
    public synchronized int count(String operationId) {
        return counts.getOrDefault(operationId, 0);
    }

    /**
     * The most requests of one account that arrived within one period of the operation's documented limit, whether the
     * limit is enforced or not; 0 if none is documented. Operations that share a limit share this figure; a request
     * whose signature is rejected is not counted.
     */
    public int peak(String operationId) {
        String limit = limitByOperation.get(operationId);
        return limit == null ? 0 : allowances.peak(limit);
    }

    synchronized void clear() {
        kept.clear();
        counts.clear();
    }

    synchronized void add(ReceivedRequest request) {
        if (kept.size() == KEPT) {
            kept.removeFirst();
        }
        kept.addLast(request);
        if (request.operationId() != null) {
            counts.merge(request.operationId(), 1, Integer::sum);
        }
    }
}
