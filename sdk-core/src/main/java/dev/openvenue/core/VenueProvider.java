package dev.openvenue.core;

/** Finds the venues on the class path through {@link java.util.ServiceLoader}; each generated module provides one. */
public interface VenueProvider {
    /** The venue's id, {@code bitget}. */
    String id();

    /** Starts a client. */
    VenueClientBuilder<? extends VenueClient> builder();
}
