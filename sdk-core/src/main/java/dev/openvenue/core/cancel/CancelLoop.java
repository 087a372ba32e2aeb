package dev.openvenue.core.cancel;

import dev.openvenue.core.ErrorKind;
import dev.openvenue.core.NotSentException;
import dev.openvenue.core.RejectedException;
import dev.openvenue.core.cancel.CancelWork.Group;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One run: takes orders in, lets calls go, waits, until every order has its outcome or the run is over. One thread owns it all. */
final class CancelLoop {
    /** The longest time, and the part of the deadline, that one order may hold back all those behind it. */
    private static final Duration LONGEST_OBSTACLE = Duration.ofSeconds(10);

    private static final int SHARE_OF_OBSTACLE = 4;

    private final CancelVenue venue;
    private final CancelPlan plan;
    private final CancelOptions options;
    private final CancelSession session;
    private final CancelWindow window;
    private final CancelCalls calls;
    private final CancelListener listener;
    private final CancelQueue queue = new CancelQueue();
    private long quietUntil;
    private int rateLimits;
    private long orders;
    private long settled;

    CancelLoop(CancelVenue venue, CancelOptions options, CancelSession session, CancelWindow window) {
        this.venue = venue;
        this.plan = new CancelPlan(venue, options.arguments());
        this.options = options;
        this.session = session;
        this.window = window;
        this.calls = new CancelCalls(venue, plan, session, this::pace, this::follow);
        this.listener = new CancelListener(venue.id(), options.listener());
    }

    /**
     * Runs to the end on this thread. Nothing but what the consumer of the outcomes or the input threw is thrown.
     *
     * @param taken orders that the window took in before
     */
    void run(List<CancelTrack> taken) {
        try {
            guarded(() -> taken.forEach(this::admit));
            while (!session.isOver() && !window.isDrained()) {
                guarded(this::step);
                window.emit();
                listener.hear(orders, settled, session.calls());
            }
            // What has arrived by now still counts.
            guarded(() -> session.await(0));
            window.finish(this::end);
        } finally {
            window.close();
            session.abandon();
        }
        window.rethrow();
    }

    /** An unforeseen failure ends the run and becomes the outcome of its orders: what was done so far must be told. */
    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            session.fail(e);
        }
    }

    private void step() {
        passOver();
        window.admit(session.now()).forEach(this::admit);
        sendWhatMayGo();
        if (session.running() > 0 || !queue.isEmpty() || window.nextDue() < Long.MAX_VALUE || window.isWaiting()) {
            session.await(wakeUp());
        }
    }

    private void passOver() {
        Duration share = options.deadline().dividedBy(SHARE_OF_OBSTACLE);
        CancelTrack obstacle =
                window.obstacle(session.now(), share.compareTo(LONGEST_OBSTACLE) < 0 ? share : LONGEST_OBSTACLE);
        if (obstacle != null) {
            follow(obstacle, obstacle.settle(end(obstacle, "given up, because it held back the orders behind it")));
        }
    }

    private void admit(CancelTrack track) {
        orders++;
        Optional<String> problem = plan.problem(track.ref());
        if (problem.isPresent()) {
            String operation = venue.description().operation();
            NotSentException cause = venue.notSent(operation, problem.get(), null);
            follow(track, track.settle(track.evidence().notSent(cause)));
        } else {
            queue.add(plan.cancel(track), track);
        }
    }

    private void sendWhatMayGo() {
        while (session.running() < options.parallelism() && session.now() >= quietUntil && !session.isOver()) {
            CancelWork work = queue.next(session.now());
            if (work == null) {
                return;
            }
            calls.start(work);
        }
    }

    /** When there is something to do even if nothing arrives. */
    private long wakeUp() {
        if (session.running() >= options.parallelism()) {
            return Long.MAX_VALUE;
        }
        return Math.min(window.nextDue(), Math.max(quietUntil, queue.nextDue()));
    }

    /** A venue that complains of too many requests is left alone for a while by all calls, not only by the one that it refused. */
    private void pace(CancelReply reply) {
        if (reply instanceof CancelReply.Failed failed
                && failed.failure() instanceof RejectedException rejection
                && rejection.kind() == ErrorKind.RATE_LIMIT) {
            Duration demanded = rejection.retryAfter().orElse(Duration.ZERO);
            quietUntil = Math.max(quietUntil, session.after(++rateLimits, demanded));
        } else if (reply instanceof CancelReply.Answered) {
            rateLimits = 0;
        }
    }

    private void follow(CancelTrack track, CancelStep next) {
        if (track.isDone()) {
            return;
        }
        if (next.action() == CancelStep.Action.NOTHING) {
            track.done();
            settled++;
            window.settled();
            return;
        }
        Optional<Group> group = switch (next.action()) {
            case CANCEL -> Optional.of(plan.cancel(track));
            case LOOK -> plan.look(track);
            case LIST_NAMESAKES -> plan.namesakes(track);
            default -> plan.list(track);
        };
        if (group.isPresent()) {
            queue.add(group.get(), track, session.after(next.tries(), next.pause()));
        } else {
            follow(track, track.blind());
        }
    }

    /** What is known of an order when the run is over. */
    CancelOutcome end(CancelTrack track) {
        return end(track, session.reason());
    }

    private CancelOutcome end(CancelTrack track, String reason) {
        if (calls.isSending(track)) {
            String operation = venue.description().operation();
            track.endWhileSending(venue.unanswered(operation, operation + " was not answered: " + reason, null));
        }
        return track.evidence().ended(reason, session.ended());
    }
}
