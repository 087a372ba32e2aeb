package dev.openvenue.core.limit;

import dev.openvenue.core.limit.LimitState.Claim;
import dev.openvenue.core.limit.PermitLane.Kind;
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
 * Decides which call is next: cancels before everything else, then in the order of arrival; a call that waits for one
 * limit does not block those that need another. No thread is blocked here. A call takes a permit of each of its limits
 * at the same moment or none at all, because a permit that is held while another is awaited would be counted at the
 * wrong time.
 *
 * <p>Calls that wait for the same permits share a {@link PermitLane}, and a lane is examined only when its first permit
 * may be available. So the number of waiting calls does not matter. Permits are requested without blocking; whatever
 * depends on a decision runs elsewhere.
 */
final class PermitQueue {
    private static final Logger LOGGER = System.getLogger(RateLimits.class.getName());
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final LimitTime time;
    private final Executor telling;
    private final PermitLanes lanes = new PermitLanes();
    private long arrivals;
    private @Nullable Long wakeAt;

    /** @param telling runs whatever depends on decisions; that may block, so one thread is not enough */
    PermitQueue(LimitTime time, Executor telling) {
        this.time = time;
        this.telling = telling;
    }

    /** Puts a call at the end of the queue. */
    PermitRequest join(List<Claim> claims, boolean cancels, Duration patience) {
        return join(() -> claims, cancels ? Kind.CANCEL : Kind.ORDINARY, patience);
    }

    /**
     * Puts a call at the end of the queue.
     *
     * @param claims returns what the call needs; called while the queue is locked
     */
    PermitRequest join(Supplier<List<Claim>> claims, Kind kind, Duration patience) {
        long nanos = (patience.compareTo(LONGEST) < 0 ? patience : LONGEST).toNanos();
        PermitRequest request;
        List<PermitRequest> decided = new ArrayList<>(1);
        synchronized (this) {
            long now = time.nanos();
            request = new PermitRequest(this, new PermitLane.Key(claims.get(), kind), arrivals++, now + nanos);
            request.key().claims().forEach(claim -> claim.limit().enter());
            if (lanes.isEmpty() && request.key().freeAt() - now <= 0) {
                ask(request, now, decided); // Nobody waits, as nearly always; so it needs no lane.
            } else {
                lanes.add(request);
            }
            serve(now, decided);
        }
        if (decided.remove(request)) {
            request.tell(); // Nobody else knows it yet.
        }
        tell(decided);
        return request;
    }

    /** Runs a change that affects permits. */
    void run(Runnable change) {
        List<PermitRequest> decided = new ArrayList<>();
        synchronized (this) {
            change.run();
            serve(time.nanos(), decided);
        }
        tell(decided);
    }

    /**
     * Re-examines the calls that wait for a limit, which has permits earlier or later than expected. May be called only
     * inside {@link #run}.
     */
    void touch(LimitState limit) {
        lanes.touch(limit);
    }

    void leave(PermitRequest request) {
        run(() -> {
            if (request.isWaiting()) {
                request.left();
                over(request, time.nanos());
                lanes.remove(request);
            }
        });
    }

    void giveBack(PermitRequest request) {
        run(() -> request.takePermits().forEach(permit -> giveBack(request, permit)));
    }

    /** Decides what can be decided now. */
    private void serve(long now, List<PermitRequest> decided) {
        lanes.wake(now);
        for (PermitLane lane = lanes.next(); lane != null; lane = lanes.next()) {
            serve(lane, now, decided);
        }
        try {
            scheduleNext(now);
        } catch (RuntimeException | Error e) {
            // No thread could be created for the timer: the next event in this queue tries again.
            LOGGER.log(Level.WARNING, "The rate limits cannot plan their next look", e);
        }
    }

    private void serve(PermitLane lane, long now, List<PermitRequest> decided) {
        if (lane.look() - now > 0) {
            for (PermitRequest request : lane.removeLate(now)) {
                request.giveUp(now);
                decide(request, now, decided);
            }
            lanes.sleep(lane);
            return;
        }
        PermitRequest request = lane.first();
        lane.remove(request);
        lane.served(arrivals);
        lanes.attach(lane);
        ask(request, now, decided);
    }

    /** Requests the permits of a call. An error affects this call alone: it must not stop those behind. */
    @SuppressWarnings("FutureReturnValueIgnored") // What it completes reports by itself.
    private void ask(PermitRequest request, long now, List<PermitRequest> decided) {
        try {
            List<Permit> permits = new ArrayList<>();
            boolean responded = true;
            for (Claim claim : request.key().claims()) {
                for (SlidingWindow allowance : claim.allowances()) {
                    Permit permit = allowance.ask(now);
                    permits.add(permit);
                    responded &= permit.response().isDone();
                }
            }
            if (responded) {
                settle(request, permits, now, decided);
            } else {
                CompletableFuture.allOf(permits.stream().map(Permit::response).toArray(CompletableFuture<?>[]::new))
                        .whenComplete((done, failure) -> settle(request, permits));
            }
        } catch (Throwable e) {
            fail(request, PermitRequest.Lost.of(e), now, decided);
        }
    }

    private void settle(PermitRequest request, List<Permit> permits) {
        List<PermitRequest> decided = new ArrayList<>();
        synchronized (this) {
            long now = time.nanos();
            try {
                settle(request, permits, now, decided);
            } catch (Throwable e) {
                fail(request, PermitRequest.Lost.of(e), now, decided);
            }
            serve(now, decided);
        }
        tell(decided);
    }

    /** Handles the responses of all buckets: the call may be sent, or returns the permits that were taken. */
    private void settle(PermitRequest request, List<Permit> permits, long now, List<PermitRequest> decided) {
        permits.forEach(Permit::learn);
        if (request.isWaiting() && Permit.areGood(permits, now)) {
            request.grant(permits);
            decide(request, now, decided);
            return;
        }
        permits.stream().filter(Permit::isTaken).forEach(permit -> giveBack(request, permit));
        request.key().claims().forEach(claim -> touch(claim.limit()));
        PermitRequest.Lost lost = SharedLimitsLostException.among(permits);
        if (lost != null) {
            fail(request, lost, now, decided);
        } else if (request.isWaiting()) {
            lanes.add(request);
        }
    }

    private void fail(PermitRequest request, PermitRequest.Lost lost, long now, List<PermitRequest> decided) {
        if (request.isWaiting()) {
            request.fail(lost);
            decide(request, now, decided);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // What it completes reports by itself.
    private void giveBack(PermitRequest request, Permit permit) {
        CompletableFuture<?> back = permit.giveBack(time.nanos());
        Runnable returned = () -> {
            permit.returned();
            request.key().claims().forEach(claim -> touch(claim.limit()));
        };
        if (back.isDone()) {
            returned.run();
        } else {
            back.whenComplete((done, failure) -> run(returned));
        }
    }

    private static void decide(PermitRequest request, long now, List<PermitRequest> decided) {
        over(request, now);
        decided.add(request);
    }

    private static void over(PermitRequest request, long now) {
        request.key().claims().forEach(claim -> claim.limit().exit(now));
    }

    private void tell(List<PermitRequest> decided) {
        for (PermitRequest request : decided) {
            try {
                telling.execute(request::tell);
            } catch (Throwable e) {
                request.tell(); // No thread could be created: better late on this one than never.
            }
        }
    }

    /** Schedules a wake-up for when the first permit may be available; a superfluous wake-up does no harm. */
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
