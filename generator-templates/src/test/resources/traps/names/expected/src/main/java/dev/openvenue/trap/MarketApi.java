package dev.openvenue.trap;

import dev.openvenue.core.VenueCall;
import dev.openvenue.trap.model.Names;
import dev.openvenue.trap.model.NamesRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the trap is about. */
public interface MarketApi {
    /**
     * Calls names.
     *
     * <p>Invented.
     *
     * <p>Requires a signed request. Safe to retry.
     *
     * @see <a href="https://venue.example/docs">Trap: API documentation</a>
     */
    VenueCall<Names> names(NamesRequest request);

    /** Calls names, with default parameters; see {@link #names(NamesRequest)}. */
    default VenueCall<Names> names(String classValue) {
        return names(NamesRequest.builder().classValue(classValue).build());
    }

    /**
     * Calls place.
     *
     * <p>Invented.
     *
     * <p>Requires a signed request. Retried only if the previous attempt certainly had no effect.
     *
     * @param request Like the name of the body; optional
     * @see <a href="https://venue.example/docs">Trap: API documentation</a>
     */
    VenueCall<Boolean> place(@Nullable String request, Names request2);

    /** Calls place, with default parameters; see {@link #place(String, Names)}. */
    default VenueCall<Boolean> place(Names request2) {
        return place(null, request2);
    }

    /**
     * The venue's clock.
     *
     * <p>Needs no key.
     *
     * <p>Requires no credentials. Safe to retry.
     *
     * @see <a href="https://venue.example/docs">Trap: API documentation</a>
     */
    VenueCall<Instant> time();
}
