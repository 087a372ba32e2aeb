package dev.openvenue.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.engine.CallResult.Invalid;
import dev.openvenue.core.engine.CallResult.Succeeded;
import dev.openvenue.core.engine.CallResult.Unsuccessful;
import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.TransportException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The calls of one run: their deadlines, their ends, and the end of the run itself. */
final class CallDispatcherTest {
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final PendingVenue venue = new PendingVenue();
    private final StillClock clock = new StillClock();
    private final CallDispatcher dispatcher = new CallDispatcher(venue, clock, DEADLINE);
    private final List<CallResult> results = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"60000, 0, 10000", "24000, 0, 8000", "60000, 55000, 5000", "60000, 60000, 0"})
    void callMayTakeAThirdOfTheRunAndWhatIsLeftOfItAndTenSecondsAtMost(long deadline, long passed, long expected) {
        CallDispatcher own = new CallDispatcher(venue, clock, Duration.ofMillis(deadline));
        clock.now += Duration.ofMillis(passed).toNanos();

        own.send("call", Map.of(), results::add);

        // A call needs some time, even if none is left.
        assertThat(venue.deadlines).containsExactly(Duration.ofMillis(expected).plusNanos(expected == 0 ? 1 : 0));
    }

    @Test
    void callsAreCountedByOperationAndWhileTheyWait() {
        dispatcher.send("one", Map.of(), results::add);
        dispatcher.send("one", Map.of(), results::add);
        dispatcher.send("other", Map.of(), results::add);
        assertThat(dispatcher.running()).isEqualTo(3);

        venue.calls.get(1).complete(PendingVenue.RESPONSE);
        dispatcher.await(0);

        assertThat(results).containsExactly(new Succeeded(PendingVenue.RESPONSE));
        assertThat(dispatcher.running()).isEqualTo(2);
        assertThat(dispatcher.calls()).isEqualTo(3);
        assertThat(dispatcher.callsByOperation()).containsExactly(Map.entry("one", 2L), Map.entry("other", 1L));
    }

    @Test
    void callThatIsNotSentForItsArgumentsIsNoCallAndItsEndIsHandledLater() {
        NotSentException invalid = new NotSentException("test", "call", "no", null);
        venue.failure = invalid;

        dispatcher.send("call", Map.of(), results::add);
        assertThat(results).isEmpty();
        assertThat(dispatcher.running()).isOne();
        dispatcher.await(0);

        assertThat(results).containsExactly(new Invalid(invalid));
        assertThat(dispatcher.running()).isZero();
        assertThat(dispatcher.calls()).isZero();
    }

    @Test
    void callThatFailsBeforeItIsOnTheWireMayHaveBeenSent() {
        venue.failure = new IllegalStateException("odd");

        dispatcher.send("call", Map.of(), results::add);
        dispatcher.await(0);

        assertThat(((Unsuccessful) results.get(0)).failure())
                .isInstanceOf(TransportException.class)
                .hasMessage("call failed: java.lang.IllegalStateException: odd");
        assertThat(dispatcher.calls()).isOne();
        assertThat(dispatcher.running()).isZero();
    }

    @Test
    void allThatHasArrivedIsHandledAtOnce() {
        dispatcher.send("call", Map.of(), results::add);
        dispatcher.send("call", Map.of(), results::add);
        venue.calls.forEach(call -> call.complete(PendingVenue.RESPONSE));

        dispatcher.await(Long.MAX_VALUE);

        assertThat(results).hasSize(2);
        assertThat(dispatcher.now()).isZero();
    }

    @Test
    void nobodyWaitsBeyondTheGivenTimeOrTheDeadline() {
        dispatcher.await(Duration.ofSeconds(5).toNanos());
        assertThat(dispatcher.elapsed()).isEqualTo(Duration.ofSeconds(5));
        dispatcher.await(Duration.ofSeconds(3).toNanos());
        assertThat(dispatcher.elapsed()).isEqualTo(Duration.ofSeconds(5));
        assertThat(dispatcher.isOver()).isFalse();

        dispatcher.await(Long.MAX_VALUE);

        assertThat(dispatcher.elapsed()).isEqualTo(DEADLINE);
        assertThat(dispatcher.isOver()).isTrue();
        assertThat(dispatcher.ended()).hasMessage("cancel was not sent: the deadline of 60 s passed");
    }

    @Test
    void runThatIsStoppedWakesUpAndSaysWhy() {
        dispatcher.stop("enough");

        dispatcher.await(Long.MAX_VALUE);

        assertThat(dispatcher.now()).isZero();
        assertThat(dispatcher.isOver()).isTrue();
        assertThat(dispatcher.ended()).hasMessage("cancel was not sent: enough").hasNoCause();
        assertThat(dispatcher.withoutResponse())
                .isInstanceOf(TransportException.class)
                .hasMessage("cancel had no response: enough");
    }

    @Test
    void runThatWasWokenIsNotOver() {
        dispatcher.wake();

        dispatcher.await(Long.MAX_VALUE);

        assertThat(dispatcher.now()).isZero();
        assertThat(dispatcher.isOver()).isFalse();
    }

    @Test
    void runThatFailsNamesItsCause() {
        AssertionError odd = new AssertionError("odd");

        dispatcher.fail(odd);

        assertThat(dispatcher.isOver()).isTrue();
        assertThat(dispatcher.ended())
                .hasMessage("cancel was not sent: the run failed: java.lang.AssertionError: odd")
                .hasCause(odd);
        assertThat(dispatcher.withoutResponse()).hasCause(odd);
    }

    @Test
    void clientThatIsClosedEndsTheRunAfterWhatIsOnTheWire() {
        dispatcher.send("call", Map.of(), results::add);
        Objects.requireNonNull(venue.onClose).run();
        clock.events.add(() -> {
            clock.now += Duration.ofSeconds(2).toNanos();
            venue.calls.get(0).complete(PendingVenue.RESPONSE);
        });

        dispatcher.drain();

        assertThat(results).hasSize(1);
        assertThat(dispatcher.elapsed()).isEqualTo(Duration.ofSeconds(2));
        assertThat(dispatcher.ended())
                .isInstanceOfSatisfying(
                        NotSentException.class,
                        unsent -> assertThat(unsent.isClientClosed()).isTrue())
                .hasMessage("cancel was not sent: the client was closed");
    }

    @Test
    void whatIsOnTheWireOfAClosedClientIsWaitedForToTheDeadline() {
        dispatcher.send("call", Map.of(), results::add);
        Objects.requireNonNull(venue.onClose).run();

        dispatcher.drain();

        assertThat(results).isEmpty();
        assertThat(dispatcher.elapsed()).isEqualTo(DEADLINE);
    }

    @Test
    void whatHasArrivedAtTheEndStillCounts() {
        dispatcher.send("call", Map.of(), results::add);
        venue.calls.get(0).complete(PendingVenue.RESPONSE);
        dispatcher.stop("enough");

        dispatcher.drain();

        assertThat(results).containsExactly(new Succeeded(PendingVenue.RESPONSE));
    }

    @Test
    void runThatIsOverForAnotherReasonWaitsForNothing() {
        dispatcher.send("call", Map.of(), results::add);
        dispatcher.stop("enough");

        dispatcher.drain();

        assertThat(dispatcher.elapsed()).isZero();
    }

    @Test
    void callThatAClosedClientTurnsAwayEndsTheRun() {
        dispatcher.send("call", Map.of(), results::add);
        dispatcher.send("call", Map.of(), results::add);

        venue.calls.get(0).completeExceptionally(new NotSentException("test", "call", "no permit", null));
        assertThat(dispatcher.isOver()).isFalse();
        venue.calls.get(1).completeExceptionally(NotSentException.closed("test", "call", "closed"));

        assertThat(dispatcher.isOver()).isTrue();
        assertThat(dispatcher.reason()).isEqualTo("the client was closed");
    }

    @Test
    void endOfTheRunGivesUpItsCallsAndLeavesTheClient() {
        dispatcher.send("call", Map.of(), results::add);

        dispatcher.close();

        assertThat(venue.calls.get(0)).isCancelled();
        assertThat(venue.onClose).isNull();
    }

    @Test
    void pauseIsAsLongAsTheVenueDemandsAndNoLongerThanTheRun() {
        dispatcher.send("call", Map.of(), results::add);
        clock.now += Duration.ofSeconds(1).toNanos();
        venue.calls.get(0).complete(PendingVenue.RESPONSE);
        dispatcher.await(0);
        // It counts from the response, so that all orders of one response can share the next call.
        clock.now += Duration.ofSeconds(1).toNanos();

        assertThat(dispatcher.after(0, Duration.ZERO))
                .isEqualTo(Duration.ofSeconds(1).toNanos());
        assertThat(dispatcher.after(0, Duration.ofSeconds(7)))
                .isEqualTo(Duration.ofSeconds(8).toNanos());
        assertThat(dispatcher.after(0, Duration.ofDays(9_000)))
                .isEqualTo(DEADLINE.plusSeconds(1).toNanos());
    }

    @Test
    void interruptEndsTheRunAndStays() {
        clock.interrupted = true;

        dispatcher.await(Long.MAX_VALUE);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(dispatcher.reason()).isEqualTo("the thread was interrupted");
    }

    /** Its calls end when the test says so. */
    private static final class PendingVenue implements EngineVenue, PlainGateway {
        static final VenueResponse<Object> RESPONSE =
                new VenueResponse<>("done", 200, Headers.of(), Map.of(), 1, "done");

        final List<CompletableFuture<VenueResponse<Object>>> calls = new ArrayList<>();
        final List<Duration> deadlines = new ArrayList<>();

        @Nullable
        Runnable onClose;

        @Nullable
        RuntimeException failure;

        @Override
        public CompletableFuture<VenueResponse<Object>> call(
                String operation, Map<String, ?> arguments, Duration deadline) {
            if (failure != null) {
                throw failure;
            }
            CompletableFuture<VenueResponse<Object>> call = new CompletableFuture<>();
            calls.add(call);
            deadlines.add(deadline);
            return call;
        }

        @Override
        public Runnable onClose(Runnable action) {
            onClose = action;
            return () -> onClose = null;
        }

        @Override
        public String id() {
            return "test";
        }

        @Override
        public String name() {
            return "Test";
        }

        @Override
        public String operation() {
            return "cancel";
        }

        @Override
        public VenueGateway gateway() {
            return this;
        }
    }

    /** Time passes only while somebody waits in vain. */
    private static final class StillClock implements EngineClock {
        final List<Runnable> events = new ArrayList<>();
        long now = 1_000;
        boolean interrupted;

        @Override
        public long nanoTime() {
            return now;
        }

        @Override
        public <T> @Nullable T await(BlockingQueue<T> queue, Duration atMost) throws InterruptedException {
            if (interrupted) {
                throw new InterruptedException();
            }
            if (queue.isEmpty() && !atMost.isZero() && !events.isEmpty()) {
                events.remove(0).run();
            }
            T item = queue.poll();
            now += item == null ? atMost.toNanos() : 0;
            return item;
        }

        @Override
        public double jitter() {
            return 0;
        }
    }
}
