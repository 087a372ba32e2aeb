package dev.openvenue.trap;

import dev.openvenue.core.VenueCall;
import dev.openvenue.trap.model.Book;
import dev.openvenue.trap.model.CandleRow;
import java.time.Instant;
import java.util.List;

/** What the trap is about. */
public interface MarketApi {
    /**
     * Gets order book.
     *
     * <p>{@code GET /book} (Trap: The page).
     *
     * <p>Invented.
     *
     * <p>Requires a signed request. Safe to retry.
     *
     * @see <a href="https://venue.example/docs">Trap: The page</a>
     */
    VenueCall<Book> getOrderBook();

    /**
     * Gets the venue's clock.
     *
     * <p>{@code GET /time} (Trap: The page).
     *
     * <p>Needs no key.
     *
     * <p>Requires no credentials. Safe to retry.
     *
     * @see <a href="https://venue.example/docs">Trap: The page</a>
     */
    VenueCall<Instant> getServerTime();

    /**
     * Lists candles.
     *
     * <p>{@code GET /candles} (Trap: The page).
     *
     * <p>Invented.
     *
     * <p>Requires a signed request. Safe to retry.
     *
     * @see <a href="https://venue.example/docs">Trap: The page</a>
     */
    VenueCall<List<CandleRow>> listCandles();
}
