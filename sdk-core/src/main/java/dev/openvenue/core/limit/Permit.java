package dev.openvenue.core.limit;

import dev.openvenue.core.limit.PermitBucket.Answer;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;

/** A permit that was asked for. While the response is under way, its bucket is not asked again from here. */
final class Permit {
    private final LongConsumer freeFrom;
    private final long before;
    private final CompletableFuture<Answer> answer;

    /**
     * @param freeFrom is told when the bucket may be asked again
     * @param before since when the bucket was thought to have a permit
     */
    Permit(LongConsumer freeFrom, long before, CompletableFuture<Answer> answer) {
        this.freeFrom = freeFrom;
        this.before = before;
        this.answer = answer;
    }

    CompletableFuture<Answer> answer() {
        return answer;
    }

    /** Whether the response came and is a permit. */
    boolean isTaken() {
        return answer.isDone()
                && !answer.isCompletedExceptionally()
                && answer.join().isTaken();
    }

    /** Whether it is a permit that may still be used. */
    boolean isGood(long now) {
        return isTaken() && answer.join().goodUntil() - now >= 0;
    }

    /** Notes what the response says of the bucket. */
    void learn() {
        freeFrom.accept(
                answer.isCompletedExceptionally() ? before : answer.join().freeAt());
    }

    /** Puts the permit back. Meanwhile the bucket is left alone, or the two would get in each other's way. */
    CompletableFuture<?> giveBack(long now) {
        freeFrom.accept(now + StoreCircuitBreaker.PATIENCE.toNanos());
        return answer.join().undo().get();
    }

    /** The permit is back in its bucket. */
    void returned() {
        freeFrom.accept(before);
    }
}
