package dev.openvenue.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.OrdersServer.HttpClient;
import dev.openvenue.core.cancel.BatchCancel;
import dev.openvenue.core.cancel.CancelAllReport;
import dev.openvenue.core.cancel.CancelOutcome;
import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.CancelReport;
import dev.openvenue.core.cancel.OrderRef;
import dev.openvenue.core.error.NotSentException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The engine over a real client, real sockets and a server that keeps orders. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(60)
final class BatchCancelHttpTest {
    private final OrdersServer server = new OrdersServer();
    private final OrdersServer other = new OrdersServer();

    @BeforeEach
    void start() throws Exception {
        server.web.start();
        other.web.start();
    }

    @AfterEach
    void stop() {
        server.web.close();
        other.web.close();
    }

    @Test
    void cutConnectionsLoseNoOrder() {
        List<OrderRef> refs = server.place(23);
        server.cutAfter.addAll(List.of("cancel", "lookup"));
        server.cutBefore.add("cancel");

        try (HttpClient client = server.client()) {
            CancelReport report = BatchCancel.of(client).cancel(refs);

            assertThat(report.outcomes()).extracting(CancelOutcome::ref).isEqualTo(refs);
            assertThat(report.counts().get(Status.CANCELLED)).isEqualTo(23);
        }
        assertThat(server.open()).isEmpty();
    }

    @Test
    void ordersThatAreListedOnSeveralPagesAreAllCancelled() {
        server.place(23);

        try (HttpClient client = server.client()) {
            CancelAllReport report = BatchCancel.of(client).cancelAllOpen("BTC");

            assertThat(report.noneOpen()).isTrue();
            assertThat(report.orders().counts().get(Status.CANCELLED)).isEqualTo(23);
        }
    }

    @Test
    void anIdThatBreaksTheSpecIsRejectedAloneAndNeverSent() {
        List<OrderRef> refs = Stream.concat(
                        server.place(5).stream(), Stream.of(OrderRef.byOrderId("BTC", "not-a-number")))
                .toList();

        try (HttpClient client = server.client()) {
            CancelReport report = BatchCancel.of(client).cancel(refs);

            assertThat(report.counts().get(Status.CANCELLED)).isEqualTo(5);
            assertThat(report.outcomes().get(5).status()).isEqualTo(Status.REJECTED);
            assertThat(report.outcomes().get(5).cause()).isInstanceOf(NotSentException.class);
        }
        assertThat(server.targets).noneMatch(target -> target.contains("not-a-number"));
    }

    @Test
    void severalVenuesAreServedAtOnce() throws InterruptedException {
        List<OrderRef> here = server.place(7);
        List<OrderRef> there = other.place(9);

        try (HttpClient client = server.client();
                HttpClient another = other.client()) {
            Map<VenueClient, CancelReport> reports = BatchCancel.across(Map.of(client, here, another, there));

            assertThat(reports).containsOnlyKeys(client, another);
            assertThat(reports.values()).allMatch(CancelReport::resolved);
            assertThat(reports)
                    .extractingByKeys(client, another)
                    .extracting(report -> report.outcomes().size())
                    .containsExactly(7, 9);
        }
        assertThat(server.open()).isEmpty();
        assertThat(other.open()).isEmpty();
    }

    @Test
    void aVenueWithoutBatchCancelSaysSo() {
        try (SampleClient client = SampleClient.builder().build()) {
            assertThatThrownBy(() -> BatchCancel.of(client))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessage("Sample has no batch cancel; cancel orders one by one with its own operations");
        }
    }
}
