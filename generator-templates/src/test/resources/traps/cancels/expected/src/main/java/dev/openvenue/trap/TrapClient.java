package dev.openvenue.trap;

import dev.openvenue.core.codegen.BatchCancelDescription;
import dev.openvenue.core.codegen.BatchCancelDescription.Answer;
import dev.openvenue.core.codegen.BatchCancelDescription.IdArgument;
import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import dev.openvenue.core.codegen.BatchCancelDescription.States;
import dev.openvenue.core.VenueClient;
import dev.openvenue.core.VenueClientBuilder;
import dev.openvenue.core.VenueRuntime;
import dev.openvenue.core.annotation.RateLimit;
import dev.openvenue.core.codegen.VenueDescription;
import dev.openvenue.core.signing.HtxSigner;
import dev.openvenue.trap.model.TrapJson;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The client of Trap: {@code TrapClient.builder()} starts one. It may be shared by threads. */
public final class TrapClient extends VenueClient {
    private static final BatchCancelDescription BATCH_CANCEL = new BatchCancelDescription(
            "cancelOrders",
            50,
            "symbol",
            Map.of("mode", "single", "level", 2),
            Map.of(
                    IdKind.ORDER_ID, new IdArgument("orderList", "orderId"),
                    IdKind.CLIENT_ORDER_ID, new IdArgument("orderList", "clientOid")),
            new Answer(Shape.PARTITIONED, null, "ok", "failed", "orderId", "clientOid", "errorCode", null, Set.of()),
            List.of(new Query(
                    "getOrder", null, Map.of(), Map.of(IdKind.ORDER_ID, "orderId"), false, 0, ".", "orderId", null,
                    "status", Set.of())),
            new Query(
                    "getOrder", "symbol", Map.of("all", true), Map.of(), false, 0, ".", "orderId", null, "status",
                    Set.of()),
            new States(Set.of("live"), Set.of("cancelled", "canceled"), Set.of("filled")),
            false,
            List.of());

    static final VenueDescription DESCRIPTION = new VenueDescription(
            "trap",
            "Trap",
            "https://venue.example",
            new HtxSigner(),
            TrapErrors.CATALOGUE,
            TrapJson.FACTORY,
            List.of(MarketApi.class),
            "getServerTime",
            List.of(
                    new VenueDescription.Limit(6000, 60000, RateLimit.Scope.IP),
                    new VenueDescription.Limit(10, 500, RateLimit.Scope.ACCOUNT)),
            BATCH_CANCEL,
            new VenueDescription.LimitHeaders("Requests-Left", "Period-Ends"));

    private final MarketApi market;

    private TrapClient(VenueRuntime runtime) {
        super(runtime);
        this.market = runtime.api(MarketApi.class);
    }

    /** Starts a client of Trap. */
    public static VenueClientBuilder<TrapClient> builder() {
        return VenueClientBuilder.of(DESCRIPTION, TrapClient::new);
    }

    /** What the trap is about. */
    public MarketApi market() {
        return market;
    }
}
