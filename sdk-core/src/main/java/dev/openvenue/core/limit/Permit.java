package dev.openvenue.core.limit;

import dev.openvenue.core.limit.Allowance.Part;
import dev.openvenue.core.limit.PermitBucket.Answer;
import java.util.concurrent.CompletableFuture;

/** A permit that was asked for. While the answer is under way, its bucket is not asked again from here. */
final class Permit {
    private final Part part;
    private final long askedAt;
    private final long before;
    private final CompletableFuture<Answer> answer;

    /** @param before since when the bucket was thought to have a permit */
    Permit(Part part, long askedAt, long before, CompletableFuture<Answer> answer) {
        this.part = part;
        this.askedAt = askedAt;
        this.before = before;
        this.answer = answer;
    }

    CompletableFuture<Answer> answer() {
        return answer;
    }

    /** Whether the answer came and is a permit. */
    boolean isTaken() {
        return answer.isDone()
                && !answer.isCompletedExceptionally()
                && answer.join().isTaken();
    }

    /** Whether it is a permit that may still be used. */
    boolean isGood(long now) {
        return isTaken() && goodUntil() - now >= 0;
    }

    /** Until when the permit may be used. What happens between question and answer is not known, so the question counts. */
    long goodUntil() {
        return askedAt + answer.join().goodFor();
    }

    /** Notes what the answer says of the bucket. */
    void learn(long now) {
        if (answer.isCompletedExceptionally()) {
            part.freeFrom(before);
        } else if (isTaken()) {
            // The next question will be under way for as long as this one, more or less.
            part.freeFrom(askedAt + part.interval() + (now - askedAt) / 8);
        } else {
            part.freeFrom(now + answer.join().freeIn().toNanos());
        }
    }

    /** Puts the permit back. */
    CompletableFuture<?> giveBack() {
        return answer.join().undo().get();
    }

    /** The permit is back in its bucket. */
    void returned() {
        part.freeFrom(before);
    }
}
