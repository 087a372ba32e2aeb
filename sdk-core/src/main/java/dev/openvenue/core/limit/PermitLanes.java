package dev.openvenue.core.limit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All lanes in which calls wait: those to be examined, in the order of their rank, and those that sleep until a given
 * time.
 */
final class PermitLanes {
    private final Map<PermitLane.Key, PermitLane> all = new HashMap<>();
    private final TreeSet<PermitLane> ready = new TreeSet<>(PermitLane.BY_RANK);
    private final TreeSet<PermitLane> asleep = new TreeSet<>(PermitLane.BY_TIME);
    private long made;

    /** Adds a call to its lane, in the order of arrival. */
    void add(PermitRequest request) {
        PermitLane lane = all.computeIfAbsent(request.key(), key -> new PermitLane(key, made++));
        detach(lane);
        lane.add(request);
        ready.add(lane);
    }

    /** Whether no call waits. */
    boolean isEmpty() {
        return all.isEmpty();
    }

    void remove(PermitRequest request) {
        PermitLane lane = all.get(request.key());
        if (lane != null) {
            detach(lane);
            lane.remove(request);
            attach(lane);
        }
    }

    /** Re-examines the lanes that wait for a limit, which has permits earlier or later than expected. */
    void touch(LimitState limit) {
        List<PermitLane> touched =
                asleep.stream().filter(lane -> lane.key().counts(limit)).toList();
        touched.forEach(asleep::remove);
        ready.addAll(touched);
    }

    /** Wakes the lanes whose time has come. */
    void wake(long now) {
        while (!asleep.isEmpty() && asleep.first().freeAt() - now <= 0) {
            ready.add(asleep.pollFirst());
        }
    }

    /** Removes and returns the lane to examine next; null if there is none. It must be put back. */
    @Nullable
    PermitLane next() {
        return ready.pollFirst();
    }

    /** Puts a lane back, to be examined again. */
    void attach(PermitLane lane) {
        if (lane.isEmpty()) {
            all.remove(lane.key());
        } else {
            ready.add(lane);
        }
    }

    /** Puts a lane back, to be examined when its first permit may be available. */
    void sleep(PermitLane lane) {
        if (lane.isEmpty()) {
            all.remove(lane.key());
        } else {
            asleep.add(lane);
        }
    }

    /** When the next lane wakes; null if none sleeps. */
    @Nullable
    Long wakeAt() {
        return asleep.isEmpty() ? null : (Long) asleep.first().freeAt();
    }

    private void detach(PermitLane lane) {
        if (!lane.isEmpty()) {
            ready.remove(lane);
            asleep.remove(lane);
        }
    }
}
