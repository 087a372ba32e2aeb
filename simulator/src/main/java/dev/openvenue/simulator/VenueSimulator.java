package dev.openvenue.simulator;

import dev.openvenue.core.signing.Credentials;
import dev.openvenue.core.signing.SigningKey;
import dev.openvenue.simulator.explain.Explanation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * A venue on 127.0.0.1, for tests. Point a client at {@link #baseUrl()} with {@link #credentials()}, set up the book
 * with {@link #orders()}, inject faults with {@link #faults()}, and compare what the client reports with
 * {@link #orders()} and {@link #completedActions()}, which are the ground truth.
 *
 * <p>Thread-safe. Must be closed, because the server's threads keep the JVM alive.
 */
public final class VenueSimulator implements AutoCloseable {
    private final Venue venue;
    private final SimulatedClock clock;
    private final KeyRing keyRing = new KeyRing();
    private final VenueBehavior habits;
    private final RequestLimiter allowances = new RequestLimiter();
    private final RequestLog requests;
    private final Faults faults;
    private final Explanations explanations;
    private final RequestPipeline pipeline;
    private final List<SimulatedAccount> accounts = new CopyOnWriteArrayList<>();
    private final SimulatorServer server;

    VenueSimulator(SimulatorSetup setup) {
        this.venue = provider(setup.venueId);
        this.clock = new SimulatedClock(setup.clock);
        this.habits = new VenueBehavior(venue.firstOrderId());
        List<SimulatedOperation> operations = venue.operations();
        this.requests = new RequestLog(operations, allowances);
        Set<String> operationIds =
                operations.stream().map(SimulatedOperation::id).collect(Collectors.toUnmodifiableSet());
        this.faults = new Faults(operationIds::contains);
        UnservedOperations unserved = UnservedOperations.of(venue.id(), operationIds);
        this.explanations = new Explanations(new Explainer(venue, operations, unserved));
        this.pipeline = new RequestPipeline(
                venue, unserved, clock, keyRing, habits, allowances, requests, faults, explanations, setup);
        accounts.add(pipeline.firstAccount());
        this.server = new SimulatorServer(pipeline, setup);
    }

    /** The ids of the venues that can be simulated, sorted. */
    public static List<String> venues() {
        return VenueIndex.venues().stream().map(Venue::id).toList();
    }

    /**
     * Starts a venue with an empty book, on a free port, by the system's clock.
     *
     * @throws IllegalArgumentException if there is no such venue
     */
    public static VenueSimulator start(String venueId) {
        return start(venueId, InstantSource.system());
    }

    /**
     * Starts a venue with an empty book, on a free port, by the given clock.
     *
     * @throws IllegalArgumentException if there is no such venue
     */
    public static VenueSimulator start(String venueId, InstantSource clock) {
        return SimulatorSetup.of(venueId).clock(clock).start();
    }

    /**
     * Starts a venue over HTTP/2 without TLS; a client must know that beforehand ({@code Protocol.H2_PRIOR_KNOWLEDGE}
     * in OkHttp).
     *
     * @throws IllegalArgumentException if there is no such venue
     */
    public static VenueSimulator startHttp2(String venueId, InstantSource clock) {
        return SimulatorSetup.of(venueId)
                .clock(clock)
                .protocol(Protocol.H2_PRIOR_KNOWLEDGE)
                .start();
    }

    private static Venue provider(String venueId) {
        for (Venue venue : VenueIndex.venues()) {
            if (venue.id().equals(venueId)) {
                return venue;
            }
        }
        throw new IllegalArgumentException("There is no simulator for the venue '" + venueId + "'; there is one for "
                + String.join(", ", venues()) + ". Another one is a class that implements Venue");
    }

    /** The venue's id, {@code bitget}. */
    public String venueId() {
        return venue.id();
    }

    /** Where it listens, {@code http://127.0.0.1:40123}, without a trailing slash. */
    public String baseUrl() {
        return server.baseUrl();
    }

    /** Credentials with the venue's default kind of key, invented for this simulator. */
    public Credentials credentials() {
        return pipeline.firstAccount().credentials();
    }

    /**
     * Credentials with a given kind of key, invented for this simulator; the same each time.
     *
     * @throws IllegalArgumentException if the venue does not support keys of this kind
     */
    public Credentials credentials(SigningKey.Algorithm algorithm) {
        return pipeline.firstAccount().credentials(algorithm);
    }

    /** Registers a key of the test's own. */
    public void register(AccountKey key) {
        pipeline.firstAccount().register(key);
    }

    /**
     * Opens another account, with its own keys, orders and rate limits. The credentials, orders and completed actions
     * of this class are those of the first account, which always exists.
     */
    public SimulatedAccount openAccount() {
        synchronized (accounts) {
            SimulatedAccount opened = pipeline.account(accounts.size());
            accounts.add(opened);
            return opened;
        }
    }

    /** All accounts, by their numbers; the first always exists. */
    public List<SimulatedAccount> accounts() {
        return List.copyOf(accounts);
    }

    /**
     * Sets whether the first account may use only the venue's other API; see
     * {@link SimulatedAccount#ofOtherApi(boolean)}.
     *
     * @throws UnsupportedOperationException if every account of the venue may use this API
     */
    public void ofOtherApi(boolean other) {
        pipeline.firstAccount().ofOtherApi(other);
    }

    /** The book: the true state of every order. */
    public SimulatedOrders orders() {
        return pipeline.firstAccount().orders();
    }

    /** What the API calls actually did. */
    public CompletedActions completedActions() {
        return pipeline.firstAccount().completedActions();
    }

    /** The requests that arrived. */
    public RequestLog requests() {
        return requests;
    }

    /**
     * Why the request of this number was rejected, or which fault struck it; the header {@value Explanation#HEADER} of
     * its response and {@link RequestLog#all()} have the number. Empty if nothing was wrong, or if it was long ago: the
     * newest 10,000 explanations are kept, and fewer if the requests were large.
     */
    public Optional<Explanation> explain(long number) {
        return explanations.find(number);
    }

    /** The faults to inject. */
    public Faults faults() {
        return faults;
    }

    /** What the venue does all the time: late queries, short pages, unusual row orders. */
    public VenueBehavior habits() {
        return habits;
    }

    /** The time by the venue's clock. */
    public Instant now() {
        return clock.instant();
    }

    /**
     * Sets the skew of the venue's clock relative to the one that it was started with; a negative duration makes it run
     * behind.
     */
    public void skewClock(Duration by) {
        clock.skew(by);
    }

    /** The skew of the venue's clock. */
    public Duration clockSkew() {
        return clock.skew();
    }

    /**
     * Lets every request wait this long, in real time, before anything else happens to it; by default nothing waits.
     */
    public void latency(Duration each) {
        pipeline.latency(each);
    }

    /** How long every request waits. */
    public Duration latency() {
        return pipeline.latency();
    }

    /**
     * Empties the books of all accounts and forgets requests, faults, habits, skew and latency. Keys and accounts stay,
     * and so do the server's address and its connections.
     */
    public void reset() {
        faults.clear();
        clock.skew(Duration.ZERO);
        pipeline.latency(Duration.ZERO);
        allowances.reset();
        requests.clear();
        pipeline.settled(() -> {
            pipeline.forgetLate();
            habits.reset(venue.firstOrderId());
            accounts.forEach(SimulatedAccount::clear);
            return accounts;
        });
    }

    /** The ids of the operations that are served, in the order of the venue's spec. */
    public List<String> operations() {
        return venue.operations().stream().map(SimulatedOperation::id).toList();
    }

    /** The kinds of key that the venue takes; the first is the default. */
    public List<SigningKey.Algorithm> algorithms() {
        return venue.algorithms();
    }

    /**
     * Executes a request of a recorded session once more, as it was then: the signature, which is not recorded, counts
     * as that of an account, or as rejected. It goes through the faults, the limits and the book like any other.
     *
     * @param account the number of the account that signed, or 0
     * @param rejection why the signature was rejected; null if it was not
     */
    public SimulatedResponse replay(VenueRequest request, int account, @Nullable VenueRejection rejection)
            throws InterruptedException {
        return pipeline.replay(request, new RequestPipeline.RecordedVerdict(accounts.get(account), rejection));
    }

    /** Rejects requests beyond the documented limits, or (the default) only counts them. */
    public void enforceLimits(boolean on) {
        allowances.enforce(on);
    }

    /** Whether requests beyond the documented limits are rejected. */
    public boolean enforcesLimits() {
        return allowances.enforces();
    }

    /**
     * Verifies signatures over percent-encoded parameters instead of plain ones, where the venue's own documents and
     * demos contradict each other on that, as XT's do.
     *
     * @throws UnsupportedOperationException if the venue's documents are unambiguous
     */
    public void verifyEncodedParameters(boolean encoded) {
        venue.verifyEncodedParameters(encoded);
    }

    /**
     * Delays the effect of an accepted cancel until query operations have shown the order the given number of times; 0,
     * the default, means at once. Until then the order can still be filled.
     */
    public void cancelLatency(int queries) {
        if (queries < 0) {
            throw new IllegalArgumentException("The cancel latency is " + queries + " queries; it cannot be below 0");
        }
        habits.cancelLatency(queries);
    }

    /**
     * Sets whether orders that are placed through the API are filled at once, as on a market with a counterparty; off
     * by default.
     */
    public void fillsAtOnce(boolean fills) {
        habits.fillsAtOnce(fills);
    }

    /** Whether orders that are placed through the API are filled at once. */
    public boolean fillsAtOnce() {
        return habits.fillsAtOnce();
    }

    /** The demo symbol. */
    public String symbol() {
        return venue.symbols().get(0);
    }

    /** The symbols that the venue trades; the first is the demo symbol. */
    public List<String> symbols() {
        return venue.symbols();
    }

    /** How to place the n-th demo order through the API, at a price far from any real market. */
    public SampleOrder sampleOrder(int n) {
        return venue.sampleOrder(n);
    }

    /** How to place the demo orders {@code from} to {@code from + count - 1} in one call. */
    public SampleOrder sampleBatch(int from, int count) {
        return venue.sampleBatch(from, count);
    }

    /** How to place the n-th order of each kind that rests beside plain orders; empty if there is no other kind. */
    public List<SampleOrder> sampleOrdersOfOtherKinds(int n) {
        return venue.sampleOrdersOfOtherKinds(n);
    }

    /** Stops the server and closes its connections; waiting requests are abandoned. */
    @Override
    public void close() {
        server.close();
    }

    /** The venue and its address, without credentials. */
    @Override
    public String toString() {
        return "VenueSimulator[" + venue.id() + " at " + baseUrl() + "]";
    }
}
