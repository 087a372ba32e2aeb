package dev.openvenue.core.limit;

import dev.openvenue.core.error.NotSentException;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Client-side rate limiting: keeps calls within the venue's rate limits. Every attempt takes a permit of each limit
 * that the spec states for its operation and for the venue as a whole; a call whose permit would come after its
 * deadline fails at once with a {@link NotSentException} that says when it would have come.
 *
 * <ul>
 *   <li>No window of a limit's period ever holds more requests than the limit; at least 90 % of it can be used (less
 *       where a shared store is far away).
 *   <li>A fifth of every limit that cancels share with other operations is reserved for cancels, and cancels overtake
 *       waiting calls.
 *   <li>Rejections for too many requests are honoured: afterwards, nothing that counts against the operation's limit
 *       (or, if it has none of its own, the venue's) is sent for as long as the venue asks, at most five minutes; if it
 *       does not say, for one second, then two, then four.
 * </ul>
 *
 * <p>Only requests that this process sent since its start are counted. The last requests of the process before it,
 * other processes without a shared count, and other keys of the same account without {@link #account} are not counted.
 *
 * <p>By default all clients of this process share one count: {@link #inMemory()}. Several hosts that use one account
 * need a store that they share. Any {@link ProxyManager} of Bucket4j will do; with Redis, through Lettuce:
 *
 * <pre>{@code
 * RedisClient redis = RedisClient.create("redis://10.0.0.5");
 * ProxyManager<String> store = Bucket4jLettuce
 *         .casBasedBuilder(redis.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE)))
 *         .expirationAfterWrite(
 *                 ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
 *         .build();
 * RateLimits limits = RateLimits.shared(store, "trading", OnFailure.FAIL_OPEN).account("main");
 * BitgetClient client = BitgetClient.builder().credentials(credentials).rateLimits(limits).build();
 * }</pre>
 *
 * <p>It needs {@code com.bucket4j:bucket4j_jdk17-lettuce} and {@code io.lettuce:lettuce-core} in addition to this
 * library. The store holds counts only: accounts, keys and addresses are hashed. The hosts' clocks should agree within
 * a few milliseconds, since Bucket4j refills by the clock of the requesting host.
 *
 * <p>A call requests all its permits at once, which takes two round trips to the store, or five if a bucket is new
 * there. If they take longer than a twentieth of a limit's period, the excess is added to the period, for all hosts
 * that share the count, for no host may exceed the limit because another one's requests are in transit for longer. A
 * store that needs more than four fifths of the period, measured with a margin of a quarter, is too slow for that limit
 * and counts as one that does not respond.
 */
public final class RateLimits {
    private static final int RESERVE_PERCENT = 20;
    private static final LimitRegistry PROCESS = LimitRegistry.local(LimitTime.system());
    private static final RateLimits IN_MEMORY = new RateLimits(PROCESS, true, null, null, RESERVE_PERCENT, Map.of());
    private static final RateLimits NONE = new RateLimits(PROCESS, false, null, null, RESERVE_PERCENT, Map.of());

    private final LimitRegistry book;
    private final boolean limited;
    private final @Nullable String account;
    private final @Nullable String address;
    private final int reservePercent;
    private final Map<String, LimitPlan.Figure> figures;

    private RateLimits(
            LimitRegistry book,
            boolean limited,
            @Nullable String account,
            @Nullable String address,
            int reservePercent,
            Map<String, LimitPlan.Figure> figures) {
        this.book = book;
        this.limited = limited;
        this.account = account;
        this.address = address;
        this.reservePercent = reservePercent;
        this.figures = figures;
    }

    /** What to do if the shared store does not respond, or too slowly. */
    public enum OnFailure {
        /**
         * Continue with limits of the same size that this process counts alone, and log a warning once a minute.
         * Several hosts may then exceed the venue's limit together; its rejections are honoured as always. Cancels get
         * through.
         */
        FAIL_OPEN,
        /**
         * Send nothing: calls fail with {@link NotSentException}, <em>including cancels</em>, until the store responds
         * again.
         */
        FAIL_CLOSED
    }

    /** One count for all clients of this process. */
    public static RateLimits inMemory() {
        return IN_MEMORY;
    }

    /** One count with the given source of time. */
    static RateLimits inMemory(LimitTime time) {
        return new RateLimits(LimitRegistry.local(time), true, null, null, RESERVE_PERCENT, Map.of());
    }

    /**
     * One count for all hosts that use the same store and namespace.
     *
     * @param store any proxy manager of Bucket4j
     * @param namespace the prefix of every key, so that the store may hold other data too
     * @param onFailure what to do if the store does not respond within a second
     */
    public static RateLimits shared(ProxyManager<String> store, String namespace, OnFailure onFailure) {
        return shared(store, namespace, onFailure, LimitTime.system());
    }

    /** One shared count with the given source of time. */
    static RateLimits shared(ProxyManager<String> store, String namespace, OnFailure onFailure, LimitTime time) {
        if (namespace.isBlank()) {
            throw new IllegalArgumentException(
                    "The namespace is blank; name what shares these limits, such as trading");
        }
        Objects.requireNonNull(store, "store");
        Objects.requireNonNull(onFailure, "onFailure");
        return new RateLimits(
                LimitRegistry.shared(store, namespace, onFailure, time), true, null, null, RESERVE_PERCENT, Map.of());
    }

    /** Disables client-side rate limiting, for callers that enforce the limits elsewhere. */
    public static RateLimits none() {
        return NONE;
    }

    /**
     * The same count, for clients of the given account. Required if several API keys belong to one account, because the
     * venue counts their requests together; without it each key counts as an account of its own.
     *
     * @param account any name, the same wherever the account is used
     */
    public RateLimits account(String account) {
        return new RateLimits(book, limited, requireText(account, "account"), address, reservePercent, figures);
    }

    /**
     * The same count, for clients whose requests are sent from the given IP address. Without it all hosts that share a
     * count are assumed to share one address, which is the cautious assumption.
     *
     * @param address the address, or any name for it
     */
    public RateLimits address(String address) {
        return new RateLimits(book, limited, account, requireText(address, "address"), reservePercent, figures);
    }

    /**
     * How much of each limit is reserved for cancels, where they share one with other operations: 20 % by default, and
     * never less than one permit, unless it is 0 or the limit is a single permit.
     */
    public RateLimits reservedForCancels(int percent) {
        if (percent < 0 || percent > 90) {
            throw new IllegalArgumentException("The share kept for cancels is " + percent
                    + " %; it must be from 0 to 90, since the rest must live too");
        }
        return new RateLimits(book, limited, account, address, percent, figures);
    }

    /**
     * The same count with a figure of one's own in place of the spec's, for accounts to which the venue grants more
     * (VIP tiers) or less. A client of a venue that has no such limit cannot be built.
     *
     * @param name what the limit is about: an operation, a group of the spec ({@code x-rate-limit}), or
     *     {@link Quota#EVERYTHING} for the limit that all operations share
     * @param permits how many requests any period may hold
     */
    public RateLimits limit(String name, int permits, Duration period) {
        if (permits < 1 || period.isNegative() || period.isZero() || period.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("The limit of " + name + " is " + permits + " per " + period
                    + "; it must be at least one request per a period of at most a day");
        }
        Map<String, LimitPlan.Figure> more = new HashMap<>(figures);
        more.put(name, new LimitPlan.Figure(permits, period));
        return new RateLimits(book, limited, account, address, reservePercent, Map.copyOf(more));
    }

    /** The figures that replace the spec's. */
    Map<String, LimitPlan.Figure> figures() {
        return figures;
    }

    /** The registry that holds the counts. */
    LimitRegistry book() {
        return book;
    }

    /** Whether rate limiting is enabled. */
    boolean isLimited() {
        return limited;
    }

    /** The name of the account; null for one per key. */
    @Nullable
    String account() {
        return account;
    }

    /** The name of the address; null for one that all hosts share. */
    @Nullable
    String address() {
        return address;
    }

    int reservePercent() {
        return reservePercent;
    }

    private static String requireText(String value, String what) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(
                    "The " + what + " is blank; give any name, the same wherever it is used");
        }
        return value;
    }
}
