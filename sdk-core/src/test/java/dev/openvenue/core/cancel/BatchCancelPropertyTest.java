package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.ScriptedBook.Order;
import dev.openvenue.core.cancel.ScriptedBook.State;
import dev.openvenue.core.cancel.ScriptedVenue.Received;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Hundreds of runs against a venue that misbehaves at random: what the report claims is held against what is true
 * there. A failure names its seed.
 */
final class BatchCancelPropertyTest {
    private static final Duration CHAOS = Duration.ofSeconds(5);

    @Test
    void nothingIsClaimedThatIsNotTrueAndNothingIsSentLate() {
        LongStream.range(0, 1500)
                .forEach(seed -> assertThatCode(() -> {
                            Scenario scenario = new Scenario(seed);
                            Duration deadline = Duration.ofMillis(50 + scenario.random.nextInt(8000));
                            scenario.run(deadline, true);
                            scenario.assertTrueAndInTime(deadline);
                        })
                        .as("seed %d", seed)
                        .doesNotThrowAnyException());
    }

    @Test
    void everythingIsFoundOutOnceTheVenueBehavesAgain() {
        LongStream.range(0, 700)
                .forEach(seed -> assertThatCode(() -> {
                            Scenario scenario = new Scenario(seed);
                            Duration deadline = Duration.ofMinutes(3);
                            scenario.run(deadline, true);
                            scenario.assertTrueAndInTime(deadline);
                            scenario.assertSettled();
                        })
                        .as("seed %d", seed)
                        .doesNotThrowAnyException());
    }

    @Test
    void nothingIsClaimedThatIsNotTrueWithoutVerification() {
        LongStream.range(0, 500)
                .forEach(seed -> assertThatCode(() -> {
                            Scenario scenario = new Scenario(seed);
                            scenario.venue.book.orders.values().forEach(order -> order.hiddenLooks = 0);
                            Duration deadline = Duration.ofMillis(50 + scenario.random.nextInt(8000));
                            scenario.run(deadline, false);
                            scenario.assertTrueAndInTime(deadline);
                            assertThat(scenario.report.outcomes())
                                    .extracting(CancelOutcome::status)
                                    .doesNotContain(Status.CANCELLED);
                        })
                        .as("seed %d", seed)
                        .doesNotThrowAnyException());
    }

    /** One venue, one list of orders, one run. */
    private static final class Scenario {
        final Random random;
        final VirtualTime time = new VirtualTime();
        final ScriptedVenue venue;
        final List<OrderRef> refs = new ArrayList<>();
        final long startedAt = time.nanoTime();
        CancelReport report = new CancelReport(List.of(), Duration.ZERO, Map.of());

        Scenario(long seed) {
            random = new Random(seed);
            Shape shape = List.of(Shape.values()).get(random.nextInt(4));
            venue = new ScriptedVenue(time, shape, 1 + random.nextInt(8));
            venue.book.numericIds = random.nextBoolean();
            venue.latency =
                    () -> Duration.ofMillis(random.nextInt(20) == 0 ? random.nextInt(6000) : 1 + random.nextInt(80));
            double chaos = random.nextInt(4) * 0.2;
            venue.chaos =
                    () -> random.nextDouble() < chaos && time.nanoTime() - startedAt < CHAOS.toNanos() ? fault() : null;
            int orders = random.nextInt(40);
            for (int i = 0; i < orders; i++) {
                add(venue.place("70000000000000000" + i, random.nextInt(4) == 0 ? "ETH" : "BTC"));
            }
            refs.add(OrderRef.byOrderId("BTC", "1"));
        }

        private void add(Order order) {
            switch (random.nextInt(12)) {
                case 0 -> order.state = State.FILLED;
                case 1 -> order.state = State.CANCELLED;
                case 2 -> order.hiddenLooks = 1 + random.nextInt(2);
                case 3 -> order.latency = 1 + random.nextInt(4);
                case 4 -> order.forgotten = 1;
                case 5 -> order.rejection = random.nextBoolean() ? "stuck" : "forbidden";
                case 6 ->
                    time.in(Duration.ofMillis(random.nextInt(3000)), () -> {
                        if (order.state == State.OPEN) {
                            order.state = random.nextInt(3) == 0 ? State.CANCELLED : State.FILLED;
                        }
                    });
                default -> {}
            }
            OrderRef ref = random.nextInt(3) == 0
                    ? OrderRef.byClientOrderId(order.symbol, order.clientId)
                    : OrderRef.byOrderId(order.symbol, order.id);
            refs.add(ref);
            if (random.nextInt(10) == 0) {
                refs.add(refs.get(random.nextInt(refs.size())));
            }
        }

