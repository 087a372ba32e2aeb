package dev.openvenue.trap;

import dev.openvenue.core.VenueCall;
import dev.openvenue.trap.model.Tick;
import dev.openvenue.trap.model.WholeResponse;
import java.time.Instant;
import java.util.List;

/** What the trap is about. */
public interface MarketApi {
    /**
     * Gets bare.
     *
     * <p>{@code GET /bare} (Trap: The page).
     *
     * <p>Invented.
     *
     * <p>Requires a signed request. Safe to retry.
     *
     * @see <a href="https://venue.example/docs">Trap: The page</a>
     */
    VenueCall<List<Tick>> getBare();

    /**
     * Gets nothing.
     *
     * <p>{@code POST /nothing} (Trap: The page).
     *
     * <p>Invented.
     *
     * <p>Requires a signed request. Retried only if the previous attempt certainly had no effect.
     *
     * @see <a href="https://venue.example/docs">Trap: The page</a>
     */
    VenueCall<Void> getNothing();

    /**
     * Gets other.
     *
     * <p>{@code GET /other} (Trap: The page).
     *
     * <p>Invented.
     *
     * <p>Requires a signed request. Safe to retry.
     *
     * @see <a href="https://venue.example/docs">Trap: The page</a>
     */
    VenueCall<Boolean> getOther();

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
     * Gets tick.
     *
     * <p>{@code GET /tick} (Trap: The page).
     *
     * <p>Invented.
     *
     * <p>Requires a signed request. Safe to retry.
     *
     * @see <a href="https://venue.example/docs">Trap: The page</a>
     */
    VenueCall<Tick> getTick();

    /**
     * Gets whole.
     *
     * <p>{@code GET /whole} (Trap: The page).
     *
     * <p>Invented.
     *
     * <p>Requires a signed request. Safe to retry.
     *
     * @see <a href="https://venue.example/docs">Trap: The page</a>
     */
    VenueCall<WholeResponse> getWhole();
}
