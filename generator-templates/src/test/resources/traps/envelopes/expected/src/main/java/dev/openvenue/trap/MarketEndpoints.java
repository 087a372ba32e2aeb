package dev.openvenue.trap;

import dev.openvenue.core.VenueCall;
import dev.openvenue.core.annotation.Envelope;
import dev.openvenue.core.annotation.OperationId;
import dev.openvenue.core.annotation.Retry;
import dev.openvenue.core.annotation.Retry.Safety;
import dev.openvenue.core.annotation.Signed;
import dev.openvenue.trap.model.Tick;
import dev.openvenue.trap.model.WholeResponse;
import java.time.Instant;
import java.util.List;
import retrofit2.http.GET;
import retrofit2.http.POST;

/** What stands behind {@link MarketApi}: its operations as Retrofit needs them, and what the spec says of each. */
@Envelope(verdict = "code", success = "0", code = "code", message = "msg", data = "data")
interface MarketEndpoints {
    @OperationId("getBare")
    @Signed
    @Retry(Safety.SAFE)
    @Envelope(verdict = "code", success = "0", code = "code", message = "msg", data = ".")
    @GET("/bare")
    VenueCall<List<Tick>> getBare();

    @OperationId("getNothing")
    @Signed
    @Retry(Safety.UNSAFE)
    @POST("/nothing")
    VenueCall<Void> getNothing();

    @OperationId("getOther")
    @Signed
    @Retry(Safety.SAFE)
    @Envelope(
            verdict = "status",
            success = {"ok", "tr\"ue"},
            code = {"err-code", "code"},
            message = {"err-msg", "msg"},
            data = "data")
    @GET("/other")
    VenueCall<Boolean> getOther();

    @OperationId("getServerTime")
    @Retry(Safety.SAFE)
    @GET("/time")
    VenueCall<Instant> getServerTime();

    @OperationId("getTick")
    @Signed
    @Retry(Safety.SAFE)
    @Envelope(verdict = "code", success = "0", code = "code", message = "msg", data = "tick", time = "ts", trace = "id")
    @GET("/tick")
    VenueCall<Tick> getTick();

    @OperationId("getWhole")
    @Signed
    @Retry(Safety.SAFE)
    @Envelope(verdict = "code", success = "0", code = "code", message = "msg", data = ".")
    @GET("/whole")
    VenueCall<WholeResponse> getWhole();
}
