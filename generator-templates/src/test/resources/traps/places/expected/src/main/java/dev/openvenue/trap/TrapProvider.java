package dev.openvenue.trap;

import dev.openvenue.core.VenueClient;
import dev.openvenue.core.VenueClientBuilder;
import dev.openvenue.core.VenueProvider;

/** Lets tools find Trap on the class path. */
public final class TrapProvider implements VenueProvider {
    /** Called by {@link java.util.ServiceLoader}. */
    public TrapProvider() {}

    @Override
    public String id() {
        return "trap";
    }

    @Override
    public VenueClientBuilder<? extends VenueClient> builder() {
        return TrapClient.builder();
    }
}
