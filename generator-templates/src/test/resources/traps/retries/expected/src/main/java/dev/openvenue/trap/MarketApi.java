package dev.openvenue.trap;

import dev.openvenue.core.VenueCall;
import dev.openvenue.core.annotation.Envelope;
import dev.openvenue.core.annotation.NoEffect;
import dev.openvenue.core.annotation.OperationId;
import dev.openvenue.core.annotation.Retry;
import dev.openvenue.core.annotation.Retry.Safety;
import dev.openvenue.core.annotation.Signed;
import dev.openvenue.trap.model.OrderFound;
import dev.openvenue.trap.model.OrderToPlace;
import java.time.Instant;
import java.util.List;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Query;

/** What everybody may see. */
@Envelope(verdict = "code", success = "0", code = "code", message = "msg", data = "data")
public interface MarketApi {
    /**
     * Gets an order.
     *
     * <p>By the client's id.
     *
     * <p>Signed. Safe to repeat.
     *
     * @param clientOid The client's id; optional
     * @see <a href="https://venue.example/docs">Source</a>
     */
    @OperationId("getOrder")
    @Signed
    @Retry(Safety.SAFE)
    @GET("/find")
    VenueCall<List<OrderFound>> getOrder(
            @Query("clientOid") String clientOid);

    /** The same, without what is optional. */
    default VenueCall<List<OrderFound>> getOrder() {
        return getOrder(null);
    }

    /**
     * Gets the venue's clock.
     *
     * <p>The venue's clock.
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
     * <p>Orders.
     *
     * <p>Signed. Repeated after an unknown outcome only if {@code clientOid} is given and {@code getOrder} does not know
     * it. Never retried then with {@code kind=trigger}. Repeated only if the policy allows immediate orders with {@code
     * force=ioc}.
     *
     * @param trace A mark; optional
     * @param request the request; optional
     * @see <a href="https://venue.example/docs">Source</a>
     */
    @OperationId("placeOrder")
    @Signed
    @Retry(
            value = Safety.WITH_CLIENT_ID, clientId = "clientOid", lookup = "getOrder", created = "created",
            unless = "kind=trigger", immediate = "force=ioc", receiveWindow = "window=3000")
    @POST("/orders")
    VenueCall<Instant> placeOrder(
            @Query("trace") String trace,
            @Body OrderToPlace request);

    /** The same, without what is optional. */
    default VenueCall<Instant> placeOrder() {
        return placeOrder(null, OrderToPlace.builder().build());
    }

    /**
     * Places many orders.
     *
     * <p>Many orders.
     *
     * <p>Signed. Never retried unless it is certain that nothing was executed.
     *
     * @param request the request; optional
     * @see <a href="https://venue.example/docs">Source</a>
     */
    @OperationId("placeOrders")
    @Signed
    @Retry(Safety.UNSAFE)
    @NoEffect({"1", "2"})
    @POST("/batch")
    VenueCall<Instant> placeOrders(
            @Body OrderToPlace request);

    /** The same, without what is optional. */
    default VenueCall<Instant> placeOrders() {
        return placeOrders(OrderToPlace.builder().build());
    }
}
