package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.codegen.BatchCancelDescription;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import dev.openvenue.core.engine.EngineClock;
import dev.openvenue.core.engine.PlainGateway;
import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.TransportException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs on real threads against a venue that returns the first call and then falls silent. */
@Timeout(60)
final class CancelRunTest {
    private static final List<OrderRef> REFS =
            List.of(OrderRef.byOrderId("BTC", "1"), OrderRef.byOrderId("BTC", "2"), OrderRef.byOrderId("BTC", "3"));

    private final SilentVenue venue = new SilentVenue();

    @Test
    void theReportSoFarCoversEveryInput() throws InterruptedException {
        CancelRun run = venue.batchCancel().cancelAsync(REFS);
        venue.silence.await();

        CancelReport report = run.report();

        assertThat(run.isDone()).isFalse();
        assertThat(report.outcomes()).extracting(CancelOutcome::ref).isEqualTo(REFS);
        assertThat(report.outcomes().get(0).status()).isEqualTo(Status.ACCEPTED);
        assertThat(report.outcomes().get(1))
                .satisfies(outcome -> assertThat(outcome.status()).isEqualTo(Status.UNKNOWN))
                .satisfies(outcome -> assertThat(outcome.message()).isEqualTo("The run is still at work on it"));
        assertThat(run.await(Duration.ofMillis(1)).outcomes()).hasSize(3);
        run.cancel();
    }

    @Test
    void noWaitForTheEndIsTooLong() throws InterruptedException {
        CancelRun run = venue.batchCancel().cancelAsync(REFS);
        venue.silence.await();
        run.cancel();

        assertThat(run.await(Duration.ofSeconds(Long.MAX_VALUE)).outcomes()).hasSize(3);
        assertThat(run.await(Duration.ofSeconds(Long.MIN_VALUE)).outcomes()).hasSize(3);
    }

    @Test
    void aCancelledRunStopsAndItsReportCoversEveryInput() throws InterruptedException {
        CancelRun run = venue.batchCancel().cancelAsync(REFS);
        venue.silence.await();

        run.cancel();
        CancelReport report = run.await();

        assertThat(report.outcomes()).extracting(CancelOutcome::ref).isEqualTo(REFS);
        assertThat(report.outcomes())
                .extracting(CancelOutcome::status)
                .containsExactly(Status.ACCEPTED, Status.UNKNOWN, Status.UNKNOWN);
        assertThat(report.outcomes().get(1).message())
                .isEqualTo("A cancel may have been sent, and its effect is not known: the run was cancelled");
        assertThat(report.outcomes().get(1).cause())
                .isInstanceOf(TransportException.class)
                .hasMessage("cancel had no response: the run was cancelled");
        assertThat(report.outcomes().get(2).message()).isEqualTo("No cancel was executed: the run was cancelled");
        assertThat(report.outcomes().get(2).cause()).isInstanceOf(NotSentException.class);
        assertThat(venue.abandoned.join()).isEqualTo("2");
        assertThat(run.report()).isEqualTo(report);
        assertThat(run.isDone()).isTrue();
    }

    @Test
    void cancellingTheFutureCancelsTheRun() throws InterruptedException {
        CancelRun run = venue.batchCancel().cancelAsync(REFS);
        venue.silence.await();

        assertThat(run.future().cancel(true)).isTrue();

        assertThat(run.await().outcomes()).extracting(CancelOutcome::ref).isEqualTo(REFS);
    }

