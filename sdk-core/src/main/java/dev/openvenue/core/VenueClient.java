package dev.openvenue.core;

import dev.openvenue.core.codegen.VenueDescription;
import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.signing.SignedRequest;

/** The base class of every venue's client; the generated clients add an accessor for each of their interfaces. */
public abstract class VenueClient implements AutoCloseable {
    private final VenueRuntime runtime;

    /** For generated clients. */
    protected VenueClient(VenueRuntime runtime) {
        this.runtime = runtime;
    }

    /** The version of this SDK, {@code 1.2.0}. */
    public static String sdkVersion() {
        return UserAgent.VERSION;
    }

    /** The venue's id, {@code bitget}. */
    public final String venueId() {
        return runtime.description().id();
    }

    /** The venue's name, {@code Bitget}. */
    public final String venueName() {
        return runtime.description().name();
    }

    /** Calls by operation id, for venue-independent tools. */
    public final Operations operations() {
        return runtime.operations();
    }

    /** What the venue's spec says apart from its operations, for venue-independent tools. */
    public final VenueDescription description() {
        return runtime.description();
    }

    /**
     * Signs a call as if it were made now, for tools that show signatures. Nothing is sent.
     *
     * @throws IllegalArgumentException if the call belongs to another client, or its operation is public
     * @throws NotSentException if an argument breaks the spec, or the credentials cannot sign
     */
    public final SignedRequest sign(VenueCall<?> call) {
        return runtime.sign(call);
    }

    /** The clock that signed requests use. */
    public final VenueClock clock() {
        return runtime.clock();
    }

    /** The class and the base URL, {@code BitgetClient[https://api.bitget.com]}. */
    @Override
    public final String toString() {
        return getClass().getSimpleName() + "[" + context().config().origin() + "]";
    }

    /** What the client's calls share. */
    ClientContext context() {
        return runtime.context();
    }

    /**
     * Runs an action once when the client is closed, on the thread that closes it; at once if it is closed already. The
     * action must be short and must not throw.
     *
     * @return withdraws the action
     */
    public final Runnable onClose(Runnable action) {
        return runtime.onClose(action);
    }

    /**
     * Closes the client: every later call fails at once with {@link NotSentException}, and so does a call that waits
     * for a permit or pauses before a retry. A request that is on the wire completes, at its deadline at the latest;
     * running batch cancels end with their reports. After that, no thread and no connection remains. An OkHttpClient
     * that the user supplied stays open, and so do the connections in its pool.
     */
    @Override
    public final void close() {
        runtime.close();
    }
}
