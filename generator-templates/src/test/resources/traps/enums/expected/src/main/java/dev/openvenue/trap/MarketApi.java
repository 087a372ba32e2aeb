package dev.openvenue.trap;

import dev.openvenue.core.VenueCall;
import dev.openvenue.trap.model.EnumOrder;
import dev.openvenue.trap.model.Side;
import dev.openvenue.trap.model.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the trap is about. */
public interface MarketApi {
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
     * Lists orders.
     *
     * <p>{@code GET /orders} (Trap: The page).
     *
     * <p>Invented.
     *
     * <p>Requires a signed request. Safe to retry.
     *
     * @param side The side; optional
     * @param states The states; optional
     * @see <a href="https://venue.example/docs">Trap: The page</a>
     */
    VenueCall<List<EnumOrder>> listOrders(@Nullable Side side, @Nullable List<State> states);

    /** Lists orders, with default parameters; see {@link #listOrders(Side, List)}. */
    default VenueCall<List<EnumOrder>> listOrders() {
        return listOrders(null, null);
    }
}
