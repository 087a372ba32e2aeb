package dev.openvenue.core.cancel;

import dev.openvenue.core.cancel.CallBatch.Group;
import dev.openvenue.core.cancel.CallBatch.Purpose;
import dev.openvenue.core.engine.CallDispatcher;
import java.time.Duration;

/**
 * Holds queries back while cancels are under way. One list settles the more orders the later it is read, and so does a
 * lookup of many that is full. If a cancel is stuck, or others keep coming for long, waiting is not worthwhile.
 */
final class GatheringGate implements OrderQueue.Gate {
    /** How many orders are looked at immediately although cancels are still without their responses. */
    private static final int FEW = 3;

    private final OrderQueue queue;
    private final CallRunner calls;
    private final CallDispatcher dispatcher;
    private final long stuckAfter;
    private final long longest;
    private long heldSince = Long.MAX_VALUE;

    /**
     * Creates the gate of a run.
     *
     * @param stuckAfter how long no cancel was sent, and none had its response, when one is stuck
     * @param longest how long lookups and lists of open orders are held back at most
     */
    GatheringGate(
            OrderQueue queue, CallRunner calls, CallDispatcher dispatcher, Duration stuckAfter, Duration longest) {
        this.queue = queue;
        this.calls = calls;
        this.dispatcher = dispatcher;
        this.stuckAfter = stuckAfter.toNanos();
        this.longest = longest.toNanos();
    }

    @Override
    public boolean isOpen(Group group, int orders) {
        return switch (group.purpose()) {
            case CANCEL -> true;
            case EVIDENCE -> !calls.isSweeping() && (isFew() || !isGathering());
            case LOOKUP -> group.cap() == 1 || orders >= group.cap() || !isHolding();
            case LIST -> !isHolding();
        };
    }

    /** When orders that are held back now may go, if nothing arrives before. */
    long opensAt() {
        if (!isGathering()) {
            return Long.MAX_VALUE;
        }
        long stuck = calls.lastCancel() + stuckAfter;
        long held = heldSince == Long.MAX_VALUE ? Long.MAX_VALUE : heldSince + longest;
        return held > dispatcher.now() ? Math.min(stuck, held) : stuck;
    }

    private boolean isFew() {
        long now = dispatcher.now();
        return queue.ready(Purpose.EVIDENCE, now) <= FEW && queue.ready(Purpose.CANCEL, now) == 0;
    }

    private boolean isHolding() {
        if (!isGathering()) {
            heldSince = Long.MAX_VALUE;
            return false;
        }
        heldSince = Math.min(heldSince, dispatcher.now());
        return dispatcher.now() - heldSince < longest;
    }

    /** Whether cancels are under way, and none of them is stuck. */
    private boolean isGathering() {
        long now = dispatcher.now();
        boolean cancelling = calls.isCancelling() || queue.ready(Purpose.CANCEL, now) > 0;
        return cancelling && now - calls.lastCancel() < stuckAfter;
    }
}
