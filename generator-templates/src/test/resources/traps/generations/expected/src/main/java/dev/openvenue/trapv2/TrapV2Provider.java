package dev.openvenue.trapv2;

import dev.openvenue.core.VenueClient;
import dev.openvenue.core.VenueClientBuilder;
import dev.openvenue.core.VenueProvider;

/** Lets tools find Trap v2 on the class path. */
public final class TrapV2Provider implements VenueProvider {
    /** Called by {@link java.util.ServiceLoader}. */
    public TrapV2Provider() {}

    @Override
    public String id() {
        return "trap-v2";
    }

    @Override
    public String family() {
        return "trap";
    }

    @Override
    public VenueClientBuilder<? extends VenueClient> builder() {
        return TrapV2Client.builder();
    }
}
