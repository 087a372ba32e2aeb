package dev.openvenue.core.limit;

import dev.openvenue.core.limit.Limit.Claim;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A call's place in the queue of {@link Turns}. */
public final class Turn {
    private final List<Claim> claims;
    private final long giveUpAt;
    private final CompletableFuture<Turn> decided = new CompletableFuture<>();
    private volatile @Nullable Late late;
    private volatile @Nullable Throwable lost;
    private volatile long grantedAt;

    Turn(List<Claim> claims, long giveUpAt) {
        this.claims = claims;
        this.giveUpAt = giveUpAt;
    }

    /**
     * Why a turn does not come in time.
     *
     * @param claim what no permit is there for, in words
     * @param held whether the venue asked for a pause
     * @param freeIn how long until there may be a permit
     */
    public record Late(String claim, boolean held, Duration freeIn) {}

    List<Claim> claims() {
        return claims;
    }

    /** Completes when the call may go, or when it is certain that it may not in time: then {@link #late} or {@link #lost} says why. */
    public CompletableFuture<Turn> decided() {
        return decided;
    }

    /** Whether the call may go. */
    public boolean isGranted() {
        return decided.isDone() && !decided.isCompletedExceptionally() && late == null;
    }

    /** Whether a permit was given so long ago that the request would be counted at the wrong time. */
    public boolean isStale(long now) {
        return isGranted()
                && claims.stream().anyMatch(claim -> claim.limit().quota().isLate(now - grantedAt));
    }

    /** Why the call may not go, if that is a matter of time. */
    public Late late(long now) {
        Late known = late;
        if (known != null) {
            return known;
        }
        Claim claim = last();
        return new Late(claim.toString(), claim.limit().isHeld(now), Duration.ofNanos(Math.max(1, freeAt() - now)));
    }

    /** Why nobody can say whether the call may go; null if that is known. */
    @Nullable
    public Throwable lost() {
        return lost;
    }

    /** The call no longer wants to go. */
    public void leave() {
        decided.cancel(false);
    }

    boolean isOver() {
        return decided.isDone();
    }

    boolean grant(long now) {
        grantedAt = now;
        return decided.complete(this);
    }

    /** Ends the wait because the shared limits cannot be asked. */
    void fail(Throwable reason) {
        lost = reason;
        decided.completeExceptionally(reason);
    }

    /** When the call may go at the earliest. */
    long freeAt() {
        return last().freeAt();
    }

    /** When to look at this turn again. */
    long wakeAt() {
        return freeAt() - giveUpAt < 0 ? freeAt() : giveUpAt;
    }

    /** Gives up as soon as it is certain that no permit comes in time. Those behind may go on waiting: they may have longer. */
    boolean giveUpIfLate(long now) {
        long free = freeAt();
        if (giveUpAt - now > 0 && free - giveUpAt <= 0) {
            return false;
        }
        late = late(now);
        return decided.complete(this);
    }

    /** The claim that is met last. */
    private Claim last() {
        Claim last = claims.get(0);
        for (Claim claim : claims) {
            last = claim.freeAt() - last.freeAt() > 0 ? claim : last;
        }
        return last;
    }
}
