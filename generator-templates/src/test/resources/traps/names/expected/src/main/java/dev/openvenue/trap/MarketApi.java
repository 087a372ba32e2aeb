package dev.openvenue.trap;

import dev.openvenue.core.VenueCall;
import dev.openvenue.core.annotation.Constraint;
import dev.openvenue.core.annotation.Envelope;
import dev.openvenue.core.annotation.OperationId;
import dev.openvenue.core.annotation.Retry;
import dev.openvenue.core.annotation.Retry.Safety;
import dev.openvenue.core.annotation.Signed;
import dev.openvenue.trap.model.GetNamesParameters;
import dev.openvenue.trap.model.Names;
import java.time.Instant;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** What the trap is about. */
@Envelope(verdict = "code", success = "0", code = "code", message = "msg", data = "data")
public interface MarketApi {
    /**
     * Gets names.
     *
     * <p>Invented.
     *
     * <p>Signed. Safe to repeat.
     *
     * @param classValue The class
     * @param newValue A keyword; optional
     * @param orderId Becomes camelCase; optional
     * @param orderId2 Collides with the one before; optional
     * @param waitValue A method of every object; optional
     * @param xCHTS A header; optional
     * @see <a href="https://venue.example/docs">Source</a>
     */
    @OperationId("getNames")
    @Signed
    @Retry(Safety.SAFE)
    @GET("/orders/{class}")
    VenueCall<Names> getNames(
            @Path("class") @Constraint(required = true) String classValue,
            @Query("new") String newValue,
            @Query("order-id") String orderId,
            @Query("orderId") String orderId2,
            @Query("wait") Boolean waitValue,
            @Header("X-CH-TS") String xCHTS);

    /** The same, with the parameters by name. */
    default VenueCall<Names> getNames(GetNamesParameters parameters) {
        return getNames(
                parameters.classValue(), parameters.newValue(), parameters.orderId(), parameters.orderId2(),
                parameters.waitValue(), parameters.xCHTS());
    }

    /** The same, without what is optional. */
    default VenueCall<Names> getNames(String classValue) {
        return getNames(classValue, null, null, null, null, null);
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

    /**
     * Places an order.
     *
     * <p>Invented.
     *
     * <p>Signed. Never retried unless it is certain that nothing was executed.
     *
     * @param request Like the name of the body; optional
     * @param request2 the request
     * @see <a href="https://venue.example/docs">Source</a>
     */
    @OperationId("placeOrder")
    @Signed
    @Retry(Safety.UNSAFE)
    @POST("/orders")
    VenueCall<Boolean> placeOrder(
            @Query("request") String request,
            @Body Names request2);

    /** The same, without what is optional. */
    default VenueCall<Boolean> placeOrder(Names request2) {
        return placeOrder(null, request2);
    }
}
