package dev.openvenue.core.limit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All lanes in which calls wait: those to be looked at, in the order of their rank, and those that sleep until a time.
 */
final class PermitLanes {
    private final Map<PermitLane.Key, PermitLane> all = new HashMap<>();
    private final TreeSet<PermitLane> ready = new TreeSet<>(PermitLane.BY_RANK);
    private final TreeSet<PermitLane> asleep = new TreeSet<>(PermitLane.BY_TIME);
    private long made;

    /** Puts a call into its lane, at the place of its arrival. */
    void add(PermitRequest request) {
        PermitLane lane = all.computeIfAbsent(request.key(), key -> new PermitLane(key, made++));
        detach(lane);
        lane.add(request);
        ready.add(lane);
    }

    void remove(PermitRequest request) {
        PermitLane lane = all.get(request.key());
        if (lane != null) {
            detach(lane);
            lane.remove(request);
            attach(lane);
        }
    }

    /** The limit gives permits earlier or later than it seemed: look again at those who wait for it. */
    void touch(LimitState limit) {
        List<PermitLane> touched =
                asleep.stream().filter(lane -> lane.key().counts(limit)).toList();
        touched.forEach(asleep::remove);
        ready.addAll(touched);
    }

    /** Those whose time has come are to be looked at. */
    void wake(long now) {
        while (!asleep.isEmpty() && asleep.first().freeAt() - now <= 0) {
            ready.add(asleep.pollFirst());
        }
    }

    /** The lane to look at next, which is in neither order until it is put back; null if there is none. */
    @Nullable
    PermitLane next() {
        return ready.pollFirst();
    }

    /** Puts a lane back, to be looked at again. */
    void attach(PermitLane lane) {
        if (lane.isEmpty()) {
            all.remove(lane.key());
        } else {
            ready.add(lane);
        }
    }

    /** Puts a lane back, to be looked at when its first permit may be free. */
    void sleep(PermitLane lane) {
        if (lane.isEmpty()) {
            all.remove(lane.key());
        } else {
            asleep.add(lane);
        }
    }

    /** When to look again; null if nothing sleeps. */
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
