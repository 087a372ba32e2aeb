package dev.openvenue.trap;

import dev.openvenue.core.VenueCall;
import dev.openvenue.trap.model.AmendRequest;
import dev.openvenue.trap.model.Filter;
import dev.openvenue.trap.model.HistoryRequest;
import dev.openvenue.trap.model.ManyRequest;
import dev.openvenue.trap.model.OrderItem;
import dev.openvenue.trap.model.PlaceRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the calls of {@link MarketApi}: spreads a request over the parameters that Retrofit needs. */
record MarketCalls(MarketEndpoints endpoints) implements MarketApi {
    @Override
    public VenueCall<OrderItem> amend(AmendRequest request) {
        return this.endpoints.amend(request.account(), request.endpoints(), request.request(), request.request2());
    }

    @Override
    public VenueCall<Boolean> cancelForm(String market, List<String> data, @Nullable List<OrderItem> orders) {
        return this.endpoints.cancelForm(market, data, orders);
    }

    @Override
    public VenueCall<Boolean> few(@Nullable String symbol, @Nullable String coin) {
        return this.endpoints.few(symbol, coin);
    }

    @Override
    public VenueCall<Boolean> history(HistoryRequest request) {
        return this.endpoints.history(request.startTime(), request.endTime(), request.sort(), request.fromId());
    }

    @Override
    public VenueCall<Boolean> listBody(List<OrderItem> request) {
        return this.endpoints.listBody(request);
    }

    @Override
    public VenueCall<Boolean> many(ManyRequest request) {
        return this.endpoints.many(
                request.symbol(),
                request.symbols(),
                request.both(),
                request.limit(),
                request.startTime(),
                request.price(),
                request.fromId());
    }

    @Override
    public VenueCall<Boolean> optionalBody(@Nullable Filter request) {
        return this.endpoints.optionalBody(request);
    }

    @Override
    public VenueCall<Boolean> place(PlaceRequest request) {
        return this.endpoints.place(request);
    }

    @Override
    public VenueCall<Instant> time() {
        return this.endpoints.time();
    }
}
