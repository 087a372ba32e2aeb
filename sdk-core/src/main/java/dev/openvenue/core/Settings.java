package dev.openvenue.core;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** What a {@link VenueClientBuilder} collected. */
record Settings(
        HttpUrl baseUrl,
        @Nullable Credentials credentials,
        Duration deadline,
        RetryPolicy retryPolicy,
        RateLimits rateLimits,
        InstantSource clock,
        Sleeper sleeper,
        DoubleSupplier jitter,
        LongSupplier nanoTime) {}
