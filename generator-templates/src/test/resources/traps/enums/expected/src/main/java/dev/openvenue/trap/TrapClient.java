package dev.openvenue.trap;

import dev.openvenue.core.VenueClient;
import dev.openvenue.core.VenueClientBuilder;
import dev.openvenue.core.VenueRuntime;
import dev.openvenue.core.codegen.VenueDescription;
import dev.openvenue.core.signing.HtxSigner;
import dev.openvenue.trap.model.TrapJson;
import java.util.List;

/** The client of Trap: {@code TrapClient.builder()} starts one. It may be shared by threads. */
public final class TrapClient extends VenueClient {
    static final VenueDescription DESCRIPTION = new VenueDescription(
            "trap",
            "Trap",
            "https://venue.example",
            new HtxSigner(),
            TrapErrors.CATALOGUE,
            TrapJson.FACTORY,
            List.of(MarketApi.class),
            "getServerTime",
            List.of(),
            null,
            null);

    private final MarketApi market;

    private TrapClient(VenueRuntime runtime) {
        super(runtime);
        this.market = runtime.api(MarketApi.class);
    }

    /** Starts a client of Trap. */
    public static VenueClientBuilder<TrapClient> builder() {
        return VenueClientBuilder.of(DESCRIPTION, TrapClient::new);
    }

    /** What the trap is about. */
    public MarketApi market() {
        return market;
    }
}
