package dev.openvenue.core.limit;

import dev.openvenue.core.limit.PermitBucket.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Buckets that respond when a test says so; their requests are numbered over all buckets. */
final class SlowBuckets implements BucketSource {
    private final List<CompletableFuture<Response>> requests = new ArrayList<>();

    /** How many permits were requested. */
    int requests() {
        return requests.size();
    }

    /** Grants a permit that stays good for an hour; the bucket has the next one after a second. */
    void grant(int request, long now, Supplier<CompletableFuture<?>> undo) {
        requests.get(request)
                .complete(new Response(
                        true,
                        now + Duration.ofSeconds(1).toNanos(),
                        now + Duration.ofHours(1).toNanos(),
                        undo));
    }

    /** Grants a permit that goes back without delay. */
    void grant(int request, long now) {
        grant(request, now, () -> CompletableFuture.completedFuture(null));
    }

    void deny(int request, long freeAt) {
        requests.get(request).complete(Response.none(freeAt));
    }

    void fail(int request, Throwable failure) {
        requests.get(request).completeExceptionally(failure);
    }

    @Override
    public PermitBucket bucket(String key, int share, Quota quota) {
        return new PermitBucket() {
            @Override
            public CompletableFuture<Response> take(long now) {
                CompletableFuture<Response> response = new CompletableFuture<>();
                requests.add(response);
                return response;
            }

            @Override
            public CompletableFuture<Duration> drain(Duration pause) {
                return CompletableFuture.completedFuture(pause);
            }
        };
    }

    @Override
    public boolean isShared() {
        return false;
    }
}
