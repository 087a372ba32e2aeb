package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.ListedVenue.Mishap;
import dev.openvenue.core.cancel.Observation.View;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever a run saw, and in whatever way it chose to look: it claims no more of an order than its proof carries, and
 * where nothing goes wrong it asks no more than lookups of the single orders would take.
 */
final class ClaimPropertyTest {
    private static final int RUNS = 400;

    @Test
    void noClaimGoesBeyondItsProof() {
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            ListedVenue venue = new ListedVenue(random.nextBoolean());
            venue.listsBySymbol = random.nextInt(3) == 0;
            String symbol = random.nextInt(8) == 0 ? "ETH" : "BTC";
            List<OrderRef> refs = new ArrayList<>(venue.place(1 + random.nextInt(120)).stream()
                    .map(ref -> OrderRef.byOrderId(symbol, ref.id()))
                    .toList());
            Stream.of("8001", "8002", "8003")
                    .limit(random.nextInt(4))
                    .forEach(id -> refs.add(OrderRef.byOrderId(symbol, id)));
            Collections.shuffle(refs, random);
            Stream.of("lookup", "open", "history")
                    .filter(view -> random.nextInt(3) == 0)
                    .forEach(view -> venue.lag.put(view, Duration.ofMillis(random.nextInt(1_800))));
            List<Mishap> known = List.of(Mishap.values());
            venue.mishaps = random.ints(random.nextInt(8), 0, known.size())
                    .mapToObj(known::get)
                    .toList();
            Duration timeout = Duration.ofMillis(200 + random.nextInt(20_000));

            CancelReport report = venue.batchCancel().timeout(timeout).cancel(refs);

            assertThat(report.outcomes()).as("seed %s", seed).allSatisfy(ClaimPropertyTest::carries);
        }
    }

    @Test
    void wellBehavedVenuesAreNotAskedMoreThanLookupsWouldTake() {
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            ListedVenue venue = new ListedVenue(random.nextBoolean());
            List<OrderRef> refs = venue.place(1 + random.nextInt(400));

            CancelReport report = venue.batchCancel().cancel(refs);

            assertThat(report.calls() - venue.calls("cancel"))
                    .as("seed %s", seed)
                    .isLessThanOrEqualTo(refs.size());
            assertThat(report.resolved()).as("seed %s", seed).isTrue();
        }
    }

    private static void carries(CancelOutcome outcome) {
        Map<View, String> proof = new HashMap<>();
        outcome.proof().forEach(seen -> proof.put(seen.view(), seen.said()));
        boolean unlisted = "not there".equals(proof.get(View.OPEN_LIST));
        boolean stated = Stream.of(View.LOOKUP, View.HISTORY)
                .map(proof::get)
                .anyMatch(said -> "cancelled".equals(said) || "filled".equals(said));
        if (outcome.status() == Status.CANCELLED) {
            assertThat(proof.get(View.LOOKUP) + proof.get(View.HISTORY)).contains("cancelled");
            assertThat(proof).containsKey(View.CANCEL);
        } else if (outcome.status() == Status.ALREADY_CLOSED) {
            boolean rejected = String.valueOf(proof.get(View.CANCEL)).contains("(order closed)");
            assertThat(stated || unlisted || rejected).as("%s", outcome).isTrue();
        } else if (outcome.status() == Status.NOT_FOUND) {
            assertThat(proof.get(View.LOOKUP)).as("%s", outcome).isEqualTo("not there");
            assertThat(unlisted).as("%s", outcome).isTrue();
        } else if (outcome.status() == Status.ACCEPTED) {
            assertThat(stated).as("%s", outcome).isFalse();
        }
    }
}
