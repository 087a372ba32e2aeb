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
    public VenueCall<Map<String, Amount>> getBalances() {
        return this.endpoints.getBalances();
    }

    @Override
    public VenueCall<Everything> getEverything() {
        return this.endpoints.getEverything();
    }

    @Override
    public VenueCall<Flat> getFlat() {
        return this.endpoints.getFlat();
    }

    @Override
    public VenueCall<Object> getFree() {
        return this.endpoints.getFree();
    }

    @Override
    public VenueCall<Instant> getServerTime() {
        return this.endpoints.getServerTime();
    }

    @Override
    public VenueCall<List<String>> getTexts() {
        return this.endpoints.getTexts();
    }
}
