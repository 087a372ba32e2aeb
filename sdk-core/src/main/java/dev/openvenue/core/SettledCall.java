package dev.openvenue.core;

import dev.openvenue.core.error.VenueException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import okhttp3.Headers;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** A call with a predetermined result. */
sealed class SettledCall<T> implements VenueCall<T> permits SettledListing {
    private static final int OK = 200;

    private final @Nullable T value;
    private final @Nullable VenueException failure;

    SettledCall(@Nullable T value, @Nullable VenueException failure) {
        this.value = value;
        this.failure = failure;
    }

    @Override
    @SuppressWarnings("NullAway") // As with every call, null stands for a response without a payload.
    public T execute() {
        return executeWithResponse().value();
    }

    @Override
    @SuppressWarnings("NullAway") // As above.
    public CompletableFuture<T> executeAsync() {
        return executeWithResponseAsync().thenApply(VenueResponse::value);
    }

    @Override
    public VenueResponse<T> executeWithResponse() {
        if (failure != null) {
            throw failure;
        }
        return new VenueResponse<>(value, OK, Headers.of(), Map.of(), 1, "");
    }

    @Override
    public CompletableFuture<VenueResponse<T>> executeWithResponseAsync() {
        return failure != null
                ? CompletableFuture.failedFuture(failure)
                : CompletableFuture.completedFuture(executeWithResponse());
    }

    @Override
    public SettledCall<T> with(CallOptions options) {
        Objects.requireNonNull(options, "options");
        return this;
    }

    @Override
    public Request request() {
        throw new UnsupportedOperationException(
                "This call was made with completed or failed, not by a client, and has no request");
    }
}
