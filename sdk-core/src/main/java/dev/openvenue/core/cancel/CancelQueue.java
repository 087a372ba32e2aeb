package dev.openvenue.core.cancel;

import dev.openvenue.core.cancel.CancelWork.Group;
import dev.openvenue.core.cancel.CancelWork.Purpose;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Orders that wait for a call, gathered by what may share one. Within a group, first come, first served. */
final class CancelQueue {
    private record Waiting(long due, long sequence, Group group, CancelTrack track) {}

    private final Map<Purpose, Map<Group, Deque<CancelTrack>>> ready = new EnumMap<>(Purpose.class);
    private final PriorityQueue<Waiting> waiting =
            new PriorityQueue<>(Comparator.comparingLong(Waiting::due).thenComparingLong(Waiting::sequence));
    private long sequence;

    CancelQueue() {
        for (Purpose purpose : Purpose.values()) {
            ready.put(purpose, new LinkedHashMap<>());
        }
    }

    /** Adds an order that may go at once. */
    void add(Group group, CancelTrack track) {
        groups(group.purpose())
                .computeIfAbsent(group, key -> new ArrayDeque<>())
                .add(track);
    }

    /** Adds an order that may not go before the given time. */
    void add(Group group, CancelTrack track, long due) {
        waiting.add(new Waiting(due, sequence++, group, track));
    }

    /** Takes the next call that may be made now; null if there is none. */
    @Nullable
    CancelWork next(long now) {
        release(now);
        for (Map<Group, Deque<CancelTrack>> groups : ready.values()) {
            Iterator<Map.Entry<Group, Deque<CancelTrack>>> entries =
                    groups.entrySet().iterator();
            if (entries.hasNext()) {
                Map.Entry<Group, Deque<CancelTrack>> entry = entries.next();
                Deque<CancelTrack> tracks = entry.getValue();
                List<CancelTrack> taken = new ArrayList<>();
                while (!tracks.isEmpty() && taken.size() < entry.getKey().cap()) {
                    CancelTrack track = tracks.remove();
                    if (!track.isDone()) {
                        taken.add(track);
                    }
                }
                if (tracks.isEmpty()) {
                    entries.remove();
                }
                return taken.isEmpty() ? next(now) : new CancelWork(entry.getKey(), taken);
            }
        }
        return null;
    }

    /** When the next order may go; {@link Long#MAX_VALUE} if none waits for its time. */
    long nextDue() {
        Waiting first = waiting.peek();
        return first == null ? Long.MAX_VALUE : first.due();
    }

    boolean isEmpty() {
        return waiting.isEmpty() && ready.values().stream().allMatch(Map::isEmpty);
    }

    private void release(long now) {
        for (Waiting first = waiting.peek(); first != null && first.due() <= now; first = waiting.peek()) {
            waiting.remove();
            add(first.group(), first.track());
        }
    }

    @SuppressWarnings("NullAway") // The constructor puts every purpose in.
    private Map<Group, Deque<CancelTrack>> groups(Purpose purpose) {
        return ready.get(purpose);
    }
}
