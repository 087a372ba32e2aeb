package dev.openvenue.trap;

import dev.openvenue.core.VenueCall;
import dev.openvenue.trap.model.GetNamesRequest;
import dev.openvenue.trap.model.Names;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the trap is about. */
public interface MarketApi {
    /**
     * Gets names.
     *
     * <p><code>GET /orders/{class}</code> (Trap: The page).
     *
     * <p>Invented.
     *
     * <p>Requires a signed request. Safe to retry.
     *
     * @see <a href="https://venue.example/docs">Trap: The page</a>
     */
    VenueCall<Names> getNames(GetNamesRequest request);

    /** Gets names, with default parameters; see {@link #getNames(GetNamesRequest)}. */
    default VenueCall<Names> getNames(String classValue) {
        return getNames(GetNamesRequest.builder().classValue(classValue).build());
    }

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
     * Places an order.
     *
     * <p>{@code POST /orders} (Trap: The page).
     *
     * <p>Invented.
     *
     * <p>Requires a signed request. Retried only if the previous attempt certainly had no effect.
     *
     * @param request Like the name of the body; optional
     * @see <a href="https://venue.example/docs">Trap: The page</a>
     */
    VenueCall<Boolean> placeOrder(@Nullable String request, Names request2);

    /** Places an order, with default parameters; see {@link #placeOrder(String, Names)}. */
    default VenueCall<Boolean> placeOrder(Names request2) {
        return placeOrder(null, request2);
    }
}
