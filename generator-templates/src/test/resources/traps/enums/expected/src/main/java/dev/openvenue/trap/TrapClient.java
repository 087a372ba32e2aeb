package dev.openvenue.trap;

import dev.openvenue.core.VenueClient;
import dev.openvenue.core.VenueClientBuilder;
import dev.openvenue.core.VenueRuntime;
import dev.openvenue.core.codegen.VenueDescription;
import dev.openvenue.core.signing.HtxSigner;
import dev.openvenue.trap.model.TrapJson;

/** The client of Trap: {@code TrapClient.builder()} starts one. It may be shared by threads. */
public final class TrapClient extends VenueClient {
    static final VenueDescription DESCRIPTION = VenueDescription.builder("trap", "Trap")
            .baseUrl("https://venue.example")
            .signer(new HtxSigner())
            .errors(TrapErrors.CATALOGUE)
            .json(TrapJson.FACTORY)
            .apis(MarketEndpoints.class)
            .serverTime("getServerTime")
            .build();

    private final VenueRuntime runtime;

    private TrapClient(VenueRuntime runtime) {
        super(runtime);
        this.runtime = runtime;
    }

    /** Starts a client of Trap. */
    public static VenueClientBuilder<TrapClient> builder() {
        return VenueClientBuilder.of(DESCRIPTION, TrapClient::new);
    }

    /** What the trap is about. */
    public MarketApi market() {
        return new MarketCalls(runtime.api(MarketEndpoints.class));
    }
}
