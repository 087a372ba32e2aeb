package dev.openvenue.core;

import dev.openvenue.core.annotation.OperationMetadata;
import dev.openvenue.core.codegen.VenueDescription;
import dev.openvenue.core.limit.RateLimiter;
import dev.openvenue.core.limit.RateLimits;
import dev.openvenue.core.signing.Credentials;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** What a {@link VenueClientBuilder} collected. */
record ClientConfig(
        HttpUrl baseUrl,
        @Nullable Credentials credentials,
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
        Duration pingInterval) {
    /** Whether signing does not depend on anything outside this process. */
    boolean signsHere() {
        return credentials == null || credentials.signingKey().isInMemory();
    }

    /** The rate limiter of this client. */
    RateLimiter rateLimiter(VenueDescription venue, Collection<OperationMetadata> operations) {
        // A venue counts requests across all its hosts; but on this machine runs a simulator, and each is a venue of
        // its own.
        String host = BaseUrl.isLoopback(baseUrl) ? "@" + baseUrl.host() + "-" + baseUrl.port() : "";
        return RateLimiter.create(
                venue, operations, rateLimits, host, credentials == null ? null : credentials.apiKey(), jitter);
    }
}
