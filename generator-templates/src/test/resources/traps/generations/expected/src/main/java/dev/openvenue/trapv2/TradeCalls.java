package dev.openvenue.trapv2;

import dev.openvenue.core.ListingCall;
import dev.openvenue.core.VenueCall;
import dev.openvenue.trapv2.model.CancelItem;
import dev.openvenue.trapv2.model.CancelStopOrdersRequest;
import dev.openvenue.trapv2.model.Key;
import dev.openvenue.trapv2.model.ListOpenOrdersRequest;
import dev.openvenue.trapv2.model.NewKey;
import dev.openvenue.trapv2.model.OpenOrder;
import dev.openvenue.trapv2.model.OrderPage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the calls of {@link TradeApi}: spreads a request over the parameters that Retrofit needs. */
record TradeCalls(TradeEndpoints endpoints) implements TradeApi {
    @Override
    public VenueCall<Object> cancelOrders(List<CancelItem> request) {
        return this.endpoints.cancelOrders(request);
    }

    @Override
    public VenueCall<List<OpenOrder>> cancelStopOrders(CancelStopOrdersRequest request) {
        return this.endpoints.cancelStopOrders(request);
    }

    @Override
    public VenueCall<OpenOrder> getOrder(@Nullable String orderId) {
        return this.endpoints.getOrder(orderId);
    }

    @Override
    public VenueCall<Instant> getServerTime() {
        return this.endpoints.getServerTime();
    }

    @Override
    public ListingCall<OrderPage, OpenOrder> listOpenOrders(ListOpenOrdersRequest request) {
        return this.endpoints.listOpenOrders(request.symbol(), request.category(), request.stop(), request.before());
    }

    @Override
    public VenueCall<Key> placeKey(NewKey request) {
        return this.endpoints.placeKey(request);
    }
}
