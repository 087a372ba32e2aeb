package dev.openvenue.simulator;

import dev.openvenue.core.signing.Credentials;
import dev.openvenue.core.signing.SigningKey;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
    private final TestKeys inventedKeys;
    private final Map<SigningKey.Algorithm, TestKeys.Pair> invented = new EnumMap<>(SigningKey.Algorithm.class);

    private volatile boolean ofOtherApi;

    SimulatedAccount(
            Venue venue,
            KeyRing keyRing,
            int number,
            VenueBehavior habits,
            RequestPipeline pipeline,
            InstantSource clock,
            @Nullable Long seed) {
        this.venue = venue;
        this.keyRing = keyRing;
        this.number = number;
        this.inventedKeys = new TestKeys(seed, number);
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
        return pair(algorithm).credentials();
    }

    /**
     * The same key as {@link #credentials(SigningKey.Algorithm)}, to be copied into another program.
     *
     * @throws IllegalArgumentException if the venue takes no keys of this kind
     */
    public InventedKey inventedKey(SigningKey.Algorithm algorithm) {
        return pair(algorithm).invented();
    }

    /** The keys that were invented so far. */
    public List<InventedKey> inventedKeys() {
        synchronized (invented) {
            return invented.values().stream().map(TestKeys.Pair::invented).toList();
        }
    }

    private TestKeys.Pair pair(SigningKey.Algorithm algorithm) {
        if (!venue.algorithms().contains(algorithm)) {
            throw new IllegalArgumentException("The venue '" + venue.id() + "' takes no key of kind " + algorithm
                    + "; it takes " + venue.algorithms());
        }
        synchronized (invented) {
            return invented.computeIfAbsent(algorithm, this::invent);
        }
    }

    private TestKeys.Pair invent(SigningKey.Algorithm algorithm) {
        TestKeys.Pair pair = inventedKeys.create(algorithm, venue.apiKeyPrefix(), venue.asksForPassphrase());
        register(pair.account());
        return pair;
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

    /** 0 for the venue's first account; accounts that are opened count up. */
    public int number() {
        return number;
    }

    /** What the account has of each coin that the venue trades. */
    public List<SimulatedBalance> balances() {
        return orders.balances(Pair.coins(venue.symbols()));
    }

    void clear() {
        book.clear();
        completedActions.clear();
        deadMansSwitch.set(null, 0);
        ofOtherApi = false;
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
