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

/** What the trap is about. */
@Envelope(verdict = "code", success = "0", code = "code", message = "msg", data = "data")
public interface MarketApi {
    /**
     * Gets order book.
     *
     * <p>Invented.
     *
     * <p>Signed. Safe to repeat.
     *
     * @see <a href="https://venue.example/docs">Source</a>
     */
    @OperationId("getOrderBook")
    @Signed
    @Retry(Safety.SAFE)
    @GET("/book")
    VenueCall<Book> getOrderBook();

    /**
     * Gets the venue's clock.
     *
     * <p>Needs no key.
     *
     * <p>Public. Safe to repeat.
     *
     * @see <a href="https://venue.example/docs">Source</a>
     */
    @OperationId("getServerTime")
    @Retry(Safety.SAFE)
    @GET("/time")
    VenueCall<Instant> getServerTime();

    /**
     * Lists candles.
     *
     * <p>Invented.
     *
     * <p>Signed. Safe to repeat.
     *
     * @see <a href="https://venue.example/docs">Source</a>
     */
    @OperationId("listCandles")
    @Signed
    @Retry(Safety.SAFE)
    @GET("/candles")
    VenueCall<List<CandleRow>> listCandles();
}
