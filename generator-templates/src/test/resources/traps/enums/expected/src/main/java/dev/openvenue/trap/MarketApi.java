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
     * Calls orders.
     *
     * <p>Invented.
     *
     * <p>Requires a signed request. Safe to retry.
     *
     * @param side The side; optional
     * @param states The states; optional
     * @see <a href="https://venue.example/docs">Trap: API documentation</a>
     */
    VenueCall<List<EnumOrder>> orders(@Nullable Side side, @Nullable List<State> states);

    /** Calls orders, with default parameters; see {@link #orders(Side, List)}. */
    default VenueCall<List<EnumOrder>> orders() {
        return orders(null, null);
    }

    /**
     * The venue's clock.
     *
     * <p>Needs no key.
     *
     * <p>Requires no credentials. Safe to retry.
     *
     * @see <a href="https://venue.example/docs">Trap: API documentation</a>
     */
    VenueCall<Instant> time();
}
