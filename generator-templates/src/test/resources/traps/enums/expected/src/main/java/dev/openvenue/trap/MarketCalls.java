package dev.openvenue.trap;

import dev.openvenue.core.VenueCall;
import dev.openvenue.trap.model.EnumOrder;
import dev.openvenue.trap.model.Side;
import dev.openvenue.trap.model.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the calls of {@link MarketApi}: spreads a request over the parameters that Retrofit needs. */
record MarketCalls(MarketEndpoints endpoints) implements MarketApi {
    @Override
    public VenueCall<Instant> getServerTime() {
        return this.endpoints.getServerTime();
    }

    @Override
    public VenueCall<List<EnumOrder>> listOrders(@Nullable Side side, @Nullable List<State> states) {
        return this.endpoints.listOrders(side, states);
    }
}
