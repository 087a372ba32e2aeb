package dev.openvenue.core;

/** A client as the generator would make it. */
final class LimitedClient extends VenueClient {
    private final LimitedApi api;

    private LimitedClient(VenueRuntime runtime) {
        super(runtime);
        this.api = runtime.api(LimitedApi.class);
    }

    static VenueClientBuilder<LimitedClient> builder() {
        return VenueClientBuilder.of(LimitedApi.DESCRIPTION, LimitedClient::new);
    }

    LimitedApi api() {
        return api;
    }
}
