package dev.openvenue.core.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.codegen.BatchPlaceDescription;
import dev.openvenue.core.engine.EngineClock;
import dev.openvenue.core.engine.PlainGateway;
import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.place.PlaceOutcome.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Runs on threads of their own: their reports, and what ends them. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(60)
final class PlaceRunTest {
    private static final List<Map<String, ?>> ORDERS =
            List.of(Map.of("cid", "a"), Map.of("cid", "b"), Map.of("cid", "c"));

    private final SilentVenue venue = new SilentVenue();

    @Test
    void aRunReportsEveryOrderWhileItIsAtWork() throws InterruptedException {
        PlaceRun<Map<String, ?>> run = venue.batchPlace().placeAsync(ORDERS);
        venue.silence.await();

        PlaceReport<Map<String, ?>> report = run.report();
        run.cancel();

        assertThat(report.outcomes())
                .extracting(PlaceOutcome::message)
                .containsExactly("Placed", "The run is still at work on it", "The run is still at work on it");
        assertThat(report.outcomes())
                .extracting(PlaceOutcome::status)
                .containsExactly(Status.PLACED, Status.UNKNOWN, Status.UNKNOWN);
        assertThat(report.outcomes().get(2).cause()).hasMessage("the run has not ended");
    }

    @Test
    void aCancelledRunAbandonsItsCallAndSaysWhatIsKnown() throws InterruptedException {
        PlaceRun<Map<String, ?>> run = venue.batchPlace().placeAsync(ORDERS);
        venue.silence.await();
        assertThat(run.isDone()).isFalse();
        assertThat(run.await(Duration.ofMillis(1)).resolved()).isFalse();

        run.cancel();
        PlaceReport<Map<String, ?>> report = run.await();

        assertThat(report.outcomes())
                .extracting(PlaceOutcome::message)
                .containsExactly(
                        "Placed",
                        "Unknown: no response came before the run was cancelled",
                        "Not sent: the run was cancelled");
        assertThat(run.isDone()).isTrue();
        assertThat(run.report()).isSameAs(report);
        assertThat(run.await(Duration.ofSeconds(1))).isSameAs(report);
        assertThat(venue.abandoned.join()).isEqualTo("b");
    }

    @Test
    void cancellingItsFutureEndsARun() throws InterruptedException {
        PlaceRun<Map<String, ?>> run = venue.batchPlace().placeAsync(ORDERS);
        venue.silence.await();

        run.future().cancel(true);

        assertThat(run.await().outcomes())
                .extracting(PlaceOutcome::status)
                .containsExactly(Status.PLACED, Status.UNKNOWN, Status.NOT_SENT);
        assertThat(run.future().join()).isEqualTo(run.report());
    }

    @Test
    void closingTheClientSendsNothingMoreAndWaitsForWhatIsOnTheWire() throws InterruptedException {
        PlaceRun<Map<String, ?>> run = venue.batchPlace().placeAsync(ORDERS);
        venue.silence.await();

        Objects.requireNonNull(venue.onClose.get()).run();
        venue.pending.complete(SilentVenue.placed("b"));
        PlaceReport<Map<String, ?>> report = run.await();

        assertThat(report.outcomes())
                .extracting(PlaceOutcome::message)
                .containsExactly("Placed", "Placed", "Not sent: the client was closed");
        assertThat(report.outcomes().get(2).cause())
                .isInstanceOfSatisfying(
                        NotSentException.class,
                        unsent -> assertThat(unsent.isClientClosed()).isTrue())
                .hasMessage("place was not sent: the client was closed");
        assertThat(venue.onClose.get()).isNull();
    }

    @Test
    void ofARunWithoutAThreadTheReportSaysSo() throws InterruptedException {
        PlaceRun<Map<String, ?>> run = venue.batchPlace(new WithoutThreads()).placeAsync(ORDERS);

        assertThat(run.await().outcomes())
                .extracting(PlaceOutcome::message)
                .containsOnly("Not sent: the run failed: java.lang.OutOfMemoryError: no thread");
        assertThat(run.await().callsByOperation()).isEmpty();
    }

