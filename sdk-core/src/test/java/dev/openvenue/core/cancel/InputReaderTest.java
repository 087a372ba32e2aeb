package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.codegen.BatchCancelDescription;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import dev.openvenue.core.engine.EngineClock;
import dev.openvenue.core.engine.InputReader;
import dev.openvenue.core.engine.PlainGateway;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Live inputs on real threads: iterators that block, fail, or run far ahead. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(60)
final class InputReaderTest {
    private final BlockingQueue<OrderRef> feed = new LinkedBlockingQueue<>();
    private final BlockingQueue<CancelOutcome> outcomes = new LinkedBlockingQueue<>();

    @Test
    void anOutcomeIsHandedOutWhileTheInputBlocks() throws InterruptedException {
        Thread caller = new Thread(() -> batchCancel(Duration.ofMinutes(1)).cancelStream(new Feed(), outcomes::add));
        caller.start();

        feed.add(OrderRef.byOrderId("BTC", "1"));

        assertThat(Objects.requireNonNull(outcomes.poll(20, TimeUnit.SECONDS)).status())
                .isEqualTo(Status.ACCEPTED);
        caller.interrupt();
        caller.join();
    }

    @Test
    void theDeadlineEndsARunWhoseInputBlocks() {
        feed.add(OrderRef.byOrderId("BTC", "1"));

        CancelSummary summary = batchCancel(Duration.ofSeconds(3)).cancelStream(new Feed(), outcomes::add);

        assertThat(summary.counts().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(1);
    }

    @Test
    void anInterruptEndsARunWhoseInputBlocksAndStays() throws InterruptedException {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Feed input = new Feed();
        Thread caller = new Thread(() -> {
            batchCancel(Duration.ofMinutes(1)).cancelStream(input, outcomes::add);
            interrupted.complete(Thread.currentThread().isInterrupted());
        });
        caller.start();
        input.asked.await();

        caller.interrupt();

        assertThat(interrupted.join()).isTrue();
        assertThat(input.ended.join()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void whatTheInputThrowsIsThrownWhenAllBeforeItHaveTheirOutcomes() {
        Iterator<OrderRef> failing = IntStream.range(0, 5)
                .mapToObj(i -> {
                    if (i == 4) {
                        throw new NoClassDefFoundError("the driver is gone");
                    }
                    return OrderRef.byOrderId("BTC", "" + i);
                })
                .iterator();

        assertThatThrownBy(() -> batchCancel(Duration.ofMinutes(1)).cancelStream(failing, outcomes::add))
                .isInstanceOf(NoClassDefFoundError.class)
                .hasMessage("the driver is gone");
        assertThat(outcomes).hasSize(4).extracting(CancelOutcome::status).containsOnly(Status.ACCEPTED);
    }

    @Test
    void anInputThatRunsAheadIsReadNoFurtherThanThereIsRoom() throws InterruptedException {
        AtomicInteger read = new AtomicInteger();
        CountDownLatch full = new CountDownLatch(11);
        AtomicReference<@Nullable Thread> reading = new AtomicReference<>();
        Iterator<OrderRef> endless = IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> {
                    read.incrementAndGet();
                    reading.set(Thread.currentThread());
                    full.countDown();
                    return OrderRef.byOrderId("BTC", "" + i);
                })
                .iterator();

        InputReader<OrderRef> reader = InputReader.start(endless, 10, () -> {}, "test-input", System::nanoTime);
        full.await();

        // Ten are there and the eleventh waits for room; the stream's iterator may hold one more.
        assertThat(read.get()).isBetween(11, 12);
        assertThat(reader.available()).isEqualTo(10);
        assertThat(Objects.requireNonNull(reading.get()).isDaemon()).isTrue();
        assertThat(reader.poll()).isEqualTo(OrderRef.byOrderId("BTC", "0"));
        reader.close();
    }

    @Test
    void whatIsThereAtTheEndOfTheRunIsStillTaken() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(2);
        List<OrderRef> refs = List.of(OrderRef.byOrderId("BTC", "1"), OrderRef.byOrderId("BTC", "2"));
        InputReader<OrderRef> reader =
                InputReader.start(refs.iterator(), 10, ended::countDown, "test-input", System::nanoTime);
        ended.await();
        Thread.currentThread().interrupt();

        assertThat(List.of(Objects.requireNonNull(reader.rest()), Objects.requireNonNull(reader.rest())))
                .isEqualTo(refs);
        assertThat(reader.rest()).isNull();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void anInputKeepsARunThatIsOverWaitingForASecondInAll() {
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch arrived = new CountDownLatch(1);
        // A tenth of a second passes with each question; with the sixth an order arrives.
        InputReader<OrderRef> reader = InputReader.start(new Feed(), 10, arrived::countDown, "test-input", () -> {
            if (asked.incrementAndGet() == 6) {
                feed.add(OrderRef.byOrderId("BTC", "late"));
                assertThatCode(arrived::await).doesNotThrowAnyException();
            }
            return Duration.ofDays(1).plusMillis(asked.get() * 100L).toNanos();
        });

        OrderRef late = reader.rest();
        int spent = asked.get();
        OrderRef none = reader.rest();
        int all = asked.get();
        OrderRef noneAtOnce = reader.rest();
        reader.close();

        assertThat(late).isEqualTo(OrderRef.byOrderId("BTC", "late"));
        assertThat(none).isNull();
        assertThat(noneAtOnce).isNull();
        // Each asks at its beginning and its end. The first one leaves 400 ms, the second one nothing.
        assertThat(spent).isEqualTo(7);
        assertThat(all - spent).isEqualTo(6);
        assertThat(asked.get() - all).isEqualTo(3);
    }

    @Test
    void anInterruptWhileTheInputIsWaitedForStays() {
        AtomicInteger asked = new AtomicInteger();
        InputReader<OrderRef> reader = InputReader.start(new Feed(), 10, () -> {}, "test-input", () -> {
            if (asked.incrementAndGet() == 3) {
                Thread.currentThread().interrupt();
            }
            return asked.get() * Duration.ofMillis(400).toNanos();
        });

        assertThat(reader.rest()).isNull();
        assertThat(Thread.interrupted()).isTrue();
        reader.close();
    }

    @Test
    void aRunThatWasNotInterruptedIsNotInterruptedByTheRestOfItsInput() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        InputReader<OrderRef> reader =
                InputReader.start(List.<OrderRef>of().iterator(), 10, ended::countDown, "test-input", System::nanoTime);
        ended.await();

        assertThat(reader.rest()).isNull();
        assertThat(Thread.interrupted()).isFalse();
    }

    /** Gives what is fed to it, and blocks while that is nothing. */
    private final class Feed implements Iterator<OrderRef> {
        final CountDownLatch asked = new CountDownLatch(1);
        final CompletableFuture<Throwable> ended = new CompletableFuture<>();

        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public OrderRef next() {
            asked.countDown();
            try {
                return feed.take();
            } catch (InterruptedException e) {
                ended.complete(e);
                throw new IllegalStateException(e);
            }
        }
    }

    private static BatchCancel batchCancel(Duration deadline) {
        BatchCancelDescription description = new ScriptedVenue(new VirtualTime(), Shape.PER_ITEM, 10).description;
        VenueContext venue = new VenueContext("test", "Test", description, ScriptedVenue.ERRORS, new ObligingVenue());
        return new BatchCancel(venue, EngineClock.SYSTEM, RunOptions.DEFAULT)
                .verify(false)
                .timeout(deadline);
    }

    /** Takes every cancel at once. */
    private static final class ObligingVenue implements PlainGateway {
        @Override
        public CompletableFuture<VenueResponse<Object>> call(
                String operation, Map<String, ?> arguments, Duration deadline) {
            List<?> ids = (List<?>) Objects.requireNonNull(arguments.get("orderIds"));
            return CompletableFuture.completedFuture(ScriptedVenue.response(
                    ids.stream().map(id -> Map.of("id", id, "code", "ok")).toList()));
        }
    }
}
