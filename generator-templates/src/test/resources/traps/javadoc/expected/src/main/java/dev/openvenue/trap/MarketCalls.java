package dev.openvenue.trap;

import dev.openvenue.core.VenueCall;
import dev.openvenue.trap.model.Hostile;
import dev.openvenue.trap.model.HostileSide;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes the calls of {@link MarketApi}: spreads a request over the parameters that Retrofit needs. */
record MarketCalls(MarketEndpoints endpoints) implements MarketApi {
    @Override
    public VenueCall<Hostile> getHostile(@Nullable String why, String bare, @Nullable HostileSide side) {
        return this.endpoints.getHostile(why, bare, side);
    }

    @Override
    public VenueCall<Instant> getServerTime() {
        return this.endpoints.getServerTime();
    }
}
