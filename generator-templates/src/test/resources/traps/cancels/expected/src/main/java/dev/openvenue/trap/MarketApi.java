package dev.openvenue.trap;

import dev.openvenue.core.VenueCall;
import dev.openvenue.trap.model.CancelRequest;
import dev.openvenue.trap.model.CancelResult;
import dev.openvenue.trap.model.CancelRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the trap is about. */
public interface MarketApi {
    /**
     * Calls batchCancel.
     *
     * <p>Invented.
     *
     * <p>Requires a signed request with the {@code trade} permission. One request carries at most 50 elements. Retried
     * only if the previous attempt certainly had no effect.
     *
     * @see <a href="https://venue.example/docs">Trap: API documentation</a>
     */
    VenueCall<CancelResult> batchCancel(CancelRequest request);

    /**
     * Calls cancel.
     *
     * <p>Invented.
     *
     * <p>Requires a signed request. Retried only if the previous attempt certainly had no effect.
     *
     * @param orderId The order
     * @see <a href="https://venue.example/docs">Trap: API documentation</a>
     */
    VenueCall<Boolean> cancel(String orderId);

    /**
     * Calls lookUp.
     *
     * <p>Invented.
     *
     * <p>Requires a signed request. Safe to retry.
     *
     * @param orderId The order; optional
     * @param symbol The symbol; optional
     * @param all All of them; optional
     * @see <a href="https://venue.example/docs">Trap: API documentation</a>
     */
    VenueCall<List<CancelRow>> lookUp(@Nullable String orderId, @Nullable String symbol, @Nullable Boolean all);

    /** Calls lookUp, with default parameters; see {@link #lookUp(String, String, Boolean)}. */
    default VenueCall<List<CancelRow>> lookUp() {
        return lookUp(null, null, null);
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
