package dev.openvenue.core.cancel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The inputs that are under way: as many as there is room for, in input order. Outcomes leave in that order too, so one slow order
 * holds back those behind it, but never more of them than the window has room for. Inputs that name the same order share a track
 * as long as the first of them is in the window.
 */
final class CancelWindow {
    private final Iterator<OrderRef> input;
    private final int room;
    private final boolean verify;
    private final Consumer<CancelOutcome> sink;
    private final Deque<CancelTrack> slots = new ArrayDeque<>();
    private final Map<OrderRef, CancelTrack> byRef = new HashMap<>();
    private @Nullable RuntimeException inputFailure;
    private boolean exhausted;

    CancelWindow(Iterator<OrderRef> input, int room, boolean verify, Consumer<CancelOutcome> sink) {
        this.input = input;
        this.room = room;
        this.verify = verify;
        this.sink = sink;
    }

    /**
     * Takes inputs in while there is room, and returns the orders that were not there before. It waits until half of the window is
     * free, because calls made of single orders would waste the venue's allowance.
     */
    List<CancelTrack> admit() {
        List<CancelTrack> fresh = new ArrayList<>();
        if (slots.size() > room / 2) {
            return fresh;
        }
        for (OrderRef ref = slots.size() < room ? next() : null;
                ref != null;
                ref = slots.size() < room ? next() : null) {
            CancelTrack known = byRef.get(ref);
            CancelTrack track = known == null ? new CancelTrack(ref, verify) : known;
            if (known == null) {
                byRef.put(ref, track);
                fresh.add(track);
            }
            slots.add(track);
        }
        return fresh;
    }

    /** The orders under way, one for each input. */
    List<CancelTrack> tracks() {
        return List.copyOf(slots);
    }

    /** Hands out every outcome whose turn it is. */
    void emit() {
        for (CancelTrack first = slots.peek(); first != null && first.outcome() != null; first = slots.peek()) {
            slots.remove();
            byRef.remove(first.ref(), first);
            sink.accept(Objects.requireNonNull(first.outcome()));
        }
    }

    /** Whether every input has had its outcome. */
    boolean isDrained() {
        return exhausted && slots.isEmpty();
    }

    /** Gives every input that has no outcome yet this one, also those that were never taken in. */
    void finish(Function<CancelTrack, CancelOutcome> end) {
        do {
            for (CancelTrack track : slots) {
                if (track.outcome() == null) {
                    track.settle(end.apply(track));
                }
            }
            emit();
            admit();
        } while (!slots.isEmpty());
    }

    /** Throws what the input threw, if it did. */
    void rethrow() {
        if (inputFailure != null) {
            throw inputFailure;
        }
    }

    /** The next input; null if there is none. A failing input is at its end: what it gave before must still be accounted for. */
    private @Nullable OrderRef next() {
        if (exhausted) {
            return null;
        }
        try {
            if (input.hasNext()) {
                return Objects.requireNonNull(input.next(), "order");
            }
        } catch (RuntimeException e) {
            inputFailure = e;
        }
        exhausted = true;
        return null;
    }
}
