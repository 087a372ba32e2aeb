package dev.openvenue.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.OrdersServer.HttpClient;
import dev.openvenue.core.cancel.BatchCancel;
import dev.openvenue.core.cancel.CancelOutcome;
import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.CancelReport;
import dev.openvenue.core.cancel.OrderRef;
import dev.openvenue.core.error.NotSentException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A batch cancel beside a client's other calls, and in one that is closed. */
@Timeout(60)
final class BatchCancelLaneTest {
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
    void cancelsWaitForNoReadThatHangsInTheGivenClient() {
        List<OrderRef> refs = server.place(23);
        server.silent.add("open");
        Dispatcher busy = new Dispatcher(Executors.newSingleThreadExecutor());
        OkHttpClient given = new OkHttpClient.Builder().dispatcher(busy).build();

        try (HttpClient client = server.builder().httpClient(given).build()) {
            VenueCall<Object> read = client.operations()
                    .find("open")
                    .call(Map.of("symbol", "BTC"))
                    .with(CallOptions.timeout(Duration.ofMinutes(5)));
            List<CompletableFuture<Object>> reads = IntStream.range(0, 2 * CallThreads.PARALLEL_CALLS)
                    .mapToObj(i -> read.executeAsync())
                    .toList();
            CancelReport report =
                    BatchCancel.of(client).timeout(Duration.ofMinutes(1)).cancel(refs);

            assertThat(report.counts().get(Status.CANCELLED)).isEqualTo(23);
            assertThat(reads).noneMatch(CompletableFuture::isDone);
            reads.forEach(waiting -> waiting.cancel(true));
        }
        busy.executorService().shutdown();
    }

    @Test
    void batchCancelOfAClosedClientEndsAtOnceAndSaysSo() {
        List<OrderRef> refs = server.place(3);
        HttpClient client = server.client();
        client.close();

        CancelReport report =
                BatchCancel.of(client).timeout(Duration.ofMinutes(1)).cancel(refs);

        assertThat(report.outcomes())
                .hasSize(3)
                .allSatisfy(outcome -> assertThat(outcome.message()).contains("the client was closed"))
                .allSatisfy(outcome -> assertThat(outcome.cause()).isInstanceOf(NotSentException.class));
        assertThat(server.targets).isEmpty();
    }

    @Test
    void runningBatchCancelEndsWithItsReportWhenTheClientIsClosed() {
        List<OrderRef> refs = server.place(23);
        HttpClient client = server.client();
        server.onCancel = client::close;

        CancelReport report =
                BatchCancel.of(client).timeout(Duration.ofMinutes(1)).cancel(refs);

        assertThat(report.outcomes()).extracting(CancelOutcome::ref).isEqualTo(refs);
        assertThat(report.unresolved())
                .isNotEmpty()
                .allSatisfy(outcome -> assertThat(outcome.message()).contains("the client was closed"));
    }

    @Test
    void deadlineWithoutEndIsRejected() {
        try (HttpClient client = server.client()) {
            BatchCancel cancel = BatchCancel.of(client);

            assertThatThrownBy(() -> cancel.timeout(Duration.ofSeconds(Long.MAX_VALUE)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The timeout is PT2562047788015215H30M7S; it must not be longer than 365 days");
        }
    }
}
