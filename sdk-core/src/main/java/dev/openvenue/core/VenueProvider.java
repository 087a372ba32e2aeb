package dev.openvenue.core;

/** Makes a venue on the class path available to {@link java.util.ServiceLoader}; each generated module provides one. */
public interface VenueProvider {
    /** The venue's id, {@code bitget}. */
    String id();

    /** What this API has in common with others of the same venue, such as its credentials; the id if it is alone. */
    default String family() {
        return id();
    }

    /** Returns a builder of the venue's client. */
    VenueClientBuilder<? extends VenueClient> builder();
}
