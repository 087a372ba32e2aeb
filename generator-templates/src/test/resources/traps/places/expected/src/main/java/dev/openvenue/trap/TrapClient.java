package dev.openvenue.trap;

import dev.openvenue.core.VenueClient;
import dev.openvenue.core.VenueClientBuilder;
import dev.openvenue.core.VenueRuntime;
import dev.openvenue.core.cancel.BatchCancel;
import dev.openvenue.core.codegen.BatchCancelDescription;
import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import dev.openvenue.core.codegen.BatchCancelDescription.Response;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import dev.openvenue.core.codegen.BatchPlaceDescription;
import dev.openvenue.core.codegen.VenueDescription;
import dev.openvenue.core.place.BatchPlace;
import dev.openvenue.core.signing.HtxSigner;
import dev.openvenue.trap.model.NewOrder;
import dev.openvenue.trap.model.TrapJson;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The client of Trap: {@code TrapClient.builder()} starts one. It may be shared by threads. */
public final class TrapClient extends VenueClient {
    private static final BatchCancelDescription BATCH_CANCEL = BatchCancelDescription.builder("cancelOrders")
            .cap(50)
            .id(IdKind.ORDER_ID, "orderList", "orderId")
            .response(Response.builder(Shape.PARTITIONED)
                    .success("ok")
                    .failure("failed")
                    .orderId("orderId")
                    .code("errorCode")
                    .build())
            .lookup(Query.builder("getOrder")
                    .id(IdKind.CLIENT_ORDER_ID, "clientOid")
                    .rows(".")
                    .orderId("orderId")
                    .clientOrderId("clientOid")
                    .build())
            .build();

    private static final BatchPlaceDescription BATCH_PLACE = BatchPlaceDescription.builder("placeOrders", ".", 10)
            .symbol("symbol")
            .argument("mode", "multiple")
            .argument("level", 2)
            .item(new BatchPlaceDescription.Item(
                    "coin", "clientOid", BatchPlaceDescription.Alphabet.DECIMAL, 18, "market"))
            .allOrNothing()
            .response(new BatchPlaceDescription.Response(
                    ".",
                    null,
                    null,
                    "orderId",
                    "clientOid",
                    "errorCode",
                    null,
                    List.of(),
                    Set.of("OK", "fine"),
                    List.of("refused")))
            .lookup(new BatchPlaceDescription.Lookup(
                    false,
                    "made",
                    new BatchPlaceDescription.Absence(Duration.parse("PT30S"), Map.of("force", "post_only"))))
            .build();

    static final VenueDescription DESCRIPTION = VenueDescription.builder("trap", "Trap")
            .baseUrl("https://venue.example")
            .signer(new HtxSigner())
            .errors(TrapErrors.CATALOGUE)
            .json(TrapJson.FACTORY)
            .apis(MarketEndpoints.class)
            .serverTime("getServerTime")
            .batchCancel(BATCH_CANCEL)
            .batchPlace(BATCH_PLACE)
            .build();

    private final VenueRuntime runtime;

    private TrapClient(VenueRuntime runtime) {
        super(runtime);
        this.runtime = runtime;
    }

    /** Starts a client of Trap. */
    public static VenueClientBuilder<TrapClient> builder() {
        return VenueClientBuilder.of(DESCRIPTION, TrapClient::new);
    }

    /** What the trap is about. */
    public MarketApi market() {
        return new MarketCalls(runtime.api(MarketEndpoints.class));
    }

    /** Cancels orders in batches, with an outcome for every one of them. */
    public BatchCancel batchCancel() {
        return BatchCancel.of(this);
    }

    /** Places orders in batches, with an outcome for every one of them, and none of them twice. */
    public BatchPlace<NewOrder> batchPlace() {
        return BatchPlace.of(this, NewOrder.class);
    }
}
