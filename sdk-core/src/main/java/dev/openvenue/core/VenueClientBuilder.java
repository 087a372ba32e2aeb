package dev.openvenue.core;

import dev.openvenue.core.codegen.VenueDescription;
import dev.openvenue.core.error.MalformedResponseException;
import dev.openvenue.core.limit.RateLimits;
import dev.openvenue.core.signing.Credentials;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Builds the client of one venue. Everything has a default: a client without credentials makes public calls, and one
 * without a base URL talks to production.
 *
 * @param <C> the generated client
 */
public final class VenueClientBuilder<C extends VenueClient> {
    private final VenueDescription description;
    private final Function<VenueRuntime, C> constructor;
    private HttpUrl baseUrl;
    private @Nullable Credentials credentials;
    private @Nullable OkHttpClient httpClient;
    private Duration timeout = Duration.ofSeconds(10);
    private RetryPolicy retryPolicy = RetryPolicy.DEFAULT;
    private RateLimits rateLimits = RateLimits.inMemory();
    private InstantSource clock = Clock.systemUTC();
    private Sleeper sleeper = Sleeper.REAL;
    private DoubleSupplier jitter = () -> ThreadLocalRandom.current().nextDouble();
    private LongSupplier nanoTime = System::nanoTime;
    private DeadlineTimer deadlineTimer = DeadlineTimer.REAL;
    private long maxResponseBytes = 64L << 20;
    private Duration pingInterval = Duration.ofSeconds(2);

    private VenueClientBuilder(VenueDescription description, Function<VenueRuntime, C> constructor) {
        this.description = description;
        this.constructor = constructor;
        this.baseUrl = BaseUrl.parse(description.baseUrl());
    }

    /** For generated clients; application code starts with the client's own {@code builder()}. */
    public static <C extends VenueClient> VenueClientBuilder<C> of(
            VenueDescription description, Function<VenueRuntime, C> constructor) {
        return new VenueClientBuilder<>(description, constructor);
    }

    /** Who calls. Without credentials only public operations work. */
    public VenueClientBuilder<C> credentials(Credentials credentials) {
        this.credentials = credentials;
        return this;
    }

    /**
     * Where the venue is, if not in production: scheme and host, perhaps a port.
     *
     * @throws IllegalArgumentException if the URL has a path or a query, or is plain http to another machine
     */
    public VenueClientBuilder<C> baseUrl(String baseUrl) {
        return baseUrl(BaseUrl.parse(baseUrl));
    }

    /** Like {@link #baseUrl(String)}. */
    public VenueClientBuilder<C> baseUrl(HttpUrl baseUrl) {
        this.baseUrl = BaseUrl.check(baseUrl);
        return this;
    }

    /**
     * An OkHttp client with the caller's own proxy, listeners, metrics or certificates. Its connection pool is shared
     * and stays open after {@link VenueClient#close()}. Its interceptors run once per call, around ours; they see
     * requests before they are signed, and responses that lead to no signed request. Its network interceptors and event
     * listeners see signed requests, so they must not log headers or queries.
     *
     * <p>Calls run on threads of the venue's client, also those that are waited for, so that they end at their deadline
     * whatever an interceptor does; the dispatcher's executor and its limits do not apply. What belongs to the calling
     * thread, such as a tracing context, does not reach the interceptors by itself.
     *
     * <p>What would send a request twice or answer it from memory is switched off: redirects, OkHttp's own repeats, the
     * authenticator and the cache. The {@link #timeout} replaces the call timeout; read, write and connect timeouts
     * stay, and end an attempt if they are shorter. Without a ping interval of its own, HTTP/2 connections are asked
     * every 2 s whether they live.
     *
     * <p>Over HTTP/1.1, what came before its request is not taken for the response to it. Connections through a SOCKS
     * proxy or from a socket factory of the caller's own are not watched for that.
     */
    public VenueClientBuilder<C> httpClient(OkHttpClient httpClient) {
        this.httpClient = httpClient;
        return this;
    }

    /**
     * How long a call may take in all, repeats and pauses included, unless its {@link CallOptions} differ; 10 s by
     * default.
     */
    public VenueClientBuilder<C> timeout(Duration timeout) {
        this.timeout = CallOptions.timeout(timeout).timeout().orElseThrow();
        return this;
    }

    /** How often calls are retried that may be; three attempts by default. */
    public VenueClientBuilder<C> retryPolicy(RetryPolicy retryPolicy) {
        this.retryPolicy = retryPolicy;
        return this;
    }

    /** Who keeps calls within the venue's limits: by default one count for all clients of this process. */
    public VenueClientBuilder<C> rateLimits(RateLimits rateLimits) {
        this.rateLimits = rateLimits;
        return this;
    }

    /**
     * Where the time comes from that signed requests state, before it is corrected to the venue's; the system by
     * default.
     */
    public VenueClientBuilder<C> clock(InstantSource clock) {
        this.clock = clock;
        return this;
    }

    /**
     * How long the body of a response may be, decompressed; 64 MiB by default. A longer one is not read to its end: the
     * call fails with a {@link MalformedResponseException}.
     */
    public VenueClientBuilder<C> maxResponseBytes(long maxResponseBytes) {
        if (maxResponseBytes < 1 || maxResponseBytes > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("maxResponseBytes is " + maxResponseBytes + "; it must be from 1 to "
                    + Integer.MAX_VALUE + ", since a body is held in memory");
        }
        this.maxResponseBytes = maxResponseBytes;
        return this;
    }

    /** How often an HTTP/2 connection is asked whether it lives; one that has not answered by the next time is dead. */
    VenueClientBuilder<C> pingInterval(Duration pingInterval) {
        this.pingInterval = pingInterval;
        return this;
    }

    /** How to pause between attempts. */
    VenueClientBuilder<C> sleeper(Sleeper sleeper) {
        this.sleeper = sleeper;
        return this;
    }

    /** Random numbers from 0 to 1 for the pauses. */
    VenueClientBuilder<C> jitter(DoubleSupplier jitter) {
        this.jitter = jitter;
        return this;
    }

    /** Monotonic time for the deadline. */
    VenueClientBuilder<C> nanoTime(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        return this;
    }

    /** Who watches over the deadline. */
    VenueClientBuilder<C> deadlineTimer(DeadlineTimer deadlineTimer) {
        this.deadlineTimer = deadlineTimer;
        return this;
    }

    /** The client. */
    public C build() {
        OkHttpVersion.check();
        ClientConfig config = new ClientConfig(
                baseUrl,
                credentials,
                timeout,
                retryPolicy,
                rateLimits,
                clock,
                sleeper,
                jitter,
                nanoTime,
                deadlineTimer,
                maxResponseBytes,
                pingInterval);
        return constructor.apply(new VenueRuntime(description, config, httpClient));
    }
}
