package dev.openvenue.core.limit;

import dev.openvenue.core.limit.Limit.Claim;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who may go next: cancels before everything else, then in the order of arrival; a call that waits for one limit does
 * not stop those that need another. No thread is kept waiting here. A call takes a permit of each of its limits at the
 * same moment or none at all, because a permit that is kept while another is awaited would be counted at the wrong
 * time.
 *
 * <p>Calls that wait for the same permits stand in one {@link Lane}, and a lane is looked at only when its first permit
 * may be free. So it does not matter how many calls wait. Permits are asked for without waiting; what depends on a
 * decision runs elsewhere.
 */
final class Turns {
    private static final Logger LOGGER = System.getLogger(RateLimits.class.getName());
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final LimitTime time;
    private final Executor telling;
    private final Lanes lanes = new Lanes();
    private long arrivals;
    private @Nullable Long wakeAt;

    /** @param telling runs what depends on decisions; it may block, so one thread is not enough */
    Turns(LimitTime time, Executor telling) {
        this.time = time;
        this.telling = telling;
    }

    /** Puts a call at the end of the queue. */
    Turn join(List<Claim> claims, boolean cancels, Duration patience) {
        return join(() -> claims, cancels, patience);
    }

    /**
     * Puts a call at the end of the queue.
     *
     * @param claims says what it needs, while nothing else happens here
     */
    Turn join(Supplier<List<Claim>> claims, boolean cancels, Duration patience) {
        long nanos = (patience.compareTo(LONGEST) > 0 ? LONGEST : patience).toNanos();
        Turn turn;
        List<Turn> decided;
        synchronized (this) {
            turn = new Turn(this, new Lane.Key(claims.get(), cancels), arrivals++, time.nanos() + nanos);
            turn.key().claims().forEach(claim -> claim.limit().enter());
            lanes.add(turn);
            decided = serve();
        }
        if (decided.remove(turn)) {
            turn.tell(); // Nobody else knows it yet.
        }
        tell(decided);
        return turn;
    }

    /** Does what changes permits. */
    void run(Runnable change) {
        List<Turn> decided;
        synchronized (this) {
            change.run();
            decided = serve();
        }
        tell(decided);
    }

    /** The limit gives permits earlier or later than it seemed. To be called by what {@link #run} runs. */
    void touch(Limit limit) {
        lanes.touch(limit);
    }

    void leave(Turn turn) {
        run(() -> {
            if (turn.isWaiting()) {
                turn.left();
                over(turn);
                lanes.remove(turn);
            }
        });
    }

    void giveBack(Turn turn) {
        run(() -> turn.takePermits().forEach(permit -> giveBack(turn, permit)));
    }

    /** Decides what can be decided now. */
    private List<Turn> serve() {
        List<Turn> decided = new ArrayList<>();
        long now = time.nanos();
        lanes.wake(now);
        for (Lane lane = lanes.next(); lane != null; lane = lanes.next()) {
            serve(lane, now, decided);
        }
        try {
            scheduleNext(now);
        } catch (RuntimeException | Error e) {
            // No thread could be had for the timer: whatever happens next here tries again.
            LOGGER.log(Level.WARNING, "The rate limits cannot plan their next look", e);
        }
        return decided;
    }

    private void serve(Lane lane, long now, List<Turn> decided) {
        if (lane.look() - now > 0) {
            for (Turn turn : lane.removeLate(now)) {
                turn.giveUp(now);
                decide(turn, decided);
            }
            lanes.sleep(lane);
            return;
        }
        Turn turn = lane.first();
        lane.remove(turn);
        lanes.attach(lane);
        ask(turn, now, decided);
    }

    /** Whatever goes wrong goes wrong for this call alone: an error must not stop those behind. */
    @SuppressWarnings("FutureReturnValueIgnored") // What it completes reports by itself.
    private void ask(Turn turn, long now, List<Turn> decided) {
        try {
            List<Permit> permits = new ArrayList<>();
            for (Claim claim : turn.key().claims()) {
                claim.allowances().forEach(allowance -> permits.add(allowance.ask(now)));
            }
            CompletableFuture<?> answered =
                    CompletableFuture.allOf(permits.stream().map(Permit::answer).toArray(CompletableFuture<?>[]::new));
            if (answered.isDone()) {
                settle(turn, permits, decided);
            } else {
                answered.whenComplete((done, failure) -> settle(turn, permits));
            }
        } catch (Throwable e) {
            fail(turn, Turn.Lost.of(e), decided);
        }
    }

    private void settle(Turn turn, List<Permit> permits) {
        List<Turn> decided = new ArrayList<>();
        synchronized (this) {
            try {
                settle(turn, permits, decided);
            } catch (Throwable e) {
                fail(turn, Turn.Lost.of(e), decided);
            }
            decided.addAll(serve());
        }
        tell(decided);
    }

    /** All permits were answered: the call goes, or gives back what was taken. */
    private void settle(Turn turn, List<Permit> permits, List<Turn> decided) {
        long now = time.nanos();
        permits.forEach(Permit::learn);
        if (turn.isWaiting() && permits.stream().allMatch(permit -> permit.isGood(now))) {
            turn.grant(permits);
            decide(turn, decided);
            return;
        }
        permits.stream().filter(Permit::isTaken).forEach(permit -> giveBack(turn, permit));
        turn.key().claims().forEach(claim -> touch(claim.limit()));
        Turn.Lost lost = SharedLimitsLostException.among(permits);
        if (lost != null) {
            fail(turn, lost, decided);
        } else if (turn.isWaiting()) {
            lanes.add(turn);
        }
    }

    private void fail(Turn turn, Turn.Lost lost, List<Turn> decided) {
        if (turn.isWaiting()) {
            turn.fail(lost);
            decide(turn, decided);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // What it completes reports by itself.
    private void giveBack(Turn turn, Permit permit) {
        CompletableFuture<?> back = permit.giveBack(time.nanos());
        Runnable returned = () -> {
            permit.returned();
            turn.key().claims().forEach(claim -> touch(claim.limit()));
        };
        if (back.isDone()) {
            returned.run();
        } else {
            back.whenComplete((done, failure) -> run(returned));
        }
    }

    private void decide(Turn turn, List<Turn> decided) {
        over(turn);
        decided.add(turn);
    }

    private void over(Turn turn) {
        long now = time.nanos();
        turn.key().claims().forEach(claim -> claim.limit().exit(now));
    }

    private void tell(List<Turn> decided) {
        for (Turn turn : decided) {
            try {
                telling.execute(turn::tell);
            } catch (Throwable e) {
                turn.tell(); // No thread could be had: better late on this one than never.
            }
        }
    }

    /** Wakes up when the first permit may be free; a wake-up too many does no harm. */
    private void scheduleNext(long now) {
        Long next = lanes.wakeAt();
        if (next == null) {
            return;
        }
        long delay = Math.max(1, next - now);
        if (wakeAt != null && wakeAt - now > 0 && wakeAt - now <= delay) {
            return;
        }
        time.after(Duration.ofNanos(delay), () -> run(() -> {}));
        wakeAt = now + delay;
    }
}
