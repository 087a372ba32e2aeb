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
import org.jspecify.annotations.Nullable;
import retrofit2.http.GET;
import retrofit2.http.Query;

/** What stands behind {@link MarketApi}: its operations as Retrofit needs them, and what the spec says of each. */
@Envelope(verdict = "code", success = "0", code = "code", message = "msg", data = "data")
interface MarketEndpoints {
    @OperationId("getServerTime")
    @Retry(Safety.SAFE)
    @GET("/time")
    VenueCall<Instant> getServerTime();

    @OperationId("listOrders")
    @Signed
    @Retry(Safety.SAFE)
    @GET("/orders")
    VenueCall<List<EnumOrder>> listOrders(
            @Query("side") @Nullable Side side,
            @Query(value = "states", encoded = true) @Joined @Nullable List<State> states);
}
