package dev.openvenue.trap;

import dev.openvenue.core.VenueCall;
import dev.openvenue.core.annotation.Envelope;
import dev.openvenue.core.annotation.OperationId;
import dev.openvenue.core.annotation.Retry;
import dev.openvenue.core.annotation.Retry.Safety;
import dev.openvenue.core.annotation.Signed;
import dev.openvenue.trap.model.Amount;
import dev.openvenue.trap.model.Everything;
import dev.openvenue.trap.model.Flat;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import retrofit2.http.GET;

/** What stands behind {@link MarketApi}: its operations as Retrofit needs them, and what the spec says of each. */
@Envelope(verdict = "code", success = "0", code = "code", message = "msg", data = "data")
interface MarketEndpoints {
    @OperationId("getBalances")
    @Signed
    @Retry(Safety.SAFE)
    @GET("/balances")
    VenueCall<Map<String, Amount>> getBalances();

    @OperationId("getEverything")
    @Signed
    @Retry(Safety.SAFE)
    @GET("/everything")
    VenueCall<Everything> getEverything();

    @OperationId("getFlat")
    @Signed
    @Retry(Safety.SAFE)
    @GET("/flat")
    VenueCall<Flat> getFlat();

    @OperationId("getFree")
    @Signed
    @Retry(Safety.SAFE)
    @GET("/free")
    VenueCall<Object> getFree();

    @OperationId("getServerTime")
    @Retry(Safety.SAFE)
    @GET("/time")
    VenueCall<Instant> getServerTime();

    @OperationId("getTexts")
    @Signed
    @Retry(Safety.SAFE)
    @GET("/texts")
    VenueCall<List<String>> getTexts();
}