    @Test
    void aRunThatFailsAtItsVeryEndReportsWhatIsKnown() throws InterruptedException {
        venue.abandoning = () -> {
            throw new StackOverflowError("too deep");
        };
        PlaceRun<Map<String, ?>> run = venue.batchPlace().placeAsync(ORDERS);
        venue.silence.await();

        run.cancel();

        assertThat(run.await().outcomes())
                .extracting(PlaceOutcome::message)
                .containsExactly(
                        "Placed",
                        "Unknown: no response came before the run failed: java.lang.StackOverflowError: too deep",
                        "Not sent: the run failed: java.lang.StackOverflowError: too deep");
    }

    @Test
    void whatIsHeardBeforeSendingIsHeardBeforeTheRunStarts() {
        BatchPlace<Map<String, ?>> place = venue.batchPlace().beforeSending(ids -> {
            throw new IllegalStateException("no disk for " + ids);
        });

        assertThatThrownBy(() -> place.placeAsync(ORDERS)).hasMessage("no disk for [a, b, c]");
        assertThat(venue.onClose.get()).isNull();
    }

    /** The real time, on a machine that can start no thread. */
    private static final class WithoutThreads implements EngineClock {
        @Override
        public long nanoTime() {
            return SYSTEM.nanoTime();
        }

        @Override
        public <T> @Nullable T await(BlockingQueue<T> queue, Duration atMost) throws InterruptedException {
            return SYSTEM.await(queue, atMost);
        }

        @Override
        public double jitter() {
            return SYSTEM.jitter();
        }

        @Override
        public void start(Runnable batch, String name) {
            throw new OutOfMemoryError("no thread");
        }
    }

    /** Places the first order, and responds to nothing after it. */
    private static final class SilentVenue implements PlainGateway {
        final CountDownLatch silence = new CountDownLatch(1);
        final CompletableFuture<String> abandoned = new CompletableFuture<>();
        final AtomicReference<@Nullable Runnable> onClose = new AtomicReference<>();
        volatile Runnable abandoning = () -> {};
        volatile CompletableFuture<VenueResponse<Object>> pending = new CompletableFuture<>();

        BatchPlace<Map<String, ?>> batchPlace() {
            return batchPlace(EngineClock.SYSTEM);
        }

        BatchPlace<Map<String, ?>> batchPlace(EngineClock clock) {
            BatchPlaceDescription description = new BatchPlaceDescription(
                    "place",
                    "orders",
                    1,
                    null,
                    Map.of(),
                    new BatchPlaceDescription.Item(null, "cid", BatchPlaceDescription.Alphabet.DECIMAL, 9, null),
                    false,
                    new BatchPlaceDescription.Response(
                            "rows", null, null, "id", "cid", null, null, List.of(), Set.of(), List.of()),
                    null);
            PlaceContext context = new PlaceContext("test", "Test", description, null, ScriptedExchange.ERRORS, this);
            return new BatchPlace<Map<String, ?>>(context, order -> order, clock, PlaceOptions.DEFAULT).parallelism(1);
        }

        static VenueResponse<Object> placed(String clientId) {
            return new VenueResponse<>(
                    Map.of("rows", List.of(Map.of("id", "1" + clientId, "cid", clientId))),
                    200,
                    Headers.of(),
                    Map.of(),
                    1,
                    "");
        }

        @Override
        public Runnable onClose(Runnable action) {
            onClose.set(action);
            return () -> onClose.set(null);
        }

        @Override
        public CompletableFuture<VenueResponse<Object>> call(
                String operation, Map<String, ?> arguments, Duration deadline) {
            Map<?, ?> order = (Map<?, ?>) ((List<?>) Objects.requireNonNull(arguments.get("orders"))).get(0);
            String clientId = String.valueOf(order.get("cid"));
            if (clientId.equals("a")) {
                return CompletableFuture.completedFuture(placed(clientId));
            }
            pending = new CompletableFuture<>() {
                @Override
                public boolean cancel(boolean mayInterruptIfRunning) {
                    abandoned.complete(clientId);
                    abandoning.run();
                    return super.cancel(mayInterruptIfRunning);
                }
            };
            silence.countDown();
            return pending;
        }
    }
}
