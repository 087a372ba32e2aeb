package dev.openvenue.simulator;

import dev.openvenue.core.signing.Credentials;
import dev.openvenue.core.signing.SigningKey;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;

/**
 * One account of a simulated venue: its keys, its orders, its rate limits. The orders of one account are unknown to all
 * others.
 */
public final class SimulatedAccount {
    private final Venue venue;
    private final KeyRing keyRing;
    private final int number;
    private final Book book;
    private final SimulatedOrders orders;
    private final CompletedActions completedActions;
    private final DeadMansSwitch deadMansSwitch;
    private final TestKeys inventedKeys = new TestKeys();
    private final Map<SigningKey.Algorithm, Credentials> invented = new EnumMap<>(SigningKey.Algorithm.class);

    private volatile boolean ofOtherApi;

    SimulatedAccount(
            Venue venue,
            KeyRing keyRing,
            int number,
            VenueBehavior habits,
            RequestPipeline pipeline,
            InstantSource clock) {
        this.venue = venue;
        this.keyRing = keyRing;
        this.number = number;
        this.book = new Book(habits);
        this.orders = new SimulatedOrders(pipeline, clock, book);
        this.completedActions = new CompletedActions(pipeline);
        this.deadMansSwitch = new DeadMansSwitch(book, completedActions);
        pipeline.watch(deadMansSwitch);
    }

    /** Credentials of the venue's usual kind, invented for this account. */
    public Credentials credentials() {
        return credentials(venue.algorithms().get(0));
    }

    /**
     * Credentials of one kind, invented for this account; the same each time.
     *
     * @throws IllegalArgumentException if the venue takes no keys of this kind
     */
    public Credentials credentials(SigningKey.Algorithm algorithm) {
        if (!venue.algorithms().contains(algorithm)) {
            throw new IllegalArgumentException("The venue '" + venue.id() + "' takes no key of kind " + algorithm
                    + "; it takes " + venue.algorithms());
        }
        synchronized (invented) {
            return invented.computeIfAbsent(algorithm, this::invent);
        }
    }

    private Credentials invent(SigningKey.Algorithm algorithm) {
        TestKeys.Pair pair = inventedKeys.create(algorithm, venue.apiKeyPrefix(), venue.asksForPassphrase());
        register(pair.account());
        return pair.credentials();
    }

    /** Registers a key of the test's own; a key that belongs to another account moves to this one. */
    public void register(AccountKey key) {
        keyRing.add(key, this);
    }

    /** The book: what is true of every order of this account. */
    public SimulatedOrders orders() {
        return orders;
    }

    /** What the API calls with this account's keys actually did. */
    public CompletedActions completedActions() {
        return completedActions;
    }

    /**
     * Sets whether the account may use only the venue's other API, so that this one rejects its calls: at Bitget's
     * version 2 an account that was upgraded to the unified account, at version 3 one that was not; off by default.
     *
     * @throws UnsupportedOperationException if every account of the venue may use this API
     */
    public void ofOtherApi(boolean other) {
        if (!venue.hasOtherApi()) {
            throw new UnsupportedOperationException("Every account of the venue '" + venue.id() + "' may use this API");
        }
        ofOtherApi = other;
    }

    boolean isOfOtherApi() {
        return ofOtherApi;
    }

    DeadMansSwitch deadMansSwitch() {
        return deadMansSwitch;
    }

    /** 0 for the venue's first account. */
    int number() {
        return number;
    }

    Book book() {
        return book;
    }

    /** The venue and the number of the account, without credentials. */
    @Override
    public String toString() {
        return "SimulatedAccount[" + venue.id() + " " + number + "]";
    }
}
