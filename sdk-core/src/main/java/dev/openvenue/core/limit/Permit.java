package dev.openvenue.core.limit;

import dev.openvenue.core.limit.PermitBucket.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;

/** A permit that was requested. While the response is pending, this process does not ask its bucket again. */
final class Permit {
    private final LongConsumer freeFrom;
    private final long before;
    private final CompletableFuture<Response> response;

    /**
     * @param freeFrom receives the time from which the bucket may be asked again
     * @param before since when the bucket was expected to have a permit
     */
    Permit(LongConsumer freeFrom, long before, CompletableFuture<Response> response) {
        this.freeFrom = freeFrom;
        this.before = before;
        this.response = response;
    }

    CompletableFuture<Response> response() {
        return response;
    }

    /** Whether the response has arrived and grants the permit. */
    boolean isTaken() {
        return response.isDone()
                && !response.isCompletedExceptionally()
                && response.join().isTaken();
    }

    /** Whether the permit was granted and may still be used. */
    boolean isGood(long now) {
        return isTaken() && response.join().goodUntil() - now >= 0;
    }

    /** Whether all of them are good; a loop, because every call asks. */
    static boolean areGood(List<Permit> permits, long now) {
        for (Permit permit : permits) {
            if (!permit.isGood(now)) {
                return false;
            }
        }
        return true;
    }

    /** Records what the response says about the bucket. */
    void learn() {
        freeFrom.accept(
                response.isCompletedExceptionally() ? before : response.join().freeAt());
    }

    /**
     * Returns the permit to its bucket. Until that is done the bucket is not asked, since the two requests would
     * contend for it.
     */
    CompletableFuture<?> giveBack(long now) {
        freeFrom.accept(now + StoreCircuitBreaker.PATIENCE.toNanos());
        return response.join().undo().get();
    }

    /** Records that the permit is back in its bucket. */
    void returned() {
        freeFrom.accept(before);
    }
}
