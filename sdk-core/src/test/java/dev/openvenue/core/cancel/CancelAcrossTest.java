package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonAdapter;
import dev.openvenue.core.VenueCall;
import dev.openvenue.core.VenueClient;
import dev.openvenue.core.VenueClientBuilder;
import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.VenueRuntime;
import dev.openvenue.core.annotation.Envelope;
import dev.openvenue.core.annotation.OperationId;
import dev.openvenue.core.annotation.Retry;
import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.ScriptedBook.State;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import dev.openvenue.core.codegen.VenueDescription;
import dev.openvenue.core.engine.EngineClock;
import dev.openvenue.core.engine.PlainGateway;
import dev.openvenue.core.signing.SignedRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Query;

/** Cancels at several venues at once, each by its own run. */
@Timeout(60)
final class CancelAcrossTest {
    private final List<VenueClient> clients = new ArrayList<>();
    private final Map<VenueClient, BatchCancel> runs = new HashMap<>();
    private final CancelAcross across = BatchCancel.across()
            .options((client, batchCancel) ->
                    Objects.requireNonNull(runs.get(client)).timeout(Duration.ofSeconds(40)));

    @AfterEach
    void close() {
        clients.forEach(VenueClient::close);
    }

    @Test
    void eachVenueReportsWhatWasAskedOfIt() {
        ScriptedVenue named = venue();
        ScriptedVenue symbol = venue();
        KindsVenue everything = new KindsVenue();
        everything.plain.put("1", "BTC");
        List<OrderRef> refs = BatchCancelTest.place(named, 2);
        BatchCancelTest.place(symbol, 3);
        List<VenueClient> order =
                List.of(client(named.batchCancel()), client(symbol.batchCancel()), client(everything.batchCancel()));

        List<VenueCancelReport> reports = across.cancel(order.get(0), refs)
                .cancelAllOpen(order.get(1), "BTC")
                .cancelEverything(order.get(2))
                .run();

        assertThat(reports).extracting(VenueCancelReport::client).isEqualTo(order);
        assertThat(reports).allMatch(VenueCancelReport::resolved).allMatch(VenueCancelReport::noneOpen);
        assertThat(reports)
                .extracting(report -> report.orders().outcomes().size())
                .containsExactly(2, 3, 1);
        assertThat(reports)
                .extracting(VenueCancelReport::message)
                .containsExactly(
                        null,
                        "3 open orders were listed for BTC, and none is listed any more",
                        "Listed as open: no stop orders; 1 plain orders, and none is listed any more");
        assertThat(reports)
                .extracting(VenueCancelReport::notListed)
                .containsExactly(List.of(), List.of("stop orders"), List.of("margin orders"));
    }

    @Test
    void ordersThatAreListedOrNamedAndStayOpenAreNotResolved() {
        ScriptedVenue venue = venue();
        List<OrderRef> refs = BatchCancelTest.place(venue, 1);
        venue.order("0").rejection = "forbidden";

        VenueCancelReport named =
                across.cancel(client(venue.batchCancel()), refs).run().get(0);
        assertThat(named.noneOpen()).isTrue();
        assertThat(named.resolved()).isFalse();

        ScriptedVenue unlisted = venue();
        unlisted.invalidOperation = "open";
        VenueCancelReport listed = BatchCancel.across()
                .options((client, batchCancel) -> unlisted.batchCancel())
                .cancelAllOpen(client(unlisted.batchCancel()), "BTC")
                .run()
                .get(0);
        assertThat(listed.orders().resolved()).isTrue();
        assertThat(listed.resolved()).isFalse();
    }

    @Test
    void whatAVenueCannotDoIsSaidBeforeAnythingIsSentAnywhere() {
        ScriptedVenue able = venue();
        ScriptedVenue blind = venue();
        blind.description = Descriptions.open(blind.description, null);
        VenueClient first = client(able.batchCancel());
        VenueClient second = client(blind.batchCancel());
        across.cancel(first, BatchCancelTest.place(able, 1));

        for (CancelAcross misuse : List.of(across.cancelAllOpen(second, "BTC"), across.cancelEverything(second))) {
            assertThatThrownBy(misuse::run)
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessage("Test cannot list open orders; cancel them by their ids with cancel");
        }
        assertThat(able.received).isEmpty();
        assertThat(able.order("0").state).isEqualTo(State.OPEN);
    }

