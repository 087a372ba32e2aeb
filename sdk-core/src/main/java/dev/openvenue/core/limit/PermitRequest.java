package dev.openvenue.core.limit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A call's request for its permits, queued in {@link PermitQueue}. */
public final class PermitRequest {
    private final PermitQueue queue;
    private final PermitLane.Key key;
    private final long number;
    private final long giveUpAt;
    private final CompletableFuture<PermitRequest> decided = new CompletableFuture<>();
    private volatile @Nullable Late late;
    private volatile @Nullable Lost lost;

    /** Other threads read it after the state, which is written last. */
    private List<Permit> permits = List.of();

    private volatile State state = State.WAITING;

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
     * Why no permit comes in time.
     *
     * @param claim the limit without a permit, in words
     * @param held whether the venue asked for a pause
     * @param freeIn how long until there may be a permit
     */
    public record Late(String claim, boolean held, Duration freeIn) {}

    /**
     * Why it cannot be determined whether the call may be sent.
     *
     * @param problem the reason in words
     * @param cause what was thrown
     */
    public record Lost(String problem, Throwable cause) {
        static Lost of(Throwable error) {
            return new Lost("the rate limiter failed (" + error.getClass().getSimpleName() + ")", error);
        }
    }

    /**
     * Completes when the call may be sent, or when it is certain that no permit comes in time: then {@link #late} or
     * {@link #lost} says why. Dependent stages never run while the queue is locked.
     */
    public CompletableFuture<PermitRequest> decided() {
        return decided;
    }

    /** Whether the call may be sent. */
    public boolean isGranted() {
        return state == State.GRANTED;
    }

    /** Whether a permit was granted so long ago that the request would be counted at the wrong time. */
    public boolean isStale(long now) {
        return isGranted() && !Permit.areGood(permits, now);
    }

    /** Why no permit comes in time, if that is the reason. */
    public Late late(long now) {
        Late known = late;
        if (known != null) {
            return known;
        }
        LimitState.Claim claim = key.last();
        return new Late(
                claim.toString(), claim.limit().isHeld(now), Duration.ofNanos(Math.max(1, claim.freeAt() - now)));
    }

    /** Why it cannot be determined whether the call may be sent; null if it can. */
    @Nullable
    public Lost lost() {
        return lost;
    }

    /** Withdraws the request for a permit. */
    public void leave() {
        queue.leave(this);
        decided.cancel(false);
    }

    /** Returns the permits that were granted but are not used. */
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

    /** Takes the permits away from the call. */
    List<Permit> takePermits() {
        List<Permit> taken = permits;
        permits = List.of();
        return taken;
    }

    /** Completes the future. */
    void tell() {
        Lost reason = lost;
        if (reason == null) {
            decided.complete(this);
        } else {
            decided.completeExceptionally(reason.cause());
        }
    }
}
