package dev.openvenue.core;

import dev.openvenue.core.codegen.VenueDescription;
import dev.openvenue.core.error.MalformedResponseException;
import dev.openvenue.core.error.Seconds;
import dev.openvenue.core.limit.RateLimits;
import dev.openvenue.core.signing.Credentials;
import dev.openvenue.core.signing.CredentialsProvider;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Builds the client of one venue. Everything has a default: a client without credentials can make public calls, and one
 * without a base URL connects to production.
 *
 * @param <C> the generated client
 */
public class VenueClientBuilder<C extends VenueClient> {
    private final VenueDescription description;
    private final Function<VenueRuntime, C> constructor;
    private HttpUrl baseUrl;
    private @Nullable Credentials credentials;
    private @Nullable CredentialsProvider provider;
    private @Nullable OkHttpClient httpClient;
    private final Map<String, Optional<String>> headers = new HashMap<>();
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
    private @Nullable Consumer<? super CallEvent> listener;

    /** For generated builders, which add the options that only their venue has. */
    protected VenueClientBuilder(VenueDescription description, Function<VenueRuntime, C> constructor) {
        this.description = description;
        this.constructor = constructor;
        this.baseUrl = BaseUrl.parse(description.baseUrl());
    }

    /** For generated clients; application code calls the client's own {@code builder()}. */
    public static <C extends VenueClient> VenueClientBuilder<C> of(
            VenueDescription description, Function<VenueRuntime, C> constructor) {
        return new VenueClientBuilder<>(description, constructor);
    }

    /** The API key and what signs for it. Without credentials only public operations work. */
    public VenueClientBuilder<C> credentials(Credentials credentials) {
        this.credentials = credentials;
        this.provider = null;
        return this;
    }

    /** Where the credentials come from, for keys that are rotated while the client is in use. */
    public VenueClientBuilder<C> credentials(CredentialsProvider provider) {
        this.provider = provider;
        return this;
    }

    /**
     * The venue's base URL, if not production: scheme, host and optionally a port.
     *
     * @throws IllegalArgumentException if the URL has a path or a query, or uses plain http to another machine
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
     * The base URL of a host that may be reached over plain http, such as a simulator in a container: whoever can read
     * that network reads keys and orders.
     *
     * @throws IllegalArgumentException if the URL has a path or a query
     */
    public VenueClientBuilder<C> plainHttpBaseUrl(String baseUrl) {
        this.baseUrl = BaseUrl.parsePlain(baseUrl);
        return this;
    }

    /**
     * An OkHttp client with the caller's own proxy, listeners, metrics or certificates. Its connection pool is shared
     * and stays open after {@link VenueClient#close()}. Its interceptors run once per call, around the SDK's own; they
     * see requests before they are signed, and their responses do not carry the signed request. Its network
     * interceptors and event listeners see signed requests, so they must not log headers or queries.
     *
     * <p>Calls run on threads of the venue's client, even when the caller waits for them, so that they end at their
     * deadline whatever an interceptor does; the dispatcher's executor and its limits do not apply. Whatever is bound
     * to the calling thread, such as a tracing context, is not propagated to the interceptors automatically.
     *
     * <p>Whatever could send a request twice or serve its response from memory is switched off: redirects, OkHttp's own
     * retries, the authenticator and the cache. The {@link #timeout} replaces the call timeout; read, write and connect
     * timeouts stay, and end an attempt if they are shorter. Without a ping interval of its own, the client pings
     * HTTP/2 connections every 2 s.
     *
     * <p>Over HTTP/1.1, data that arrived before a request is never taken for its response. Connections through a SOCKS
     * proxy or from the caller's own socket factory are not checked for that.
     */
    public VenueClientBuilder<C> httpClient(OkHttpClient httpClient) {
        this.httpClient = httpClient;
        return this;
    }

    /**
     * How long a call may take in total, retries and pauses included, unless its {@link CallOptions} differ; 10 s by
     * default.
     */
    public VenueClientBuilder<C> timeout(Duration timeout) {
        this.timeout = CallOptions.timeout(timeout).timeout().orElseThrow();
        return this;
    }

