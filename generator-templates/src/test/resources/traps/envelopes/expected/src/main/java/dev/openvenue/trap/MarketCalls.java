package dev.openvenue.trap;

import dev.openvenue.core.VenueCall;
import dev.openvenue.trap.model.Tick;
import dev.openvenue.trap.model.WholeResponse;
import java.time.Instant;
import java.util.List;

/** Makes the calls of {@link MarketApi}: spreads a request over the parameters that Retrofit needs. */
record MarketCalls(MarketEndpoints endpoints) implements MarketApi {
    @Override
    public VenueCall<List<Tick>> getBare() {
        return this.endpoints.getBare();
    }

    @Override
    public VenueCall<Void> getNothing() {
        return this.endpoints.getNothing();
    }

    @Override
    public VenueCall<Boolean> getOther() {
        return this.endpoints.getOther();
    }

    @Override
    public VenueCall<Instant> getServerTime() {
        return this.endpoints.getServerTime();
    }

    @Override
    public VenueCall<Tick> getTick() {
        return this.endpoints.getTick();
    }

    @Override
    public VenueCall<WholeResponse> getWhole() {
        return this.endpoints.getWhole();
    }
}
