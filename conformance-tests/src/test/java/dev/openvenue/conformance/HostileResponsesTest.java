package dev.openvenue.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * Whatever comes over the wire, a call gives a value or throws a VenueException, in time, and says no more than it
 * knows: no success that is none, no secret, no control character. {@code -Dopenvenue.hostile.calls=1000000} makes more
 * calls than every build does, and {@code -Dopenvenue.hostile.seed=4711 -Dopenvenue.hostile.calls=1} makes the call of
 * a failure again.
 */
final class HostileResponsesTest {
    private static final long FIRST = Long.getLong("openvenue.hostile.seed", 0);
    private static final long CALLS = Long.getLong("openvenue.hostile.calls", 20_000);
    private static final int CALLERS = 2;
    private static final int SHOWN_OF_A_KIND = 3;

    private final AtomicLong next = new AtomicLong(FIRST);
    private final Map<String, Long> results = new TreeMap<>();
    private final Map<String, List<String>> problems = new TreeMap<>();

    @Test
    void noResponseDoesHarm() throws Exception {
        HostileProof proof = new HostileProof();
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Callable<Object>> work = java.util.Collections.nCopies(CALLERS, () -> work(proof));
            for (Future<Object> done : callers.invokeAll(work)) {
                done.get();
            }
        } finally {
            callers.shutdownNow();
        }
        System.out.println("Hostile responses of " + proof.kinds() + " kinds: " + results);
        assertThat(problems.values().stream().flatMap(List::stream).toList())
                .as("the first problems of each kind of " + problems.keySet())
                .isEmpty();
        assertThat(results).as("some spoiled answers are still good").containsKey("a value");
    }

    private Object work(HostileProof proof) throws Exception {
        try (HostileCaller caller = new HostileCaller()) {
            for (long seed = next.getAndIncrement(); seed < FIRST + CALLS; seed = next.getAndIncrement()) {
                count(proof.call(seed, caller));
            }
        }
        return results;
    }

    private synchronized void count(HostileProof.Call call) {
        Throwable failure = call.result().failure();
        results.merge(failure == null ? "a value" : failure.getClass().getSimpleName(), 1L, Long::sum);
        call.problem().ifPresent(problem -> add(call.kind(), problem));
    }

    private void add(String kind, String problem) {
        List<String> known = problems.computeIfAbsent(kind, key -> new ArrayList<>());
        if (known.size() < SHOWN_OF_A_KIND) {
            known.add(problem);
        }
    }
}
