package dev.openvenue.trap;

import dev.openvenue.core.VenueCall;
import dev.openvenue.trap.model.GetNamesRequest;
import dev.openvenue.trap.model.Names;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes the calls of {@link MarketApi}: spreads a request over the parameters that Retrofit needs. */
record MarketCalls(MarketEndpoints endpoints) implements MarketApi {
    @Override
    public VenueCall<Names> getNames(GetNamesRequest request) {
        return this.endpoints.getNames(
                request.classValue(),
                request.newValue(),
                request.orderId(),
                request.orderId2(),
                request.waitValue(),
                request.xCHTS());
    }

    @Override
    public VenueCall<Instant> getServerTime() {
        return this.endpoints.getServerTime();
    }

    @Override
    public VenueCall<Boolean> placeOrder(@Nullable String request, Names request2) {
        return this.endpoints.placeOrder(request, request2);
    }
}
