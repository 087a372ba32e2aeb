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
    public VenueCall<Instant> batch(@Nullable OrderToPlace request) {
        return this.endpoints.batch(request);
    }

    @Override
    public VenueCall<List<OrderFound>> find(@Nullable String clientOid) {
        return this.endpoints.find(clientOid);
    }

    @Override
    public VenueCall<Instant> order(@Nullable String trace, @Nullable OrderToPlace request) {
        return this.endpoints.order(trace, request);
    }

    @Override
    public VenueCall<Instant> time() {
        return this.endpoints.time();
    }
}
