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

/** What the trap is about. */
@Envelope(verdict = "code", success = "0", code = "code", message = "msg", data = "data")
public interface MarketApi {
    /**
     * Calls balances.
     *
     * <p>Invented.
     *
     * <p>Signed. Safe to repeat.
     *
     * @see <a href="https://venue.example/docs">Source</a>
     */
    @OperationId("balances")
    @Signed
    @Retry(Safety.SAFE)
    @GET("/balances")
    VenueCall<Map<String, Amount>> balances();

    /**
     * Calls everything.
     *
     * <p>Invented.
     *
     * <p>Signed. Safe to repeat.
     *
     * @see <a href="https://venue.example/docs">Source</a>
     */
    @OperationId("everything")
    @Signed
    @Retry(Safety.SAFE)
    @GET("/everything")
    VenueCall<Everything> everything();

    /**
     * Calls flat.
     *
     * <p>Invented.
     *
     * <p>Signed. Safe to repeat.
     *
     * @see <a href="https://venue.example/docs">Source</a>
     */
    @OperationId("flat")
    @Signed
    @Retry(Safety.SAFE)
    @GET("/flat")
    VenueCall<Flat> flat();

    /**
     * Calls free.
     *
     * <p>Invented.
     *
     * <p>Signed. Safe to repeat.
     *
     * @see <a href="https://venue.example/docs">Source</a>
     */
    @OperationId("free")
    @Signed
    @Retry(Safety.SAFE)
    @GET("/free")
    VenueCall<Object> free();

    /**
     * Calls texts.
     *
     * <p>Invented.
     *
     * <p>Signed. Safe to repeat.
     *
     * @see <a href="https://venue.example/docs">Source</a>
     */
    @OperationId("texts")
    @Signed
    @Retry(Safety.SAFE)
    @GET("/texts")
    VenueCall<List<String>> texts();

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
