package dev.openvenue.trap;

import dev.openvenue.core.VenueCall;
import dev.openvenue.trap.model.OrderFound;
import dev.openvenue.trap.model.OrderToPlace;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the calls of {@link MarketApi}: spreads a request over the parameters that Retrofit needs. */
record MarketCalls(MarketEndpoints endpoints) implements MarketApi {
    @Override
    public VenueCall<List<OrderFound>> getOrder(@Nullable String clientOid) {
        return this.endpoints.getOrder(clientOid);
    }

    @Override
    public VenueCall<Instant> getServerTime() {
        return this.endpoints.getServerTime();
    }

    @Override
    public VenueCall<Instant> placeOrder(@Nullable String trace, @Nullable OrderToPlace request) {
        return this.endpoints.placeOrder(trace, request);
    }

    @Override
    public VenueCall<Instant> placeOrders(@Nullable OrderToPlace request) {
        return this.endpoints.placeOrders(request);
    }
}
