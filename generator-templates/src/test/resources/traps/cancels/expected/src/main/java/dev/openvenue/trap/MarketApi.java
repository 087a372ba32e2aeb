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
     * Calls batchCancel.
     *
     * <p>Invented.
     *
     * <p>Signed, needs the right to trade. A call carries at most 50 elements. Never retried unless it is certain that
     * nothing was executed.
     *
     * @param request the request
     * @see <a href="https://venue.example/docs">Source</a>
     */
    @OperationId("batchCancel")
    @Signed(permission = "trade")
    @Retry(Safety.UNSAFE)
    @Cancels
    @BatchLimit(list = "orderList", cap = 50)
    @POST("/cancel")
    VenueCall<CancelResult> batchCancel(
            @Body CancelRequest request);

    /**
     * Calls cancel.
     *
     * <p>Invented.
     *
     * <p>Signed. Never retried unless it is certain that nothing was executed.
     *
     * @param orderId The order
     * @see <a href="https://venue.example/docs">Source</a>
     */
    @OperationId("cancel")
    @Signed
    @Retry(Safety.UNSAFE)
    @Cancels
    @POST("/cancel-one")
    VenueCall<Boolean> cancel(
            @Query("orderId") @Constraint(required = true) String orderId);

    /**
     * Calls lookUp.
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
    @OperationId("lookUp")
    @Signed
    @Retry(Safety.SAFE)
    @GET("/order")
    VenueCall<List<CancelRow>> lookUp(
            @Query("orderId") String orderId,
            @Query("symbol") String symbol,
            @Query("all") Boolean all);

    /** The same, without what is optional. */
    default VenueCall<List<CancelRow>> lookUp() {
        return lookUp(null, null, null);
    }

    /**
     * The venue's clock.
     *
     * <p>Needs no key.
     *
     * <p>Public. Safe to repeat.
     *
     * @see <a href="https://venue.example/docs">Source</a>
     */
    @OperationId("time")
    @Retry(Safety.SAFE)
    @GET("/time")
    VenueCall<Instant> time();
}
