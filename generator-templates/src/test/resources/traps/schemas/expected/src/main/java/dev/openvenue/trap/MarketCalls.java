package dev.openvenue.trap;

import dev.openvenue.core.VenueCall;
import dev.openvenue.trap.model.Amount;
import dev.openvenue.trap.model.Everything;
import dev.openvenue.trap.model.Flat;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Makes the calls of {@link MarketApi}: spreads a request over the parameters that Retrofit needs. */
record MarketCalls(MarketEndpoints endpoints) implements MarketApi {
    @Override
    public VenueCall<Map<String, Amount>> balances() {
        return this.endpoints.balances();
    }

    @Override
    public VenueCall<Everything> everything() {
        return this.endpoints.everything();
    }

    @Override
    public VenueCall<Flat> flat() {
        return this.endpoints.flat();
    }

    @Override
    public VenueCall<Object> free() {
        return this.endpoints.free();
    }

    @Override
    public VenueCall<List<String>> texts() {
        return this.endpoints.texts();
    }

    @Override
    public VenueCall<Instant> time() {
        return this.endpoints.time();
    }
}
