package dev.openvenue.simulator;

import dev.openvenue.simulator.explain.Explanation;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The requests that were rejected, each explained when somebody asks for the first time. The oldest are forgotten when
 * there are too many, or when they are too large.
 */
final class Explanations {
    private static final int KEPT = 10_000;
    private static final long KEPT_BYTES = 32L << 20;

    private final Explainer explainer;
    private final Map<Long, Entry> entries = new LinkedHashMap<>();
    private long weight;

    Explanations(Explainer explainer) {
        this.explainer = explainer;
    }

    synchronized void keep(FailedRequest failedRequest) {
        Entry entry = new Entry(failedRequest);
        entries.put(failedRequest.number(), entry);
        weight += entry.weight;
        forgetOldest();
    }

    Optional<Explanation> find(long number) {
        Entry entry;
        synchronized (this) {
            entry = entries.get(number);
        }
        if (entry == null) {
            return Optional.empty();
        }
        Explanation explanation = entry.explanation();
        weigh(number, entry, explanation);
        return Optional.of(explanation);
    }

    private synchronized void weigh(long number, Entry entry, Explanation explanation) {
        if (entries.get(number) == entry) {
            long now = weight(explanation);
            weight += now - entry.weight;
            entry.weight = now;
            forgetOldest();
        }
    }

    private void forgetOldest() {
        Iterator<Entry> oldest = entries.values().iterator();
        while (entries.size() > KEPT || weight > KEPT_BYTES) {
            weight -= oldest.next().weight;
            oldest.remove();
        }
    }

    /** What it occupies in memory, roughly. */
    private static long weight(Explanation explanation) {
        return FailedRequest.OVERHEAD + 2L * explanation.toString().length();
    }

    private final class Entry {
        private long weight;
        private @Nullable FailedRequest failedRequest;
        private @Nullable Explanation explanation;

        Entry(FailedRequest failedRequest) {
            this.failedRequest = failedRequest;
            this.weight = failedRequest.weight();
        }

        synchronized Explanation explanation() {
            if (explanation == null) {
                explanation = explainer.explain(Objects.requireNonNull(failedRequest));
                failedRequest = null;
            }
            return explanation;
        }
    }
}