        private @Nullable ScriptedFault fault() {
            return switch (random.nextInt(9)) {
                case 0 -> ScriptedFault.lostResponse();
                case 1 -> ScriptedFault.lostRequest();
                case 2 -> ScriptedFault.unreachable();
                case 3 -> ScriptedFault.malformed();
                case 4 -> ScriptedFault.rejected("busy", ErrorKind.RATE_LIMIT, Effect.NONE, Duration.ofMillis(300));
                case 5 -> ScriptedFault.rejected("down", ErrorKind.VENUE_UNAVAILABLE, Effect.NONE, null);
                case 6 -> ScriptedFault.rejected("HTTP 500", ErrorKind.VENUE_UNAVAILABLE, Effect.UNKNOWN, null);
                case 7 ->
                    call -> {
                        call.execute();
                        throw ScriptedFault.rejection("HTTP 502", ErrorKind.VENUE_UNAVAILABLE, Effect.UNKNOWN, null);
                    };
                default ->
                    call -> {
                        call.execute();
                        return "nonsense";
                    };
            };
        }

        void run(Duration deadline, boolean verify) {
            report = venue.batchCancel()
                    .timeout(deadline)
                    .verify(verify)
                    .parallelism(1 + random.nextInt(4))
                    .cancel(refs);
        }

        void assertTrueAndInTime(Duration deadline) {
            assertThat(report.outcomes()).extracting(CancelOutcome::ref).isEqualTo(refs);
            long end = startedAt + deadline.toNanos();
            for (Received call : venue.received) {
                assertThat(call.at()).isLessThan(end);
                assertThat(call.at() + call.deadline().toNanos()).isLessThanOrEqualTo(end);
                assertThat(call.ids().size()).isLessThanOrEqualTo(Math.max(5, venue.description.cap()));
            }
            Map<OrderRef, CancelOutcome> seen = new HashMap<>();
            for (CancelOutcome outcome : report.outcomes()) {
                assertThat(seen.merge(outcome.ref(), outcome, (first, second) -> first))
                        .isSameAs(outcome);
                Order order = order(outcome.ref());
                if (outcome.status() == Status.CANCELLED) {
                    assertThat(order).isNotNull();
                    assertThat(order.state).as("%s", outcome).isEqualTo(State.CANCELLED);
                } else if (outcome.status().isClosed() && order != null) {
                    assertThat(order.state).as("%s", outcome).isNotEqualTo(State.OPEN);
                } else if (outcome.status() == Status.UNKNOWN) {
                    assertThat(outcome.cause() != null || outcome.code() != null)
                            .as("%s", outcome)
                            .isTrue();
                }
            }
        }

        void assertSettled() {
            for (CancelOutcome outcome : report.outcomes()) {
                Order order = order(outcome.ref());
                if (order == null) {
                    assertThat(outcome.status()).as("%s", outcome).isEqualTo(Status.NOT_FOUND);
                } else if (order.rejection != null
                        && order.state == State.OPEN
                        && venue.description.response().shape() == Shape.ACKNOWLEDGED) {
                    // Such a venue tells no reason: it takes the call and leaves the order open.
                    assertThat(outcome.status()).as("%s", outcome).isEqualTo(Status.ACCEPTED);
                } else if (order.rejection != null && order.state == State.OPEN) {
                    assertThat(outcome.status()).as("%s", outcome).isEqualTo(Status.REJECTED);
                    assertThat(outcome.code()).as("%s", outcome).isEqualTo(order.rejection);
                } else {
                    assertThat(outcome.status()).as("%s", outcome).isIn(Status.CANCELLED, Status.ALREADY_CLOSED);
                }
            }
        }

        private @Nullable Order order(OrderRef ref) {
            return venue.book.orders.values().stream()
                    .filter(order -> order.id.equals(ref.id()) || order.clientId.equals(ref.id()))
                    .findFirst()
                    .orElse(null);
        }
    }
}
