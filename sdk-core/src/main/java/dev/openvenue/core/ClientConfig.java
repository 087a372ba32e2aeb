package dev.openvenue.core;

import dev.openvenue.core.annotation.OperationMetadata;
import dev.openvenue.core.codegen.VenueDescription;
import dev.openvenue.core.limit.RateLimiter;
import dev.openvenue.core.limit.RateLimits;
import dev.openvenue.core.signing.Credentials;
import dev.openvenue.core.signing.CredentialsProvider;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link VenueClientBuilder} collected.
 *
 * @param credentials what the client signs with, or signed with first; null if it makes public calls only
 * @param provider where the credentials of each signature come from; null if they never change
 */
record ClientConfig(
        HttpUrl baseUrl,
        @Nullable Credentials credentials,
        @Nullable CredentialsProvider provider,
        Map<String, Optional<String>> headers,
        Duration timeout,
        RetryPolicy retryPolicy,
        RateLimits rateLimits,
        InstantSource clock,
        Sleeper sleeper,
        DoubleSupplier jitter,
        LongSupplier nanoTime,
        DeadlineTimer deadlineTimer,
        long maxResponseBytes,
        Duration pingInterval,
        @Nullable Consumer<? super CallEvent> listener) {
    /** Whether signing does not depend on anything outside this process. */
    boolean signsHere() {
        return provider == null
                && (credentials == null || credentials.signingKey().isInMemory());
    }

    /** What signs now; null if the client has no credentials. */
    @Nullable
    Credentials currentCredentials() {
        return provider == null ? credentials : provider.current();
    }

    /** The base URL without a path. */
    String origin() {
        String url = baseUrl.toString();
        return url.substring(0, url.length() - 1);
    }

    /** The rate limiter of this client. */
    RateLimiter rateLimiter(VenueDescription venue, Supplier<Collection<OperationMetadata>> operations) {
        // A venue counts requests across all its hosts; but on this machine, or without TLS, runs a simulator, and each
        // is a venue of its own.
        String host =
                BaseUrl.isLoopback(baseUrl) || !baseUrl.isHttps() ? "@" + baseUrl.host() + "-" + baseUrl.port() : "";
        return RateLimiter.create(
                venue, operations, rateLimits, host, credentials == null ? null : credentials.apiKey(), jitter);
    }
}