    @Test
    void whatAVenueCannotListIsSaidBeforeAnythingIsSentForEverythingToo() {
        ScriptedVenue able = venue();
        ScriptedVenue blind = venue();
        blind.description = Descriptions.open(blind.description, null);
        across.cancel(client(able.batchCancel()), BatchCancelTest.place(able, 1))
                .cancelEverything(client(blind.batchCancel()));

        assertThatThrownBy(across::runAsync).isInstanceOf(UnsupportedOperationException.class);
        assertThat(able.received).isEmpty();
    }

    @Test
    void futureHasTheReportsInTheOrderOfTheTasks() {
        ScriptedVenue one = venue();
        ScriptedVenue other = venue();
        VenueClient first = client(one.batchCancel());
        VenueClient second = client(other.batchCancel());

        CompletableFuture<List<VenueCancelReport>> all = across.cancelAllOpen(first, "BTC")
                .cancel(second, BatchCancelTest.place(other, 1))
                .runAsync();
        List<VenueCancelReport> reports = all.join();

        assertThat(all.cancel(true)).isFalse();
        assertThat(reports).extracting(VenueCancelReport::client).containsExactly(first, second);
        assertThat(reports.get(1).orders().counts()).containsEntry(Status.CANCELLED, 1L);
    }

    @Test
    void cancellingTheFutureEndsEveryRun() throws InterruptedException {
        SilentVenue venue = new SilentVenue(3);
        CompletableFuture<List<VenueCancelReport>> all = silent(venue).runAsync();
        venue.asked.await();

        assertThat(all.cancel(true)).isTrue();

        assertThat(all).isCancelled();
        venue.abandoned.await();
    }

    @Test
    void cancellingTheFutureOfASymbolsOrdersEndsItsRun() throws InterruptedException {
        SilentVenue venue = new SilentVenue(1);
        VenueContext context = new VenueContext("test", "Test", venue().description, ScriptedVenue.ERRORS, venue);
        CompletableFuture<CancelAllReport> report =
                new BatchCancel(context, EngineClock.SYSTEM, RunOptions.DEFAULT).cancelAllOpenAsync("BTC");
        venue.asked.await();

        assertThat(report.cancel(true)).isTrue();

        venue.abandoned.await();
    }

    @Test
    void futureOfARunThatHasEndedCanNoLongerBeCancelled() {
        CompletableFuture<CancelAllReport> report = venue().batchCancel().cancelAllOpenAsync("BTC");
        report.join();

        assertThat(report.cancel(true)).isFalse();
    }

    @Test
    void withoutOptionsEachVenueHasItsOwnBatchCancel() {
        VenueClient closed = client(venue().batchCancel());
        closed.close();

        List<VenueCancelReport> reports = BatchCancel.across()
                .cancel(closed, List.of(OrderRef.byOrderId("BTC", "1")))
                .run();

        assertThat(reports.get(0).orders().outcomes()).hasSize(1);
    }