    @Test
    void anInterruptEndsTheRunAndKeepsTheReport() throws InterruptedException {
        CompletableFuture<CancelReport> report = new CompletableFuture<>();
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            report.complete(venue.batchCancel().cancel(REFS));
            interrupted.complete(Thread.currentThread().isInterrupted());
        });
        caller.start();
        venue.silence.await();

        caller.interrupt();

        assertThat(report.join().outcomes()).extracting(CancelOutcome::ref).isEqualTo(REFS);
        assertThat(report.join().outcomes().get(1).message())
                .isEqualTo("A cancel may have been sent, and its effect is not known: the thread was interrupted");
        assertThat(interrupted.join()).isTrue();
    }

    @Test
    void theThreadOfARunIsADaemonWithAName() throws InterruptedException {
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        CancelRun run = venue.batchCancel()
                .onProgress(progress -> thread.complete(Thread.currentThread()))
                .cancelAsync(REFS);

        assertThat(thread.join().getName()).isEqualTo("openvenue-cancel-test");
        assertThat(thread.join().isDaemon()).isTrue();
        run.cancel();
        assertThat(run.await().outcomes()).hasSize(3);
    }

    @Test
    void aListenerThatThrowsIsHeardOfNoMoreAndTheRunGoesOn() throws InterruptedException {
        AtomicInteger heard = new AtomicInteger();
        CancelRun run = venue.batchCancel()
                .onProgress(progress -> {
                    heard.incrementAndGet();
                    throw new AssertionError("no screen");
                })
                .cancelAsync(REFS);
        venue.silence.await();

        run.cancel();

        assertThat(run.await().outcomes()).extracting(CancelOutcome::status).startsWith(Status.ACCEPTED);
        assertThat(heard).hasValue(1);
    }

    @Test
    void anErrorThatNobodyForesawBecomesTheOutcomeOfItsOrders() {
        venue.failure = new StackOverflowError("too deep");

        CancelReport report = venue.batchCancel().cancel(REFS);

        assertThat(report.outcomes())
                .extracting(CancelOutcome::status)
                .containsExactly(Status.ACCEPTED, Status.UNKNOWN, Status.UNKNOWN);
        assertThat(report.outcomes().get(2).message())
                .isEqualTo("No cancel was executed: the run failed: java.lang.StackOverflowError: too deep");
        assertThat(report.outcomes().get(2).cause()).hasRootCause(venue.failure);
    }

    @Test
    void aMachineThatHasNoThreadLeftSendsNothingAndSaysSo() {
        CancelRun run = venue.batchCancel(new WornMachine() {
                    @Override
                    public void start(Runnable batch, String name) {
                        throw new OutOfMemoryError("no thread for " + name);
                    }
                })
                .cancelAsync(REFS);

        assertThat(run.isDone()).isTrue();
        assertThat(run.report().calls()).isZero();
        assertThat(run.report().outcomes()).extracting(CancelOutcome::ref).isEqualTo(REFS);
        assertThat(run.report().outcomes())
                .extracting(CancelOutcome::message)
                .containsOnly("No cancel was executed: the run failed: java.lang.OutOfMemoryError: no thread for"
                        + " openvenue-cancel-test");
    }

    @Test
    void aRunThatBreaksOffSaysWhatItKnowsAndClaimsNothingOfWhatIsOnItsWay() throws InterruptedException {
        WornMachine machine = new WornMachine();
        CancelRun run = venue.batchCancel(machine)
                .parallelism(2)
                .onProgress(progress -> machine.fails.set(true))
                .cancelAsync(REFS);

        assertThat(run.await().outcomes())
                .extracting(CancelOutcome::message)
                .containsExactly(
                        "The venue took the cancel",
                        "A cancel may have been sent, and its effect is not known:"
                                + " the run failed: java.lang.OutOfMemoryError: worn out",
                        "No cancel was executed: the run failed: java.lang.OutOfMemoryError: worn out");
        assertThat(venue.abandoned.join()).isEqualTo("2");
        assertThat(run.report()).isEqualTo(run.await());
    }

    @Test
    void anInterruptEndsAllRunsThatAreWaitedForAndLosesNoReport() throws InterruptedException {
        SilentVenue other = new SilentVenue();
        CompletableFuture<List<CancelReport>> reports = new CompletableFuture<>();
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            List<CancelRun> runs = List.of(
                    venue.batchCancel().cancelAsync(REFS), other.batchCancel().cancelAsync(REFS));
            reports.complete(CancelAcross.awaitAll(
                    runs.stream().map(CancelRun::future).toList(), reason -> runs.forEach(run -> run.stop(reason))));
            interrupted.complete(Thread.currentThread().isInterrupted());
        });
        caller.start();
        venue.silence.await();
        other.silence.await();

        caller.interrupt();

        assertThat(reports.join())
                .hasSize(2)
                .allSatisfy(report -> assertThat(report.outcomes())
                        .extracting(CancelOutcome::message)
                        .containsExactly(
                                "The venue took the cancel",
                                "A cancel may have been sent, and its effect is not known: the thread was interrupted",
                                "No cancel was executed: the thread was interrupted"));
        assertThat(interrupted.join()).isTrue();
    }

    /** The real time, on a machine that fails once when told to. */
    private static class WornMachine implements EngineClock {
        final AtomicBoolean fails = new AtomicBoolean();

        @Override
        public long nanoTime() {
            if (fails.getAndSet(false)) {
                throw new OutOfMemoryError("worn out");
            }
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
    }

    /** Responses the cancel of the first order, and nothing after it. */
    private static final class SilentVenue implements PlainGateway {
        final CountDownLatch silence = new CountDownLatch(1);
        final CompletableFuture<String> abandoned = new CompletableFuture<>();

        @Nullable
        Error failure;

        BatchCancel batchCancel() {
            return batchCancel(EngineClock.SYSTEM);
        }

        BatchCancel batchCancel(EngineClock clock) {
            BatchCancelDescription description = new ScriptedVenue(new VirtualTime(), Shape.PER_ITEM, 1).description;
            VenueContext venue = new VenueContext("test", "Test", description, ScriptedVenue.ERRORS, this);
            return new BatchCancel(venue, clock, RunOptions.DEFAULT)
                    .verify(false)
                    .parallelism(1);
        }

        @Override
        public CompletableFuture<VenueResponse<Object>> call(
                String operation, Map<String, ?> arguments, Duration deadline) {
            String id = String.valueOf(((List<?>) java.util.Objects.requireNonNull(arguments.get("orderIds"))).get(0));
            if (id.equals("1")) {
                return CompletableFuture.completedFuture(
                        ScriptedVenue.response(List.of(Map.of("id", id, "code", "ok"))));
            }
            silence.countDown();
            if (failure != null) {
                throw failure;
            }
            return new CompletableFuture<>() {
                @Override
                public boolean cancel(boolean mayInterruptIfRunning) {
                    abandoned.complete(id);
                    return super.cancel(mayInterruptIfRunning);
                }
            };
        }
    }
}
