package dev.openvenue.trap;

import dev.openvenue.core.VenueCall;
import dev.openvenue.trap.model.Book;
import dev.openvenue.trap.model.CandleRow;
import java.time.Instant;
import java.util.List;

/** Makes the calls of {@link MarketApi}: spreads a request over the parameters that Retrofit needs. */
record MarketCalls(MarketEndpoints endpoints) implements MarketApi {
    @Override
    public VenueCall<Book> getOrderBook() {
        return this.endpoints.getOrderBook();
    }

    @Override
    public VenueCall<Instant> getServerTime() {
        return this.endpoints.getServerTime();
    }

    @Override
    public VenueCall<List<CandleRow>> listCandles() {
        return this.endpoints.listCandles();
    }
}
