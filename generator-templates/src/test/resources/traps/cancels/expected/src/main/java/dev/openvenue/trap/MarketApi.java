package dev.openvenue.trap;

import dev.openvenue.core.VenueCall;
import dev.openvenue.core.annotation.BatchLimit;
import dev.openvenue.core.annotation.Cancels;
import dev.openvenue.core.annotation.Constraint;
import dev.openvenue.core.annotation.Envelope;
import dev.openvenue.core.annotation.OperationId;
import dev.openvenue.core.annotation.Retry;
import dev.openvenue.core.annotation.Retry.Safety;
import dev.openvenue.core.annotation.Signed;
import dev.openvenue.trap.model.CancelRequest;
import dev.openvenue.trap.model.CancelResult;
import dev.openvenue.trap.model.CancelRow;
import java.time.Instant;
import java.util.List;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Query;

/** What the trap is about. */
@Envelope(verdict = "code", success = "0", code = "code", message = "msg", data = "data")
public interface MarketApi {
    /**
     * Cancels an order.
     *
     * <p>Invented.
     *
     * <p>Signed. Never retried unless it is certain that nothing was executed.
     *
     * @param orderId The order
     * @see <a href="https://venue.example/docs">Source</a>
     */
    @OperationId("cancelOrder")
    @Signed
    @Retry(Safety.UNSAFE)
    @Cancels
    @POST("/cancel-one")
    VenueCall<Boolean> cancelOrder(
            @Query("orderId") @Constraint(required = true) String orderId);

    /**
     * Cancels orders.
     *
     * <p>Invented.
     *
     * <p>Signed, needs the right to trade. A call carries at most 50 elements. Never retried unless it is certain that
     * nothing was executed.
     *
     * @param request the request
     * @see <a href="https://venue.example/docs">Source</a>
     */
    @OperationId("cancelOrders")
    @Signed(permission = "trade")
    @Retry(Safety.UNSAFE)
    @Cancels
    @BatchLimit(list = "orderList", cap = 50)
    @POST("/cancel")
    VenueCall<CancelResult> cancelOrders(
            @Body CancelRequest request);

    /**
     * Gets an order.
     *
     * <p>Invented.
     *
     * <p>Signed. Safe to repeat.
     *
     * @param orderId The order; optional
     * @param symbol The symbol; optional
     * @param all All of them; optional
     * @see <a href="https://venue.example/docs">Source</a>
     */
    @OperationId("getOrder")
    @Signed
    @Retry(Safety.SAFE)
    @GET("/order")
    VenueCall<List<CancelRow>> getOrder(
            @Query("orderId") String orderId,
            @Query("symbol") String symbol,
            @Query("all") Boolean all);

    /** The same, without what is optional. */
    default VenueCall<List<CancelRow>> getOrder() {
        return getOrder(null, null, null);
    }

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
}
