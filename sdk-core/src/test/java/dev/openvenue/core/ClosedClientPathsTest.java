package dev.openvenue.core;

import static dev.openvenue.core.LimitedVenue.LONG;
import static dev.openvenue.core.SampleVenue.failure;
import static dev.openvenue.core.SampleVenue.futureFailure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.openvenue.core.OrdersServer.HttpClient;
import dev.openvenue.core.cancel.BatchCancel;
import dev.openvenue.core.cancel.CancelAllReport;
import dev.openvenue.core.cancel.CancelOutcome;
import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.CancelReport;
import dev.openvenue.core.cancel.CancelRun;
import dev.openvenue.core.cancel.OrderRef;
import dev.openvenue.core.error.NotSentException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every way to make a call ends in the same sentence once the client is closed, and so does every wait. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ClosedClientPathsTest {
    private static final Duration LONG_RUN = Duration.ofHours(1);

    @RegisterExtension
    final LimitedVenue limited = new LimitedVenue();

    private final OrdersServer server = new OrdersServer();

    @BeforeEach
    void start() throws Exception {
        server.web.start();
    }

    @AfterEach
    void stop() {
        server.web.close();
    }

    @Test
    void pagesAndItemsFail() {
        HttpClient client = server.client();
        ListingCall<Object, Object> listing = client.api().open(10, "BTC", 1);
        client.close();

        assertThat(thrown(() -> listing.pages().forEach(page -> {}))).hasMessage(closed("open"));
        assertThat(thrown(() -> listing.items().forEach(item -> {}))).hasMessage(closed("open"));
        assertThat(failure(listing, NotSentException.class)).hasMessage(closed("open"));
        assertThat(server.targets).isEmpty();
    }

    @Test
    void listingThatIsBeingReadFailsAtItsNextPage() {
        server.place(25);
        HttpClient client = server.client();
        Iterator<Object> pages = client.api().open(10, "BTC", 1).pages().iterator();
        pages.next();

        client.close();

        assertThat(thrown(() -> pages.forEachRemaining(page -> {}))).hasMessage(closed("open"));
        assertThat(server.targets).hasSize(1);
    }

    @Test
    void operationsByNameFail() {
        HttpClient client = server.client();
        client.close();
        VenueCall<Object> call = client.operations().find("lookup").call(Map.of("id", "1"));

        assertThat(failure(call, NotSentException.class)).hasMessage(closed("lookup"));
        assertThat(futureFailure(call.executeWithResponseAsync(), NotSentException.class))
                .hasMessage(closed("lookup"));
        assertThat(thrown(call::executeWithResponse).isClientClosed()).isTrue();
    }

    @Test
    void callsThatWaitForAPermitFail() {
        LimitedClient client = limited.builder().build();
        limited.responds(2);
        client.api().status().execute();
        client.api().status().execute();
        CompletableFuture<String> queued = client.api().status().with(LONG).executeAsync();
        CompletableFuture<NotSentException> blocked = new CompletableFuture<>();
        Thread waiting = new Thread(() ->
                blocked.complete(thrown(() -> client.api().status().with(LONG).execute())));
        waiting.start();
        while (waiting.getState() != Thread.State.WAITING && waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }

        client.close();

        String message = "status was not sent to Limited: the client was closed; build a new client; nothing was sent";
        assertThat(futureFailure(queued, NotSentException.class)).hasMessage(message);
        assertThat(blocked.join()).hasMessage(message);
        assertThat(limited.server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void everyFormOfBatchCancelEndsAtOnce() {
        List<OrderRef> refs = server.place(3);
        HttpClient client = server.client();
        BatchCancel cancel = BatchCancel.of(client).timeout(LONG_RUN);
        client.close();

        List<CancelOutcome> streamed = new ArrayList<>();
        cancel.cancelStream(refs.iterator(), streamed::add);
        CancelAllReport all = cancel.cancelAllOpen("BTC");

        assertThat(streamed).hasSize(3).allSatisfy(ClosedClientPathsTest::isClosed);
        assertThat(cancel.cancelAsync(refs).future().join().outcomes())
                .hasSize(3)
                .allSatisfy(ClosedClientPathsTest::isClosed);
        assertThat(all.noneOpen()).isFalse();
        assertThat(all.cause()).hasMessage("cancel was not sent: the client was closed");
        assertThat(thrown(() -> cancel.openOrders("BTC")))
                .hasMessage("The list of open orders was not read to its end: the client was closed");
        assertThat(server.targets).isEmpty();
    }

    @Test
    void batchCancelThatPausesEndsWithItsReport() throws Exception {
        List<OrderRef> refs = server.place(1);
        HttpClient client = server.client();
        CountDownLatch looked = new CountDownLatch(3);
        server.onCancel = looked::countDown;
        server.cancelsNothing = true;
        CancelRun run = BatchCancel.of(client).timeout(LONG_RUN).cancelAsync(refs);
        looked.await();

        client.close();

        CancelReport report = run.await();
        assertThat(report.outcomes()).extracting(CancelOutcome::ref).isEqualTo(refs);
        assertThat(report.unresolved()).hasSize(1);
    }

    @Test
    void responseThatIsOnItsWayStillCounts() {
        List<OrderRef> refs = server.place(10);
        HttpClient client = server.client();
        server.onCancel = client::close;

        CancelReport report = BatchCancel.of(client).timeout(LONG_RUN).cancel(refs);

        assertThat(report.outcomes()).extracting(CancelOutcome::status).containsOnly(Status.ACCEPTED);
    }

    @Test
    void actionForTheCloseRunsOnceAndOnlyIfItWasNotWithdrawn() {
        HttpClient client = server.client();
        List<String> done = new ArrayList<>();
        client.onClose(() -> done.add("early"));
        client.onClose(() -> done.add("withdrawn")).run();

        client.close();
        client.close();
        client.onClose(() -> done.add("late"));

        assertThat(done).containsExactly("early", "late");
    }

    private static void isClosed(CancelOutcome outcome) {
        assertThat(outcome.cause()).isInstanceOfSatisfying(NotSentException.class, cause -> {
            assertThat(cause.isClientClosed()).isTrue();
            assertThat(cause).hasMessage("cancel was not sent: the client was closed");
        });
    }

    private static String closed(String operation) {
        return operation + " was not sent to Orders: the client was closed; build a new client; nothing was sent";
    }

    private static NotSentException thrown(Runnable action) {
        return catchThrowableOfType(NotSentException.class, action::run);
    }
}
