package dev.openvenue.trap;

import dev.openvenue.core.VenueCall;
import dev.openvenue.trap.model.Amount;
import dev.openvenue.trap.model.Everything;
import dev.openvenue.trap.model.Flat;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the trap is about. */
public interface MarketApi {
    /**
     * Gets balances.
     *
     * <p>{@code GET /balances} (Trap: The page).
     *
     * <p>Invented.
     *
     * <p>Requires a signed request. Safe to retry.
     *
     * @see <a href="https://venue.example/docs">Trap: The page</a>
     */
    VenueCall<Map<String, Amount>> getBalances();

    /**
     * Gets everything.
     *
     * <p>{@code GET /everything} (Trap: The page).
     *
     * <p>Invented.
     *
     * <p>Requires a signed request. Safe to retry.
     *
     * @see <a href="https://venue.example/docs">Trap: The page</a>
     */
    VenueCall<Everything> getEverything();

    /**
     * Gets flat.
     *
     * <p>{@code GET /flat} (Trap: The page).
     *
     * <p>Invented.
     *
     * <p>Requires a signed request. Safe to retry.
     *
     * @see <a href="https://venue.example/docs">Trap: The page</a>
     */
    VenueCall<Flat> getFlat();

    /**
     * Gets free.
     *
     * <p>{@code GET /free} (Trap: The page).
     *
     * <p>Invented.
     *
     * <p>Requires a signed request. Safe to retry.
     *
     * @see <a href="https://venue.example/docs">Trap: The page</a>
     */
    VenueCall<Object> getFree();

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
     * Gets texts.
     *
     * <p>{@code GET /texts} (Trap: The page).
     *
     * <p>Invented.
     *
     * <p>Requires a signed request. Safe to retry.
     *
     * @see <a href="https://venue.example/docs">Trap: The page</a>
     */
    VenueCall<List<String>> getTexts();
}
