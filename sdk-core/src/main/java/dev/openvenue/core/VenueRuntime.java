package dev.openvenue.core;

import com.squareup.moshi.Moshi;
import dev.openvenue.core.annotation.OperationMetadata;
import dev.openvenue.core.codegen.VenueDescription;
import dev.openvenue.core.limit.RateLimiter;
import dev.openvenue.core.signing.SecretRedactor;
import dev.openvenue.core.signing.SignedRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;

/** The runtime of a generated client. */
public final class VenueRuntime {
    private final VenueDescription description;
    private final VenueClock clock;
    private final SigningInterceptor signing;
    private final CallThreads threads;
    private final ClientContext context;
    private final RateLimiter limiter;
    private final Moshi moshi;
    private final Retrofit retrofit;

    /** Made when they are first asked for, as the operations are: most programs use few. */
    private final Map<Class<?>, Object> apis = new ConcurrentHashMap<>();

    private volatile @Nullable Operations operations;

    VenueRuntime(VenueDescription description, ClientConfig config, @Nullable OkHttpClient given) {
        this.description = description;
        VenueExceptions failures =
                new VenueExceptions(description.id(), description.name(), SecretRedactor.of(config.credentials()));
        this.moshi = new Moshi.Builder()
                // First: the other one loads every model to find that it has none for text.
                .add(new StandardAdapters())
                .add(description.json())
                .build();
        this.limiter = config.rateLimiter(description, () -> metadata().values());
        ClockSkewProbe serverTime = new ClockSkewProbe(description, this::operations, failures);

        this.clock = new VenueClock(config.clock(), serverTime::measure, config.timeout());
        ResponseReader reader = new ResponseReader(description.errors(), clock::now, failures);
        this.signing = new SigningInterceptor(
                description.signer(), config::currentCredentials, clock, config.baseUrl(), failures);
        OkHttpClient base = given == null ? HttpClients.own() : given;
        // The connections of a user-supplied client are shared with the user's other calls.
        Runnable release = given == null ? base.connectionPool()::evictAll : () -> {};
        this.threads = new CallThreads(description.id(), given, release);
        // In order of execution: the first ones see a call once, the last ones see every attempt. The deadline is
        // outside them all (see Deadline), because it also counts the time before a call gets here.
        OkHttpClient client = HttpClients.withRules(
                base,
                config.pingInterval(),
                threads,
                List.of(
                        // First, so that a call begins once, whatever the user's own interceptors do.
                        new ReentryGuardInterceptor(failures),
                        // Outside everything that makes an attempt: each retry gets new permits, a new signature and is
                        // decoded anew.
                        new RetryInterceptor(
                                new RetryBudget(config.retryPolicy().budget()),
                                new LookupBeforeRetry(
                                        new ClientIdLookup(this::operations, clock), failures, config.sleeper()),
                                failures,
                                config.jitter()),
                        // Inside retry, since clock skew is corrected at once and costs no pause.
                        new ClockSkewInterceptor(clock),
                        // Inside both, since every attempt counts; before signing, since it can take time.
                        new RateLimitInterceptor(
                                limiter,
                                new RateLimitExceptions(description.name(), failures),
                                description.limitHeaders(),
                                config.clock()),
                        // After everything that can take time, so that the signature's timestamp is the moment of
                        // sending.
                        signing,
                        // Last, next to OkHttp: all outer interceptors see verdicts and not documents.
                        new AttemptInterceptor(reader, failures, config.maxResponseBytes())),
                new ResendGuardInterceptor(config.clock()));

        this.context = new ClientContext(
                description.name(),
                client,
                config,
                clock,
                limiter,
                reader,
                failures,
                new ClientHeaders(description.headers(), config.headers()),
                new CallEvents(description.id(), config.listener()),
                threads,
                given == null && config.signsHere());
        this.retrofit = new Retrofit.Builder()
                .baseUrl(config.baseUrl())
                .callFactory(client)
                .addConverterFactory(new WireConverters(moshi))
                .build();
    }

    private Map<String, OperationMetadata> metadata() {
        return OperationMetadata.of(description.name(), description.apis());
    }

    /** The description of the venue. */
    public VenueDescription description() {
        return description;
    }

    /** The implementation of a generated interface. */
    public <A> A api(Class<A> type) {
        return type.cast(implementation(type));
    }

    private Object implementation(Class<?> type) {
        return apis.computeIfAbsent(type, api -> {
            if (!description.apis().contains(api)) {
                throw new IllegalArgumentException(api.getName() + " is not an interface of " + description.name());
            }
            return ApiInvocationHandler.implement(api, moshi, retrofit, context);
        });
    }

    /** The operations by id. */
    public Operations operations() {
        Operations made = operations;
        return made == null ? makeOperations() : made;
    }

    private synchronized Operations makeOperations() {
        Operations made = operations;
        if (made == null) {
            made = new Operations(description.name(), metadata(), limiter::quotas, this::implementation, moshi);
            operations = made;
        }
        return made;
    }

    /** The clock that signed requests use. */
    public VenueClock clock() {
        return clock;
    }

    /** Signs a call of this client without making it. */
    SignedRequest sign(VenueCall<?> call) {
        if (!(call instanceof HttpCall<?> own)) {
            throw new IllegalArgumentException(
                    "Only calls that a client made can be signed; take one from its interfaces"
                            + " or its operations()");
        }
        if (own.endpoint().signed() == null) {
            throw new IllegalArgumentException(
                    own.endpoint().id() + " of " + description.name() + " is public; it is sent without a signature");
        }
        try {
            return signing.sign(own.request(), own.startOnce(Duration.ZERO));
        } catch (VenueIoException e) {
            throw e.failure();
        }
    }

    ClientContext context() {
        return context;
    }

    /** See {@link VenueClient#onClose}. */
    Runnable onClose(Runnable action) {
        return threads.onClose(action);
    }

    /** Makes no further call, closes idle connections and stops the threads; see {@link VenueClient#close()}. */
    public void close() {
        threads.close();
    }
}
