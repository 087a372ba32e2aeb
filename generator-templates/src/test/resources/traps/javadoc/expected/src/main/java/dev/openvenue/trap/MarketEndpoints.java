package dev.openvenue.trap;

import dev.openvenue.core.VenueCall;
import dev.openvenue.core.annotation.Constraint;
import dev.openvenue.core.annotation.Envelope;
import dev.openvenue.core.annotation.OperationId;
import dev.openvenue.core.annotation.Retry;
import dev.openvenue.core.annotation.Retry.Safety;
import dev.openvenue.core.annotation.Signed;
import dev.openvenue.trap.model.Hostile;
import dev.openvenue.trap.model.HostileSide;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import retrofit2.http.GET;
import retrofit2.http.Query;

/** What stands behind {@link MarketApi}: its operations as Retrofit needs them, and what the spec says of each. */
@Envelope(verdict = "code", success = "0", code = "code", message = "msg", data = "data")
interface MarketEndpoints {
    @OperationId("getHostile")
    @Signed
    @Retry(Safety.SAFE)
    @GET("/hostile")
    VenueCall<Hostile> getHostile(
            @Query("why") @Nullable String why,
            @Query("bare") @Constraint(required = true) String bare,
            @Query("side") @Nullable HostileSide side);

    @OperationId("getServerTime")
    @Retry(Safety.SAFE)
    @GET("/time")
    VenueCall<Instant> getServerTime();
}