    /** How often retryable calls are retried; three attempts by default. */
    public VenueClientBuilder<C> retryPolicy(RetryPolicy retryPolicy) {
        this.retryPolicy = retryPolicy;
        return this;
    }

    /** Client-side rate limiting; by default one count for all clients of this process. */
    public VenueClientBuilder<C> rateLimits(RateLimits rateLimits) {
        this.rateLimits = rateLimits;
        return this;
    }

    /**
     * Hears of attempts, waiting times, retries, clock corrections and outcomes: for logs, metrics and traces. It is
     * called on the threads that make the calls, by several at once, and must return soon. If it throws, that is logged
     * and it is not called again.
     */
    public VenueClientBuilder<C> listener(Consumer<? super CallEvent> listener) {
        this.listener = listener;
        return this;
    }

    /** The source of the time in signed requests, before clock skew is corrected; the system clock by default. */
    public VenueClientBuilder<C> clock(InstantSource clock) {
        this.clock = clock;
        return this;
    }

    /**
     * The maximum size of a response body after decompression; 64 MiB by default. A longer one is not read to its end:
     * the call fails with a {@link MalformedResponseException}.
     */
    public VenueClientBuilder<C> maxResponseBytes(long maxResponseBytes) {
        if (maxResponseBytes < 1 || maxResponseBytes > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("maxResponseBytes is " + maxResponseBytes + "; it must be from 1 to "
                    + Integer.MAX_VALUE + ", since a body is held in memory");
        }
        this.maxResponseBytes = maxResponseBytes;
        return this;
    }

    /**
     * Sets a header that the spec declares as one of the client; for generated builders.
     *
     * @param value its value; null to leave it out
     */
    protected final void header(String name, @Nullable String value) {
        headers.put(name, Optional.ofNullable(value));
    }

    /**
     * The value of an option that takes one of a few; for generated builders.
     *
     * @throws IllegalArgumentException if it is none of them
     */
    protected final String choice(String option, String value, String... values) {
        if (!List.of(values).contains(value)) {
            throw new IllegalArgumentException(
                    option + " is " + value + "; " + description.name() + " knows " + String.join(", ", values));
        }
        return value;
    }

    /**
     * The milliseconds of a receive window; for generated builders.
     *
     * @throws IllegalArgumentException if it is longer than the venue accepts, or shorter than a millisecond
     */
    protected final String window(Duration window, Duration most) {
        if (window.compareTo(Duration.ofMillis(1)) < 0 || window.compareTo(most) > 0) {
            throw new IllegalArgumentException("receiveWindow is " + Seconds.text(window) + "; it must be from 1 ms to "
                    + Seconds.text(most) + ", the longest that " + description.name() + " accepts");
        }
        return Long.toString(window.toMillis());
    }

    /** How often HTTP/2 connections are pinged; one that has not replied by the next ping is dead. */
    VenueClientBuilder<C> pingInterval(Duration pingInterval) {
        this.pingInterval = pingInterval;
        return this;
    }

    /** How to pause between attempts. */
    VenueClientBuilder<C> sleeper(Sleeper sleeper) {
        this.sleeper = sleeper;
        return this;
    }

    /** Random numbers from 0 to 1 that shorten the pauses. */
    VenueClientBuilder<C> jitter(DoubleSupplier jitter) {
        this.jitter = jitter;
        return this;
    }

    /** Monotonic time for deadlines. */
    VenueClientBuilder<C> nanoTime(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        return this;
    }

    /** What ends calls at their deadline. */
    VenueClientBuilder<C> deadlineTimer(DeadlineTimer deadlineTimer) {
        this.deadlineTimer = deadlineTimer;
        return this;
    }

    /** Builds the client. */
    public C build() {
        OkHttpVersion.check();
        ClientConfig config = new ClientConfig(
                baseUrl,
                provider == null ? credentials : provider.current(),
                provider,
                Map.copyOf(headers),
                timeout,
                retryPolicy,
                rateLimits,
                clock,
                sleeper,
                jitter,
                nanoTime,
                deadlineTimer,
                maxResponseBytes,
                pingInterval,
                listener);
        return constructor.apply(new VenueRuntime(description, config, httpClient));
    }
}
