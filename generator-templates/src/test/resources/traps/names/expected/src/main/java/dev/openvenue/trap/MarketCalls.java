package dev.openvenue.trap;

import dev.openvenue.core.VenueCall;
import dev.openvenue.trap.model.Names;
import dev.openvenue.trap.model.NamesRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes the calls of {@link MarketApi}: spreads a request over the parameters that Retrofit needs. */
record MarketCalls(MarketEndpoints endpoints) implements MarketApi {
    @Override
    public VenueCall<Names> names(NamesRequest request) {
        return this.endpoints.names(
                request.classValue(),
                request.newValue(),
                request.orderId(),
                request.orderId2(),
                request.waitValue(),
                request.xCHTS());
    }

    @Override
    public VenueCall<Boolean> place(@Nullable String request, Names request2) {
        return this.endpoints.place(request, request2);
    }

    @Override
    public VenueCall<Instant> time() {
        return this.endpoints.time();
    }
}
