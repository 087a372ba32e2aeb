package dev.openvenue.core.cancel;

import dev.openvenue.core.ErrorKind;
import dev.openvenue.core.NotSentException;
import dev.openvenue.core.RejectedException;
import dev.openvenue.core.VenueException;
import dev.openvenue.core.cancel.CancelTrack.Action;
import dev.openvenue.core.cancel.CancelTrack.Next;
import dev.openvenue.core.cancel.CancelWork.Group;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One run: takes orders in, lets calls go, waits, until every order has its outcome or the run is over. One thread owns it all. */
final class CancelLoop {
    private final CancelVenue venue;
    private final CancelPlan plan;
    private final CancelOptions options;
    private final CancelSession session;
    private final CancelWindow window;
    private final CancelCalls calls;
    private final CancelQueue queue = new CancelQueue();
    private long quietUntil;
    private int rateLimits;
    private long orders;
    private long settled;
    private long reported;

    CancelLoop(CancelVenue venue, CancelOptions options, CancelSession session, CancelWindow window) {
        this.venue = venue;
        this.plan = new CancelPlan(venue, options.arguments());
        this.options = options;
        this.session = session;
        this.window = window;
        this.calls = new CancelCalls(venue, plan, session, this::pace, this::follow);
    }

    /**
     * Runs to the end on this thread.
     *
     * @param taken orders that the window took in before
     */
    void run(List<CancelTrack> taken) {
        taken.forEach(this::admit);
        try {
            while (!session.isOver() && !window.isDrained()) {
                window.admit().forEach(this::admit);
                sendWhatMayGo();
                if (session.running() > 0 || !queue.isEmpty()) {
                    session.await(wakeUp());
                }
                window.emit();
                report();
            }
            // What has arrived by now still counts.
            session.await(0);
            window.finish(this::end);
        } finally {
            session.abandon();
        }
        window.rethrow();
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
        return Math.max(quietUntil, queue.nextDue());
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

    private void follow(CancelTrack track, Next next) {
        if (next.action() == Action.NOTHING) {
            settled++;
            return;
        }
        Optional<Group> group = switch (next.action()) {
            case CANCEL -> Optional.of(plan.cancel(track));
            case LOOK -> plan.look(track);
            default -> plan.list(track);
        };
        if (group.isPresent()) {
            queue.add(group.get(), track, session.after(next.tries(), next.pause()));
        } else {
            follow(track, track.blind());
        }
    }

    private CancelOutcome end(CancelTrack track) {
        VenueException ended = session.ended();
        if (calls.isSending(track)) {
            String operation = venue.description().operation();
            track.endWhileSending(
                    venue.unanswered(operation, operation + " was not answered: " + session.reason(), null));
        }
        return track.evidence().ended(session.reason(), ended);
    }

    private void report() {
        if (settled + orders != reported) {
            reported = settled + orders;
            options.listener().accept(new CancelProgress(orders, settled, session.calls()));
        }
    }
}
