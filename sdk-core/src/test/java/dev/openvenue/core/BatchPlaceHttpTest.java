package dev.openvenue.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonAdapter;
import dev.openvenue.core.annotation.Envelope;
import dev.openvenue.core.annotation.OperationId;
import dev.openvenue.core.annotation.Retry;
import dev.openvenue.core.codegen.BatchCancelDescription;
import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import dev.openvenue.core.codegen.BatchCancelDescription.States;
import dev.openvenue.core.codegen.BatchPlaceDescription;
import dev.openvenue.core.codegen.BatchPlaceDescription.Alphabet;
import dev.openvenue.core.codegen.BatchPlaceDescription.Item;
import dev.openvenue.core.codegen.BatchPlaceDescription.Lookup;
import dev.openvenue.core.codegen.BatchPlaceDescription.Response;
import dev.openvenue.core.codegen.VenueDescription;
import dev.openvenue.core.error.ErrorCatalogue;
import dev.openvenue.core.place.BatchPlace;
import dev.openvenue.core.place.PlaceReport;
import dev.openvenue.core.signing.SignedRequest;
import dev.openvenue.fixtures.NoDelayServerSocketFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;

/** The batch place of a real client: what it takes from the venue's description, and what it sends. */
@Timeout(60)
final class BatchPlaceHttpTest {
    private static final Map<String, ?> ORDER = Map.of("symbol", "BTC", "cid", "mine");
    private static final String ROW = "{\"rows\":[{\"id\":\"5\",\"cid\":\"mine\",\"symbol\":\"BTC\"}]}";

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws Exception {
        server.setServerSocketFactory(new NoDelayServerSocketFactory());
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void ordersArePlacedAsTheyAreGiven() throws InterruptedException {
        server.enqueue(responds(ROW));

        try (VenueClient client = client(null)) {
            PlaceReport<Map<String, ?>> report = BatchPlace.of(client).place(List.of(ORDER));

            assertThat(report.outcomes().get(0).orderId()).isEqualTo("5");
        }
        assertThat(Objects.requireNonNull(server.takeRequest().getBody()).utf8())
                .contains("\"cid\":\"mine\"")
                .contains("\"symbol\":\"BTC\"");
    }

    @Test
    void ordersOfATypeArePlacedInTheVenuesNames() {
        server.enqueue(responds(ROW));

        try (VenueClient client = client(null)) {
            assertThat(BatchPlace.of(client, Map.class).place(List.of(ORDER)).placed())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"false, look", "true, open"})
    void lostOrderIsLookedForAsTheBatchCancelDoes(boolean open, String operation) throws InterruptedException {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        String made = Long.toString(System.currentTimeMillis() + 3_600_000);
        server.enqueue(responds("{\"rows\":[{\"id\":\"5\",\"cid\":\"mine\",\"made\":\"" + made + "\"}]}"));

        try (VenueClient client = client(new Lookup(open, "made", null))) {
            PlaceReport<Map<String, ?>> report =
                    BatchPlace.of(client).timeout(Duration.ofSeconds(20)).place(List.of(ORDER));

            assertThat(report.outcomes().get(0).orderId()).isEqualTo("5");
        }
        server.takeRequest();
        assertThat(server.takeRequest().getUrl().pathSegments()).containsExactly(operation);
    }

    @Test
    void venueWithoutBatchPlaceSaysSo() {
        try (SampleClient client = SampleClient.builder().build()) {
            assertThatThrownBy(() -> BatchPlace.of(client))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessage("Sample has no batch place; place orders one by one with its own operations");
        }
    }

    private static MockResponse responds(String data) {
        return new MockResponse.Builder()
                .body("{\"code\":0,\"data\":" + data + "}")
                .build();
    }

    private VenueClient client(@Nullable Lookup lookup) {
        BatchCancelDescription cancel = BatchCancelDescription.builder("cancel")
                .id(IdKind.ORDER_ID, "ids")
                .response(BatchCancelDescription.Response.builder(Shape.PARTITIONED)
                        .success("done")
                        .orderId("id")
                        .build())
                .lookup(Query.builder("look")
                        .id(IdKind.CLIENT_ORDER_ID, "cid")
                        .rows("rows")
                        .orderId("id")
                        .clientOrderId("cid")
                        .build())
                .open(Query.builder("open")
                        .rows("rows")
                        .orderId("id")
                        .clientOrderId("cid")
                        .build())
                .states(new States(Set.of("open"), Set.of("cancelled"), Set.of("filled")))
                .build();
        BatchPlaceDescription place = new BatchPlaceDescription(
                "place",
                ".",
                10,
                null,
                Map.of(),
                new Item("symbol", "cid", Alphabet.HEXADECIMAL, 32, null),
                false,
                new Response("rows", null, null, "id", "cid", "code", "message", List.of(), Set.of(), List.of()),
                lookup);
        JsonAdapter.Factory noModels = (type, annotations, moshi) -> null;
        VenueDescription description = new VenueDescription(
                "orders",
                "orders",
                "Orders",
                "https://orders.example",
                (request, credentials, now) -> new SignedRequest(request, ""),
                ErrorCatalogue.builder().build(),
                noModels,
                List.of(PlaceApi.class),
                null,
                List.of(),
                List.of(),
                cancel,
                place,
                null);
        return VenueClientBuilder.of(description, PlaceClient::new)
                .baseUrl("http://127.0.0.1:" + server.getPort())
                .build();
    }

    /** The venue's interface, as the generator writes them. */
    @Envelope(
            verdict = "code",
            success = {"0"},
            code = {"code"},
            message = {"msg"},
            data = "data")
    public interface PlaceApi {
        @OperationId("place")
        @Retry(Retry.Safety.UNSAFE)
        @POST("place")
        VenueCall<Object> place(@Body List<Map<String, Object>> body);

        @OperationId("look")
        @Retry(Retry.Safety.SAFE)
        @GET("look")
        VenueCall<Object> look(@retrofit2.http.Query("cid") String cid);

        @OperationId("open")
        @Retry(Retry.Safety.SAFE)
        @GET("open")
        VenueCall<Object> open();
    }

    private static final class PlaceClient extends VenueClient {
        PlaceClient(VenueRuntime runtime) {
            super(runtime);
        }
    }
}
