package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.cancel.BatchCancelDescription.Shape;
import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.ScriptedVenue.Received;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
            return OrderRef.order("BTC", id);
        });

        CancelSummary summary = venue.batchCancel()
                .deadline(Duration.ofHours(10))
                .cancelStream(orders, outcome -> {
                    venue.orders.remove(outcome.ref().id());
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
        List<OrderRef> refs = Stream.concat(orders(400), Stream.of(OrderRef.order("BTC", "0")))
                .toList();

        venue.batchCancel().cancelStream(refs.iterator(), outcomes::add);

        assertThat(outcomes).hasSize(401);
        assertThat(outcomes.get(400).status()).isEqualTo(Status.ALREADY_CLOSED);
    }

    @Test
    void inputsAfterTheDeadlineAreHandedOutAsUnknown() {
        CancelSummary summary = venue.batchCancel()
                .deadline(Duration.ofMillis(100))
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

        venue.batchCancel().cancelStream(Stream.<OrderRef>empty().onClose(() -> closed.set(true)), outcomes::add);

        assertThat(closed).isTrue();
        assertThat(venue.received).isEmpty();
    }

    private Stream<OrderRef> orders(int count) {
        ids(count).forEach(venue::place);
        return ids(count).stream().map(id -> OrderRef.order("BTC", id));
    }

    private static List<String> ids(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }
}
