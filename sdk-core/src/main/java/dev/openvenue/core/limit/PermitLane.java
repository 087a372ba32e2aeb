package dev.openvenue.core.limit;

import dev.openvenue.core.limit.LimitState.Claim;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * The calls that wait for the same permits: whatever holds back the first of them holds back all, so only the first is
 * examined.
 */
final class PermitLane {
    /** Who goes before whom, by descending rank. */
    enum Kind {
        /** Cancels overtake everything. */
        CANCEL,
        /** Other calls, in the order of arrival. */
        ORDINARY,
        /** Calls of which many come at once: one of them for each turn of the others, in the order of arrival. */
        YIELDING
    }

    /** Cancels first, then in the order of arrival, but one that yields after all that came before its last turn. */
    static final Comparator<PermitLane> BY_RANK = Comparator.comparing(
                    (PermitLane lane) -> lane.key.kind() != Kind.CANCEL)
            .thenComparingLong(PermitLane::turn)
            .thenComparingLong(lane -> lane.number);

    /** The lane that may continue first. */
    static final Comparator<PermitLane> BY_TIME = (one, other) -> one.freeAt == other.freeAt
            ? Long.compare(one.number, other.number)
            : Long.compare(one.freeAt - other.freeAt, 0);

    private static final Comparator<PermitRequest> BY_ARRIVAL = Comparator.comparingLong(PermitRequest::number);
    private static final Comparator<PermitRequest> BY_DEADLINE = (one, other) -> one.giveUpAt() == other.giveUpAt()
            ? Long.compare(one.number(), other.number())
            : Long.compare(one.giveUpAt() - other.giveUpAt(), 0);

    private final Key key;
    private final long number;
    private final TreeSet<PermitRequest> waiting = new TreeSet<>(BY_ARRIVAL);
    private final TreeSet<PermitRequest> impatient = new TreeSet<>(BY_DEADLINE);
    private long freeAt;
    private long notBefore;

    /** @param number a unique number */
    PermitLane(Key key, long number) {
        this.key = key;
        this.number = number;
    }

    /** What its calls have in common. */
    record Key(List<Claim> claims, Kind kind) {
        /** The earliest time at which a call may be sent. */
        long freeAt() {
            long free = claims.get(0).freeAt();
            for (int i = 1; i < claims.size(); i++) {
                free += Math.max(0, claims.get(i).freeAt() - free);
            }
            return free;
        }

        /** The claim that is satisfied last. */
        Claim last() {
            Claim last = claims.get(0);
            for (Claim claim : claims) {
                last = claim.freeAt() - last.freeAt() > 0 ? claim : last;
            }
            return last;
        }

        boolean counts(LimitState limit) {
            return claims.stream().anyMatch(claim -> claim.limit() == limit);
        }
    }

    Key key() {
        return key;
    }

    void add(PermitRequest request) {
        waiting.add(request);
        impatient.add(request);
    }

    void remove(PermitRequest request) {
        waiting.remove(request);
        impatient.remove(request);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    PermitRequest first() {
        return waiting.first();
    }

    /** Lets those that have arrived by now go first, if this lane yields. */
    void served(long arrivals) {
        notBefore = key.kind() == Kind.YIELDING ? arrivals : notBefore;
    }

    /** When it is this lane's turn, as the number of an arrival. */
    private long turn() {
        return Math.max(first().number(), notBefore);
    }

    /**
     * Recomputes when the first call may be sent. Must be called while the lane is in no collection that is sorted by
     * time.
     */
    long look() {
        freeAt = key.freeAt();
        return freeAt;
    }

    /** When the first call may be sent, as last computed. */
    long freeAt() {
        return freeAt;
    }

    /** Removes the calls for which no permit comes in time. The others keep waiting: they may have later deadlines. */
    List<PermitRequest> removeLate(long now) {
        List<PermitRequest> late = new ArrayList<>();
        while (!isEmpty()
                && (impatient.first().giveUpAt() - now <= 0 || impatient.first().giveUpAt() - freeAt < 0)) {
            PermitRequest request = impatient.first();
            remove(request);
            late.add(request);
        }
        return late;
    }
}
