package dev.openvenue.trap;

import dev.openvenue.core.VenueCall;
import dev.openvenue.core.annotation.Envelope;
import dev.openvenue.core.annotation.Joined;
import dev.openvenue.core.annotation.OperationId;
import dev.openvenue.core.annotation.Retry;
import dev.openvenue.core.annotation.Retry.Safety;
import dev.openvenue.core.annotation.Signed;
import dev.openvenue.trap.model.EnumOrder;
import dev.openvenue.trap.model.Side;
import dev.openvenue.trap.model.State;
import java.time.Instant;
import java.util.List;
import retrofit2.http.GET;
import retrofit2.http.Query;

/** What the trap is about. */
@Envelope(verdict = "code", success = "0", code = "code", message = "msg", data = "data")
public interface MarketApi {
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
     * Lists orders.
     *
     * <p>Invented.
     *
     * <p>Signed. Safe to repeat.
     *
     * @param side The side; optional
     * @param states The states; optional
     * @see <a href="https://venue.example/docs">Source</a>
     */
    @OperationId("listOrders")
    @Signed
    @Retry(Safety.SAFE)
    @GET("/orders")
    VenueCall<List<EnumOrder>> listOrders(
            @Query("side") Side side,
            @Query(value = "states", encoded = true) @Joined List<State> states);

    /** The same, without what is optional. */
    default VenueCall<List<EnumOrder>> listOrders() {
        return listOrders(null, null);
    }
}
