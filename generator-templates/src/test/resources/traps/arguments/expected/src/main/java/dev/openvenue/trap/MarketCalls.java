package dev.openvenue.trap;

import dev.openvenue.core.ListingCall;
import dev.openvenue.core.VenueCall;
import dev.openvenue.trap.model.AmendOrderRequest;
import dev.openvenue.trap.model.Filter;
import dev.openvenue.trap.model.History;
import dev.openvenue.trap.model.HistoryRow;
import dev.openvenue.trap.model.ListHistoryRequest;
import dev.openvenue.trap.model.ListManyRequest;
import dev.openvenue.trap.model.OrderItem;
import dev.openvenue.trap.model.PlaceRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the calls of {@link MarketApi}: spreads a request over the parameters that Retrofit needs. */
record MarketCalls(MarketEndpoints endpoints) implements MarketApi {
    @Override
    public VenueCall<OrderItem> amendOrder(AmendOrderRequest request) {
        return this.endpoints.amendOrder(request.account(), request.endpoints(), request.request(), request.request2());
    }

    @Override
    public VenueCall<Boolean> cancelForm(String market, List<String> data, @Nullable List<OrderItem> orders) {
        return this.endpoints.cancelForm(market, data, orders);
    }

    @Override
    public VenueCall<Instant> getServerTime() {
        return this.endpoints.getServerTime();
    }

    @Override
    public VenueCall<Boolean> listBody(List<OrderItem> request) {
        return this.endpoints.listBody(request);
    }

    @Override
    public VenueCall<Boolean> listFew(@Nullable String symbol, @Nullable String coin) {
        return this.endpoints.listFew(symbol, coin);
    }

    @Override
    public ListingCall<History, HistoryRow> listHistory(ListHistoryRequest request) {
        return this.endpoints.listHistory(request.startTime(), request.endTime(), request.sort(), request.fromId());
    }

    @Override
    public ListingCall<List<String>, String> listMany(ListManyRequest request) {
        return this.endpoints.listMany(
                request.symbol(),
                request.symbols(),
                request.both(),
                request.limit(),
                request.startTime(),
                request.price(),
                request.fromId());
    }

    @Override
    public VenueCall<Boolean> placeOrder(PlaceRequest request) {
        return this.endpoints.placeOrder(request);
    }

    @Override
    public VenueCall<Boolean> setOptionalBody(@Nullable Filter request) {
        return this.endpoints.setOptionalBody(request);
    }
}
