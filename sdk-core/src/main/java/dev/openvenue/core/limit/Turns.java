package dev.openvenue.core.limit;

import dev.openvenue.core.limit.Allowance.Taken;
import dev.openvenue.core.limit.Limit.Claim;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Who may go next: cancels before everything else, then in the order of arrival; a call that waits for one limit does not stop
 * those that need another. No thread is kept waiting here. A call takes a permit of each of its limits at the same moment or none
 * at all, because a permit that is kept while another is awaited would be counted at the wrong time.
 */
final class Turns {
    private final LimitTime time;
    private final Executor executor;
    private final Queue<Runnable> arriving = new ConcurrentLinkedQueue<>();
    private final Set<Turn> cancels = new LinkedHashSet<>();
    private final Set<Turn> others = new LinkedHashSet<>();
    private final AtomicInteger wanted = new AtomicInteger();
    private @Nullable Long wakeAt;

    /** @param executor runs what asks for permits, one piece at a time; where permits are a network away, not the caller's thread */
    Turns(LimitTime time, Executor executor) {
        this.time = time;
        this.executor = executor;
    }

    /** Puts a call at the end of the queue. */
    Turn join(List<Claim> claims, boolean cancels, Duration patience) {
        Turn turn = new Turn(claims, time.nanos() + patience.toNanos());
        Set<Turn> queue = cancels ? this.cancels : others;
        run(() -> queue.add(turn));
        return turn;
    }

    /** Runs what changes permits between two rounds. */
    void run(Runnable change) {
        arriving.add(change);
        next();
    }

    private void next() {
        if (wanted.getAndIncrement() == 0) {
            executor.execute(this::rounds);
        }
    }

    private void rounds() {
        int answered;
        do {
            answered = wanted.get();
            round();
        } while (wanted.addAndGet(-answered) > 0);
    }

    private void round() {
        for (Runnable change = arriving.poll(); change != null; change = arriving.poll()) {
            change.run();
        }
        long now = time.nanos();
        serve(cancels, now);
        serve(others, now);
        scheduleNext(now);
    }

    private static void serve(Set<Turn> queue, long now) {
        for (Iterator<Turn> turns = queue.iterator(); turns.hasNext(); ) {
            Turn turn = turns.next();
            if (turn.isOver() || offer(turn, now) || turn.giveUpIfLate(now)) {
                turns.remove();
            }
        }
    }

    private static boolean offer(Turn turn, long now) {
        try {
            List<Taken> taken = take(turn, now);
            if (taken == null) {
                return false;
            }
            if (!turn.grant(now)) {
                taken.forEach(Taken::giveBack);
            }
            return true;
        } catch (SharedLimitsLostException e) {
            turn.fail(e.reason());
            return true;
        }
    }

    private static @Nullable List<Taken> take(Turn turn, long now) {
        if (turn.freeAt() - now > 0) {
            return null;
        }
        List<Taken> taken = new ArrayList<>();
        for (Claim claim : turn.claims()) {
            for (Allowance allowance : claim.allowances()) {
                Taken permit = allowance.take(now);
                if (permit == null) {
                    taken.forEach(Taken::giveBack);
                    return null;
                }
                taken.add(permit);
            }
        }
        return taken;
    }

    /** Wakes up when the first permit may be free; a wake-up too many does no harm. */
    private void scheduleNext(long now) {
        Long earliest = earliest(cancels, earliest(others, null));
        if (earliest == null) {
            return;
        }
        long delay = Math.max(1, earliest - now);
        if (wakeAt != null && wakeAt - now > 0 && wakeAt - now <= delay) {
            return;
        }
        wakeAt = now + delay;
        time.after(Duration.ofNanos(delay), this::next);
    }

    private static @Nullable Long earliest(Set<Turn> queue, @Nullable Long before) {
        Long earliest = before;
        for (Turn turn : queue) {
            long wake = turn.wakeAt();
            earliest = earliest == null || wake - earliest < 0 ? (Long) wake : earliest;
        }
        return earliest;
    }
}
