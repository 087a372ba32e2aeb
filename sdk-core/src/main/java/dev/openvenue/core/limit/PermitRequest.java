package dev.openvenue.core.limit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A call's place in the queue of {@link PermitQueue}. */
public final class PermitRequest {
    private final PermitQueue queue;
    private final PermitLane.Key key;
    private final long number;
    private final long giveUpAt;
    private final CompletableFuture<PermitRequest> decided = new CompletableFuture<>();
    private volatile State state = State.WAITING;
    private volatile @Nullable Late late;
    private volatile @Nullable Lost lost;
    private volatile List<Permit> permits = List.of();

    PermitRequest(PermitQueue queue, PermitLane.Key key, long number, long giveUpAt) {
        this.queue = queue;
        this.key = key;
        this.number = number;
        this.giveUpAt = giveUpAt;
    }

    private enum State {
        WAITING,
        GRANTED,
        LATE,
        LOST,
        LEFT
    }

    /**
     * Why a turn does not come in time.
     *
     * @param claim what no permit is there for, in words
     * @param held whether the venue asked for a pause
     * @param freeIn how long until there may be a permit
     */
    public record Late(String claim, boolean held, Duration freeIn) {}

    /**
     * Why nobody can say whether the call may go.
     *
     * @param problem the same in words
     * @param cause what was thrown
     */
    public record Lost(String problem, Throwable cause) {
        static Lost of(Throwable error) {
            return new Lost("the rate limiter failed (" + error.getClass().getSimpleName() + ")", error);
        }
    }

    /**
     * Completes when the call may go, or when it is certain that it may not in time: then {@link #late} or
     * {@link #lost} says why. What depends on it never runs inside the limits.
     */
    public CompletableFuture<PermitRequest> decided() {
        return decided;
    }

    /** Whether the call may go. */
    public boolean isGranted() {
        return state == State.GRANTED;
    }

    /** Whether a permit was given so long ago that the request would be counted at the wrong time. */
    public boolean isStale(long now) {
        return isGranted() && permits.stream().anyMatch(permit -> !permit.isGood(now));
    }

    /** Why the call may not go, if that is a matter of time. */
    public Late late(long now) {
        Late known = late;
        if (known != null) {
            return known;
        }
        LimitState.Claim claim = key.last();
        return new Late(
                claim.toString(), claim.limit().isHeld(now), Duration.ofNanos(Math.max(1, claim.freeAt() - now)));
    }

    /** Why nobody can say whether the call may go; null if that is known. */
    @Nullable
    public Lost lost() {
        return lost;
    }

    /** The call no longer wants to go. */
    public void leave() {
        queue.leave(this);
        decided.cancel(false);
    }

    /** Puts the permits back, because the call was granted them and does not use them. */
    public void giveBack() {
        queue.giveBack(this);
    }

    PermitLane.Key key() {
        return key;
    }

    long number() {
        return number;
    }

    long giveUpAt() {
        return giveUpAt;
    }

    boolean isWaiting() {
        return state == State.WAITING;
    }

    void grant(List<Permit> permits) {
        this.permits = permits;
        state = State.GRANTED;
    }

    void fail(Lost lost) {
        this.lost = lost;
        state = State.LOST;
    }

    void giveUp(long now) {
        late = late(now);
        state = State.LATE;
    }

    void left() {
        state = State.LEFT;
    }

    /** The permits of the call, which are its own no longer. */
    List<Permit> takePermits() {
        List<Permit> taken = permits;
        permits = List.of();
        return taken;
    }

    /** Tells those who wait. */
    void tell() {
        Lost reason = lost;
        if (reason == null) {
            decided.complete(this);
        } else {
            decided.completeExceptionally(reason.cause());
        }
    }
}