    @Test
    void interruptEndsEveryRunAndSaysWhy() throws InterruptedException {
        SilentVenue venue = new SilentVenue(3);
        CancelAcross silent = silent(venue);
        CompletableFuture<List<VenueCancelReport>> reports = new CompletableFuture<>();
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            reports.complete(silent.run());
            interrupted.complete(Thread.currentThread().isInterrupted());
        });
        caller.start();
        venue.asked.await();

        caller.interrupt();

        assertThat(reports.join().get(0).orders().outcomes())
                .extracting(CancelOutcome::message)
                .containsExactly(
                        "A cancel may have been sent, and its effect is not known: the thread was interrupted");
        assertThat(reports.join().subList(1, 3))
                .extracting(VenueCancelReport::message)
                .containsExactly(
                        "0 open orders were listed for BTC, and orders may still be open:"
                                + " cancel was not sent: the thread was interrupted",
                        "Listed as open: 0 plain orders, and others may still be open:"
                                + " cancel was not sent: the thread was interrupted");
        assertThat(interrupted.join()).isTrue();
    }

    @Test
    void runThatCannotEvenReportFailsTheWhole() {
        StackOverflowError failure = new StackOverflowError("too deep");
        EngineClock broken = new EngineClock() {
            @Override
            public long nanoTime() {
                if (Thread.currentThread().getName().startsWith("openvenue-cancel-")) {
                    throw failure;
                }
                return SYSTEM.nanoTime();
            }

            @Override
            public <T> @Nullable T await(BlockingQueue<T> queue, Duration atMost) throws InterruptedException {
                return SYSTEM.await(queue, atMost);
            }

            @Override
            public double jitter() {
                return 0;
            }
        };
        across.cancelAllOpen(client(new BatchCancel(venue().venue(), broken, RunOptions.DEFAULT)), "BTC");

        assertThatThrownBy(across::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("A run failed: java.lang.StackOverflowError: too deep")
                .hasCause(failure);
        assertThatThrownBy(() -> across.runAsync().join()).hasRootCause(failure);
    }

    @Test
    void machineThatHasNoThreadLeftSendsNothingAndSaysSo() {
        SilentVenue venue = new SilentVenue(0);
        EngineClock worn = new EngineClock() {
            @Override
            public void start(Runnable batch, String name) {
                throw new OutOfMemoryError("no thread for " + name);
            }

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
                return 0;
            }
        };
        VenueContext context = new VenueContext("test", "Test", venue().description, ScriptedVenue.ERRORS, venue);
        across.cancelAllOpen(client(new BatchCancel(context, worn, RunOptions.DEFAULT)), "BTC");

        assertThat(across.run())
                .extracting(VenueCancelReport::message)
                .containsExactly("0 open orders were listed for BTC, and orders may still be open: cancel was not sent:"
                        + " the run failed: java.lang.OutOfMemoryError: no thread for openvenue-cancel-test");
        assertThat(venue.calls).hasValue(0);
    }

    /** Runs of all three kinds that wait for their first response. */
    private CancelAcross silent(SilentVenue venue) {
        VenueContext context = new VenueContext("test", "Test", venue().description, ScriptedVenue.ERRORS, venue);
        VenueClient client = client(new BatchCancel(context, EngineClock.SYSTEM, RunOptions.DEFAULT));
        return across.cancel(client, List.of(OrderRef.byOrderId("BTC", "1")))
                .cancelAllOpen(client, "BTC")
                .cancelEverything(client);
    }

    private static ScriptedVenue venue() {
        return new ScriptedVenue(new VirtualTime(), Shape.PER_ITEM, 10);
    }

    /** A client whose runs are the given ones. */
    private VenueClient client(BatchCancel batchCancel) {
        JsonAdapter.Factory noModels = (type, annotations, moshi) -> null;
        VenueDescription description = new VenueDescription(
                "test",
                "test",
                "Test",
                "https://test.example",
                (request, credentials, now) -> new SignedRequest(request, ""),
                ScriptedVenue.ERRORS,
                noModels,
                List.of(OrdersApi.class),
                null,
                List.of(),
                List.of(),
                venue().description,
                null,
                null);
        VenueClient client = VenueClientBuilder.of(description, TestClient::new).build();
        clients.add(client);
        runs.put(client, batchCancel);
        return client;
    }

    /** The operations of the batch cancel, as the generator writes them. */
    @Envelope(
            verdict = "code",
            success = {"0"},
            code = {"code"},
            message = {"msg"},
            data = "data")
    public interface OrdersApi {
        @OperationId("cancel")
        @Retry(Retry.Safety.SAFE)
        @POST("cancel")
        VenueCall<Object> cancel(@Body Map<String, Object> body);

        @OperationId("lookup")
        @Retry(Retry.Safety.SAFE)
        @GET("lookup")
        VenueCall<Object> lookup(@Query("ids") String ids);

        @OperationId("open")
        @Retry(Retry.Safety.SAFE)
        @GET("open")
        VenueCall<Object> open(@Query("symbol") String symbol);
    }

    private static final class TestClient extends VenueClient {
        TestClient(VenueRuntime runtime) {
            super(runtime);
        }
    }

    /** Responds to nothing. */
    private static final class SilentVenue implements PlainGateway {
        final CountDownLatch asked;
        final CountDownLatch abandoned;
        final AtomicInteger calls = new AtomicInteger();

        SilentVenue(int calls) {
            asked = new CountDownLatch(calls);
            abandoned = new CountDownLatch(calls);
        }

        @Override
        public CompletableFuture<VenueResponse<Object>> call(
                String operation, Map<String, ?> arguments, Duration deadline) {
            calls.incrementAndGet();
            asked.countDown();
            return new CompletableFuture<>() {
                @Override
                public boolean cancel(boolean mayInterruptIfRunning) {
                    abandoned.countDown();
                    return super.cancel(mayInterruptIfRunning);
                }
            };
        }

        @Override
        public boolean requires(String operation, String argument) {
            return false;
        }
    }
}
