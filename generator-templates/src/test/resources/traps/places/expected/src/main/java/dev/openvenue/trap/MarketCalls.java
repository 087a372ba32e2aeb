package dev.openvenue.trap;

import dev.openvenue.core.VenueCall;
import dev.openvenue.trap.model.CancelRequest;
import dev.openvenue.trap.model.CancelResult;
import dev.openvenue.trap.model.OrderRow;
import dev.openvenue.trap.model.PlaceOrdersRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the calls of {@link MarketApi}: spreads a request over the parameters that Retrofit needs. */
record MarketCalls(MarketEndpoints endpoints) implements MarketApi {
    @Override
    public VenueCall<CancelResult> cancelOrders(CancelRequest request) {
        return this.endpoints.cancelOrders(request);
    }

    @Override
    public VenueCall<List<OrderRow>> getOrder(@Nullable String clientOid) {
        return this.endpoints.getOrder(clientOid);
    }

    @Override
    public VenueCall<Instant> getServerTime() {
        return this.endpoints.getServerTime();
    }

    @Override
    public VenueCall<List<OrderRow>> placeOrders(PlaceOrdersRequest request) {
        return this.endpoints.placeOrders(request.symbol(), request.mode(), request.level(), request.request());
    }
}
