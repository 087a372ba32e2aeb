package dev.openvenue.trap;

import dev.openvenue.core.DeadMansSwitch;
import dev.openvenue.core.VenueClient;
import dev.openvenue.core.VenueClientBuilder;
import dev.openvenue.core.VenueRuntime;
import dev.openvenue.core.annotation.RateLimit.Scope;
import dev.openvenue.core.cancel.BatchCancel;
import dev.openvenue.core.codegen.BatchCancelDescription;
import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import dev.openvenue.core.codegen.BatchCancelDescription.OrderFields;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import dev.openvenue.core.codegen.BatchCancelDescription.Response;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import dev.openvenue.core.codegen.BatchCancelDescription.Sides;
import dev.openvenue.core.codegen.BatchCancelDescription.States;
import dev.openvenue.core.codegen.BatchCancelDescription.SymbolList;
import dev.openvenue.core.codegen.SwitchDescription;
import dev.openvenue.core.codegen.VenueDescription;
import dev.openvenue.core.codegen.VenueDescription.Limit;
import dev.openvenue.core.codegen.VenueDescription.LimitHeaders;
import dev.openvenue.core.signing.HtxSigner;
import dev.openvenue.trap.model.TrapJson;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/** The client of Trap: {@code TrapClient.builder()} starts one. It may be shared by threads. */
public final class TrapClient extends VenueClient {
    private static final BatchCancelDescription BATCH_CANCEL = BatchCancelDescription.builder("cancelOrders")
            .cap(50)
            .symbol("symbol")
            .argument("mode", "single")
            .argument("level", 2)
            .id(IdKind.ORDER_ID, "orderList", "orderId")
            .id(IdKind.CLIENT_ORDER_ID, "orderList", "clientOid")
            .response(Response.builder(Shape.PARTITIONED)
                    .success("ok")
                    .failure("failed")
                    .orderId("orderId")
                    .clientOrderId("clientOid")
                    .code("errorCode")
                    .build())
            .lookup(Query.builder("getOrder")
                    .id(IdKind.ORDER_ID, "orderId")
                    .rows(".")
                    .orderId("orderId")
                    .status("status")
                    .build())
            .open(Query.builder("getOrder")
                    .symbol("symbol")
                    .argument("all", true)
                    .rows(".")
                    .orderId("orderId")
                    .status("status")
                    .build())
            .history(Query.builder("listOrders")
                    .rows(".")
                    .orderId("orderId")
                    .status("status")
                    .fields(new OrderFields(null, null, "side", null, "size", "done", null, null))
                    .build())
            .sides(new Sides(Set.of("buy", "bid"), Set.of("sell")))
            .states(new States(Set.of("live"), Set.of("cancelled", "canceled"), Set.of("filled")))
            .kind(
                    "stop orders",
                    BatchCancelDescription.builder("cancelOrder")
                            .cap(1)
                            .id(IdKind.ORDER_ID, "orderId")
                            .response(Response.builder(Shape.SINGLE).build())
                            .open(Query.builder("getOrder")
                                    .argument("all", true)
                                    .rows(".")
                                    .orderId("orderId")
                                    .status("status")
                                    .build())
                            .sides(new Sides(Set.of("buy", "bid"), Set.of("sell")))
                            .states(new States(Set.of("waiting"), Set.of("cancelled"), Set.of("triggered")))
                            .build())
            .symbols(new SymbolList("getOrder", ".", "orderId", null))
            .notListed("margin orders")
            .build();

    private static final SwitchDescription DEAD_MANS_SWITCH = new SwitchDescription(
            "cancelAllOrdersAfter",
            "countdown",
            Duration.ofMillis(1),
            Duration.ofSeconds(5),
            Duration.ofMinutes(2),
            -1);

    static final VenueDescription DESCRIPTION = VenueDescription.builder("trap", "Trap")
            .baseUrl("https://venue.example")
            .signer(new HtxSigner())
            .errors(TrapErrors.CATALOGUE)
            .json(TrapJson.FACTORY)
            .apis(MarketEndpoints.class)
            .serverTime("getServerTime")
            .limit(new Limit(6000, 60000, Scope.IP))
            .limit(new Limit(10, 500, Scope.ACCOUNT))
            .batchCancel(BATCH_CANCEL)
            .limitHeaders(new LimitHeaders("Requests-Left", "Period-Ends"))
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

    /**
     * Arms the venue's dead man's switch and keeps it from firing until it is closed.
     *
     * @param timeout how long after the last heartbeat the venue cancels the orders
     */
    public DeadMansSwitch deadMansSwitch(Duration timeout) {
        return deadMansSwitch(timeout, event -> {});
    }

    /**
     * Arms the venue's dead man's switch and keeps it from firing until it is closed.
     *
     * @param timeout how long after the last heartbeat the venue cancels the orders
     * @param listener hears of each failed heartbeat and of each change of the state; it must return soon
     */
    public DeadMansSwitch deadMansSwitch(Duration timeout, Consumer<? super DeadMansSwitch.Event> listener) {
        return DeadMansSwitch.arm(this, DEAD_MANS_SWITCH, timeout, listener);
    }
}
