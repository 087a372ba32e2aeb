package dev.openvenue.trap;

import dev.openvenue.core.ListingCall;
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
    public VenueCall<Boolean> cancelAllOrdersAfter(Long countdown) {
        return this.endpoints.cancelAllOrdersAfter(countdown);
    }

    @Override
    public VenueCall<Boolean> cancelOrder(String orderId) {
        return this.endpoints.cancelOrder(orderId);
    }

    @Override
    public VenueCall<CancelResult> cancelOrders(CancelRequest request) {
        return this.endpoints.cancelOrders(request);
    }

    @Override
    public VenueCall<List<CancelRow>> getOrder(
            @Nullable String orderId, @Nullable String symbol, @Nullable Boolean all) {
        return this.endpoints.getOrder(orderId, symbol, all);
    }

    @Override
    public VenueCall<Instant> getServerTime() {
        return this.endpoints.getServerTime();
    }

    @Override
    public ListingCall<List<CancelRow>, CancelRow> listOrders(@Nullable String before) {
        return this.endpoints.listOrders(before);
    }
}
