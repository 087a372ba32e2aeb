package dev.openvenue.trap;

import dev.openvenue.core.VenueCall;
import dev.openvenue.core.annotation.Envelope;
import dev.openvenue.core.annotation.OperationId;
import dev.openvenue.core.annotation.Retry;
import dev.openvenue.core.annotation.Retry.Safety;
import dev.openvenue.core.annotation.Signed;
import dev.openvenue.trap.model.Tick;
import dev.openvenue.trap.model.WholeAnswer;
import java.time.Instant;
import java.util.List;
import retrofit2.http.GET;
import retrofit2.http.POST;

/** What the trap is about. */
@Envelope(verdict = "code", success = "0", code = "code", message = "msg", data = "data")
public interface MarketApi {
    /**
     * Gets bare.
     *
     * <p>Invented.
     *
     * <p>Signed. Safe to repeat.
     *
     * @see <a href="https://venue.example/docs">Source</a>
     */
    @OperationId("getBare")
    @Signed
    @Retry(Safety.SAFE)
    @Envelope(verdict = "code", success = "0", code = "code", message = "msg", data = ".")
    @GET("/bare")
    VenueCall<List<Tick>> getBare();

    /**
     * Gets nothing.
     *
     * <p>Invented.
     *
     * <p>Signed. Never retried unless it is certain that nothing was executed.
     *
     * @see <a href="https://venue.example/docs">Source</a>
     */
    @OperationId("getNothing")
    @Signed
    @Retry(Safety.UNSAFE)
    @POST("/nothing")
    VenueCall<Void> getNothing();

    /**
     * Gets other.
     *
     * <p>Invented.
     *
     * <p>Signed. Safe to repeat.
     *
     * @see <a href="https://venue.example/docs">Source</a>
     */
    @OperationId("getOther")
    @Signed
    @Retry(Safety.SAFE)
    @Envelope(
            verdict = "status", success = {"ok", "tr\"ue"}, code = {"err-code", "code"},
            message = {"err-msg", "msg"}, data = "data")
    @GET("/other")
    VenueCall<Boolean> getOther();

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
     * Gets tick.
     *
     * <p>Invented.
     *
     * <p>Signed. Safe to repeat.
     *
     * @see <a href="https://venue.example/docs">Source</a>
     */
    @OperationId("getTick")
    @Signed
    @Retry(Safety.SAFE)
    @Envelope(
            verdict = "code", success = "0", code = "code", message = "msg", data = "tick", time = "ts", trace = "id")
    @GET("/tick")
    VenueCall<Tick> getTick();

    /**
     * Gets whole.
     *
     * <p>Invented.
     *
     * <p>Signed. Safe to repeat.
     *
     * @see <a href="https://venue.example/docs">Source</a>
     */
    @OperationId("getWhole")
    @Signed
    @Retry(Safety.SAFE)
    @Envelope(verdict = "code", success = "0", code = "code", message = "msg", data = ".")
    @GET("/whole")
    VenueCall<WholeAnswer> getWhole();
}
