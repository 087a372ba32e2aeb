package dev.openvenue.core;

import dev.openvenue.core.codegen.VenueDescription;
import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.signing.SignedRequest;

/**
 * What the clients of all venues have in common; the generated clients add an accessor for each of their interfaces.
 */
public abstract class VenueClient implements AutoCloseable {
    private final VenueRuntime runtime;

    /** For generated clients. */
    protected VenueClient(VenueRuntime runtime) {
        this.runtime = runtime;
    }

    /** The venue's id, {@code bitget}. */
    public final String venueId() {
        return runtime.description().id();
    }

    /** The venue's name, {@code Bitget}. */
    public final String venueName() {
        return runtime.description().name();
    }

    /** Calls by operation id, for tools that serve every venue. */
    public final Operations operations() {
        return runtime.operations();
    }

    /** What the venue's spec says beside its operations, for tools that serve every venue. */
    public final VenueDescription description() {
        return runtime.description();
    }

    /**
     * Signs a call as it would be signed if it were made now, for tools that show signatures. Nothing is sent.
     *
     * @throws IllegalArgumentException if the call is not one of this client's, or its operation is public
     * @throws NotSentException if an argument breaks the spec, or the credentials cannot sign
     */
    public final SignedRequest sign(VenueCall<?> call) {
        return runtime.sign(call);
    }

    /** The clock that signed requests state. */
    public final VenueClock clock() {
        return runtime.clock();
    }

    /**
     * Ends the client's work: every later call fails at once with {@link NotSentException}, and so do calls that wait
     * for a permit or pause before a retry. A request that is on its way comes to its end, at its deadline at the
     * latest; running batch cancels end with their reports. Then no thread and no connection stays. An OkHttpClient
     * that the user gave stays open, and so do the connections in its pool.
     */
    @Override
    public final void close() {
        runtime.close();
    }
}
