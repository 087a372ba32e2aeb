package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.ScriptedVenue.Received;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import dev.openvenue.core.engine.CallDispatcher;
import dev.openvenue.core.engine.OrderInput;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class BatchCancelStreamTest {
    private static final int CAP = 10;

    /** Four full calls for each of the four that may be on the wire. */
    private static final int WINDOW = 160;

    private final ScriptedVenue venue = new ScriptedVenue(new VirtualTime(), Shape.PER_ITEM, CAP);
    private final List<CancelOutcome> outcomes = new ArrayList<>();

    @Test
    void outcomesComeInTheOrderOfTheInputAndCallsAreFull() {
        CancelSummary summary = venue.batchCancel().cancelStream(orders(1000).iterator(), outcomes::add);

        assertThat(outcomes).extracting(outcome -> outcome.ref().id()).containsExactlyElementsOf(ids(1000));
        assertThat(summary.counts().get(Status.CANCELLED)).isEqualTo(1000);
        assertThat(summary.resolved()).isTrue();
        assertThat(summary.calls()).isEqualTo(venue.received.size());
        assertThat(venue.calls("cancel")).hasSize(100);
    }

    @Test
    void onlyAWindowOfTheInputIsHeld() {
        AtomicInteger taken = new AtomicInteger();
        List<Integer> held = new ArrayList<>();
        Stream<OrderRef> orders = IntStream.range(0, 20_000).mapToObj(i -> {
            taken.incrementAndGet();
            String id = "" + i;
            venue.place(id);
            return OrderRef.byOrderId("BTC", id);
        });

        CancelSummary summary = venue.batchCancel()
                .timeout(Duration.ofHours(10))
                .cancelStream(orders, outcome -> {
                    venue.book.orders.remove(outcome.ref().id());
                    venue.received.clear();
                    held.add(taken.get() - held.size());
                });

        assertThat(summary.counts().get(Status.CANCELLED)).isEqualTo(20_000);
        assertThat(held).hasSize(20_000).allMatch(inputs -> inputs <= WINDOW);
    }

    @Test
    void aSlowOrderHoldsBackWhatIsBehindItButLosesNothing() {
        List<OrderRef> refs = orders(500).toList();
        venue.order("3").latency = 5;

        CancelSummary summary = venue.batchCancel().cancelStream(refs.iterator(), outcomes::add);

        assertThat(outcomes).extracting(outcome -> outcome.ref().id()).containsExactlyElementsOf(ids(500));
        assertThat(summary.counts().get(Status.CANCELLED)).isEqualTo(500);
    }

    @Test
    void anOrderThatCannotBeDecidedDoesNotStopTheStream() {
        List<OrderRef> refs = orders(10_000).toList();
        venue.order("4").forgotten = Integer.MAX_VALUE;

        List<CancelProgress> heard = new ArrayList<>();
        List<Integer> looksAtTheHandOut = new ArrayList<>();

        CancelSummary summary = venue.batchCancel()
                .timeout(Duration.ofHours(1))
                .onProgress(heard::add)
                .cancelStream(refs.iterator(), outcome -> {
                    outcomes.add(outcome);
                    if (outcome.ref().id().equals("4")) {
                        looksAtTheHandOut.add(lookups("4"));
                    }
                });

        assertThat(looksAtTheHandOut).containsExactly(lookups("4"));
        assertThat(heard.get(heard.size() - 1).settled()).isEqualTo(10_000);
        assertThat(outcomes).extracting(outcome -> outcome.ref().id()).containsExactlyElementsOf(ids(10_000));
        assertThat(summary.counts().get(Status.CANCELLED)).isEqualTo(9_999);
        assertThat(outcomes.get(4).status()).isEqualTo(Status.ACCEPTED);
        assertThat(outcomes.get(4).message())
                .isEqualTo("The venue took the cancel, but it was not seen done: given up, because it held back the"
                        + " orders behind it");
        assertThat(summary.elapsed()).isLessThan(Duration.ofMinutes(2));
    }

    @Test
    void outcomesThatWaitForAnOrderAreBounded() {
        List<OrderRef> refs = orders(10_000).toList();
        venue.order("4").forgotten = Integer.MAX_VALUE;
        AtomicInteger taken = new AtomicInteger();
        List<Integer> held = new ArrayList<>();

        venue.batchCancel()
                .timeout(Duration.ofHours(1))
                .cancelStream(
                        refs.stream().peek(ref -> taken.incrementAndGet()),
                        outcome -> held.add(taken.get() - held.size()));

        assertThat(held).allMatch(inputs -> inputs <= InputBuffer.WAITING_OUTCOMES * WINDOW);
    }

    @Test
    void aLiveOrderGoesOutWithinFiftyMillisecondsWithoutWaitingForOthers() {
        LiveInput input = new LiveInput(venue.time);
        venue.place("1");
        venue.place("2");
        input.arrives(Duration.ofSeconds(1), OrderRef.byOrderId("BTC", "1"));
        input.arrives(Duration.ofSeconds(4), OrderRef.byOrderId("BTC", "2"));
        List<Long> handedOut = new ArrayList<>();
        long start = venue.time.nanoTime();

        run(input, Duration.ofSeconds(10), outcome -> handedOut.add((venue.time.nanoTime() - start) / 1_000_000));

        assertThat(venue.calls("cancel"))
                .extracting(call -> (call.at() - start) / 1_000_000)
                .containsExactly(1_020L, 4_020L);
        assertThat(handedOut).containsExactly(1_040L, 4_040L);
    }

    @Test
    void liveOrdersThatFollowEachOtherShareACall() {
        LiveInput input = new LiveInput(venue.time);
        for (int i = 0; i < 25; i++) {
            venue.place("" + i);
            input.arrives(Duration.ofMillis(1_000 + i / 2), OrderRef.byOrderId("BTC", "" + i));
        }

        run(input, Duration.ofSeconds(5), outcomes::add);

        assertThat(venue.calls("cancel")).extracting(call -> call.ids().size()).containsExactly(10, 10, 5);
    }

    private void run(LiveInput input, Duration deadline, Consumer<CancelOutcome> sink) {
        RunOptions options = new RunOptions(deadline, true, 4, Map.of(), progress -> {});
        CallDispatcher dispatcher = new CallDispatcher(venue.venue(), venue.time, deadline);
        input.onArrival = dispatcher::wake;
        RunRules rules = RunRules.of(venue.venue(), options);
        InputBuffer buffer = new InputBuffer(input, WINDOW, CAP, ref -> new OrderCancelState(ref, rules, false), sink);
        new RunLoop(venue.venue(), options, dispatcher, buffer).run(List.of());
    }

    @Test
    void duplicatesWithinTheWindowAreSentOnce() {
        List<OrderRef> refs = orders(50).toList();
        List<OrderRef> twice = Stream.concat(refs.stream(), refs.stream()).toList();

        venue.batchCancel().cancelStream(twice.iterator(), outcomes::add);

        assertThat(outcomes).extracting(CancelOutcome::ref).isEqualTo(twice);
        assertThat(outcomes).extracting(CancelOutcome::status).containsOnly(Status.CANCELLED);
        assertThat(venue.calls("cancel").stream()
                        .mapToInt(call -> call.ids().size())
                        .sum())
                .isEqualTo(50);
    }

    @Test
    void aDuplicateFarBehindIsCancelledAgainWhichDoesNoHarm() {
        List<OrderRef> refs = Stream.concat(orders(400), Stream.of(OrderRef.byOrderId("BTC", "0")))
                .toList();

        venue.batchCancel().cancelStream(refs.iterator(), outcomes::add);

        assertThat(outcomes).hasSize(401);
        assertThat(outcomes.get(400).status()).isEqualTo(Status.ALREADY_CLOSED);
    }

    @Test
    void inputsAfterTheDeadlineAreHandedOutAsUnknown() {
        CancelSummary summary = venue.batchCancel()
                .timeout(Duration.ofMillis(100))
                .cancelStream(orders(2000).iterator(), outcomes::add);

        assertThat(outcomes).extracting(outcome -> outcome.ref().id()).containsExactlyElementsOf(ids(2000));
        assertThat(outcomes.get(1999).status()).isEqualTo(Status.UNKNOWN);
        assertThat(outcomes.get(1999).message()).isEqualTo("No cancel was executed: the deadline of 0.1 s passed");
        assertThat(summary.counts().get(Status.UNKNOWN)).isGreaterThan(1500);
    }

    @Test
    void anInputThatFailsIsThrownAfterEverythingBeforeItHasItsOutcome() {
        Iterator<OrderRef> refs = orders(25)
                .peek(ref -> {
                    if (ref.id().equals("24")) {
                        throw new IllegalStateException("the database is gone");
                    }
                })
                .iterator();

        assertThatThrownBy(() -> venue.batchCancel().cancelStream(refs, outcomes::add))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the database is gone");
        assertThat(outcomes).hasSize(24).extracting(CancelOutcome::status).containsOnly(Status.CANCELLED);
    }

    @Test
    void whatTheConsumerThrowsEndsTheRunAtOnce() {
        assertThatThrownBy(() -> venue.batchCancel().cancelStream(orders(1000).iterator(), outcome -> {
                    throw new IllegalStateException("the disk is full");
                }))
                .hasMessage("the disk is full");
        assertThat(venue.calls("cancel").stream()
                        .map(Received::ids)
                        .mapToInt(List::size)
                        .sum())
                .isLessThanOrEqualTo(WINDOW);
    }

    @Test
    void theStreamIsClosed() {
        AtomicBoolean closed = new AtomicBoolean();

        CancelSummary summary = venue.batchCancel()
                .cancelStream(Stream.<OrderRef>empty().onClose(() -> closed.set(true)), outcomes::add);

        assertThat(closed).isTrue();
        assertThat(summary.counts()).containsOnlyKeys(Status.values());
        assertThat(summary.counts().values()).containsOnly(0L);
        assertThat(venue.received).isEmpty();
    }

    /** How many calls named an order. */
    private int lookups(String id) {
        return (int)
                venue.received.stream().filter(call -> call.ids().contains(id)).count();
    }

    private Stream<OrderRef> orders(int count) {
        ids(count).forEach(venue::place);
        return ids(count).stream().map(id -> OrderRef.byOrderId("BTC", id));
    }

    private static List<String> ids(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }

    /** Orders that arrive in virtual time; the input never ends by itself. */
    private static final class LiveInput implements OrderInput<OrderRef> {
        private final Deque<OrderRef> there = new ArrayDeque<>();
        private final VirtualTime time;
        Runnable onArrival = () -> {};

        LiveInput(VirtualTime time) {
            this.time = time;
        }

        void arrives(Duration at, OrderRef ref) {
            time.in(at, () -> {
                there.add(ref);
                onArrival.run();
            });
        }

        @Override
        public @Nullable OrderRef poll() {
            return there.poll();
        }

        @Override
        public int available() {
            return there.size();
        }

        @Override
        public boolean isExhausted() {
            return false;
        }

        @Override
        public @Nullable OrderRef rest() {
            return there.poll();
        }

        @Override
        public void close() {}

        @Override
        public @Nullable Throwable failure() {
            return null;
        }
    }
}
