package dev.openvenue.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.OrdersServer.HttpClient;
import dev.openvenue.core.cancel.BatchCancel;
import dev.openvenue.core.cancel.CancelRun;
import dev.openvenue.core.cancel.OrderRef;
import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the engine learns from the operations that it calls. */
@Timeout(60)
final class BatchCancelOperationsTest {
    private final OrdersServer server = new OrdersServer();

    @BeforeEach
    void start() throws IOException {
        server.web.start();
    }

    @AfterEach
    void stop() {
        server.web.close();
    }

    @Test
    void pagesAreAsLargeAsTheOperationAllows() {
        try (HttpClient client = server.client()) {
            BatchCancel.of(client).openOrders("BTC");
        }
        assertThat(server.targets).containsExactly("/open?size=10&symbol=BTC&page=1");
    }

    @Test
    void argumentsMustFitAnOperation() {
        try (HttpClient client = server.client()) {
            BatchCancel cancel = BatchCancel.of(client);

            assertThat(cancel.arguments(Map.of("ids", List.of("1")))).isNotSameAs(cancel);
            for (String name : List.of("account", "symbol")) {
                assertThatThrownBy(() -> cancel.arguments(Map.of(name, "x")))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("None of Orders's cancel, lookup, open takes " + name
                                + " with such a value here; check its name. Filters are not for cancels: an order that"
                                + " they leave out would look closed");
            }
        }
    }

    @Test
    void runThatIsCancelledGivesUpTheCallOnTheWire() throws InterruptedException {
        List<OrderRef> refs = server.place(3);
        server.silent.add("cancel");
        CountDownLatch givenUp = new CountDownLatch(1);
        OkHttpClient given = new OkHttpClient.Builder()
                .eventListener(new EventListener() {
                    @Override
                    public void canceled(Call call) {
                        givenUp.countDown();
                    }
                })
                .build();

        // No deadline passes here, so nothing but the run ends the call.
        try (HttpClient client =
                new ManualDeadlines().rule(server.builder()).httpClient(given).build()) {
            CancelRun run =
                    BatchCancel.of(client).timeout(Duration.ofMinutes(5)).cancelAsync(refs);
            assertThat(server.web.takeRequest(20, TimeUnit.SECONDS)).isNotNull();
            run.cancel();

            assertThat(givenUp.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void kindsOfIdsThatAVenueTakesAreKnown() {
        try (HttpClient client = server.client()) {
            assertThat(Objects.requireNonNull(client.description().batchCancel())
                            .kinds())
                    .containsExactly(IdKind.ORDER_ID);
        }
    }
}
