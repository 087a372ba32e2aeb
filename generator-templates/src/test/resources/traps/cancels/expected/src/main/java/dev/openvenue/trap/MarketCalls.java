package dev.openvenue.trap;

import dev.openvenue.core.VenueCall;
import dev.openvenue.trap.model.CancelRequest;
import dev.openvenue.trap.model.CancelResult;
import dev.openvenue.trap.model.CancelRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the calls of {@link MarketApi}: spreads a request over the parameters that Retrofit needs. */
record MarketCalls(MarketEndpoints endpoints) implements MarketApi {
    @Override
    public VenueCall<CancelResult> batchCancel(CancelRequest request) {
        return this.endpoints.batchCancel(request);
    }

    @Override
    public VenueCall<Boolean> cancel(String orderId) {
        return this.endpoints.cancel(orderId);
    }

    @Override
    public VenueCall<List<CancelRow>> lookUp(@Nullable String orderId, @Nullable String symbol, @Nullable Boolean all) {
        return this.endpoints.lookUp(orderId, symbol, all);
    }

    @Override
    public VenueCall<Instant> time() {
        return this.endpoints.time();
    }
}
