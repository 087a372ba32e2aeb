package dev.openvenue.trap;

import dev.openvenue.core.VenueCall;
import dev.openvenue.core.annotation.Envelope;
import dev.openvenue.core.annotation.OperationId;
import dev.openvenue.core.annotation.Retry;
import dev.openvenue.core.annotation.Retry.Safety;
import dev.openvenue.core.annotation.Signed;
import dev.openvenue.trap.model.Book;
import dev.openvenue.trap.model.CandleRow;
import java.time.Instant;
import java.util.List;
import retrofit2.http.GET;

/** What stands behind {@link MarketApi}: its operations as Retrofit needs them, and what the spec says of each. */
@Envelope(verdict = "code", success = "0", code = "code", message = "msg", data = "data")
interface MarketEndpoints {
    @OperationId("getOrderBook")
    @Signed
    @Retry(Safety.SAFE)
    @GET("/book")
    VenueCall<Book> getOrderBook();

    @OperationId("getServerTime")
    @Retry(Safety.SAFE)
    @GET("/time")
    VenueCall<Instant> getServerTime();

    @OperationId("listCandles")
    @Signed
    @Retry(Safety.SAFE)
    @GET("/candles")
    VenueCall<List<CandleRow>> listCandles();
}
