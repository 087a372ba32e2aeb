package dev.openvenue.trap;

import dev.openvenue.core.VenueCall;
import dev.openvenue.trap.model.Tick;
import dev.openvenue.trap.model.WholeAnswer;
import java.time.Instant;
import java.util.List;

/** Makes the calls of {@link MarketApi}: spreads a request over the parameters that Retrofit needs. */
record MarketCalls(MarketEndpoints endpoints) implements MarketApi {
    @Override
    public VenueCall<List<Tick>> bare() {
        return this.endpoints.bare();
    }

    @Override
    public VenueCall<Void> nothing() {
        return this.endpoints.nothing();
    }

    @Override
    public VenueCall<Boolean> other() {
        return this.endpoints.other();
    }

    @Override
    public VenueCall<Tick> tick() {
        return this.endpoints.tick();
    }

    @Override
    public VenueCall<Instant> time() {
        return this.endpoints.time();
    }

    @Override
    public VenueCall<WholeAnswer> whole() {
        return this.endpoints.whole();
    }
}
