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
     * Gets balances.
     *
     * <p>Invented.
     *
     * <p>Signed. Safe to repeat.
     *
     * @see <a href="https://venue.example/docs">Source</a>
     */
    @OperationId("getBalances")
    @Signed
    @Retry(Safety.SAFE)
    @GET("/balances")
    VenueCall<Map<String, Amount>> getBalances();

    /**
     * Gets everything.
     *
     * <p>Invented.
     *
     * <p>Signed. Safe to repeat.
     *
     * @see <a href="https://venue.example/docs">Source</a>
     */
    @OperationId("getEverything")
    @Signed
    @Retry(Safety.SAFE)
    @GET("/everything")
    VenueCall<Everything> getEverything();

    /**
     * Gets flat.
     *
     * <p>Invented.
     *
     * <p>Signed. Safe to repeat.
     *
     * @see <a href="https://venue.example/docs">Source</a>
     */
    @OperationId("getFlat")
    @Signed
    @Retry(Safety.SAFE)
    @GET("/flat")
    VenueCall<Flat> getFlat();

    /**
     * Gets free.
     *
     * <p>Invented.
     *
     * <p>Signed. Safe to repeat.
     *
     * @see <a href="https://venue.example/docs">Source</a>
     */
    @OperationId("getFree")
    @Signed
    @Retry(Safety.SAFE)
    @GET("/free")
    VenueCall<Object> getFree();

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
     * Gets texts.
     *
     * <p>Invented.
     *
     * <p>Signed. Safe to repeat.
     *
     * @see <a href="https://venue.example/docs">Source</a>
     */
    @OperationId("getTexts")
    @Signed
    @Retry(Safety.SAFE)
    @GET("/texts")
    VenueCall<List<String>> getTexts();
}
