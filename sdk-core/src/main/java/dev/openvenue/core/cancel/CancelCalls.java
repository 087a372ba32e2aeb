package dev.openvenue.core.cancel;

import dev.openvenue.core.VenueException;
import dev.openvenue.core.cancel.BatchCancelDescription.Query;
import dev.openvenue.core.cancel.BatchCancelDescription.Shape;
import dev.openvenue.core.cancel.CancelWork.Group;
import dev.openvenue.core.cancel.OrderSight.Hidden;
import dev.openvenue.core.cancel.OrderSight.Row;
import dev.openvenue.core.cancel.OrderSight.State;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Makes the calls of one run and tells every order of a call what came of it. */
final class CancelCalls {
    private final CancelVenue venue;
    private final CancelPlan plan;
    private final CancelSession session;
    private final Consumer<CancelReply> onReply;
    private final BiConsumer<CancelTrack, CancelStep> onNext;
    private final CancelAnswerReader answers;
    private final OrderSightReader sights;
    private final Set<CancelTrack> sending = new HashSet<>();

    /**
     * Calls of one run.
     *
     * @param onReply hears the end of every call
     * @param onNext hears what every order of the call needs next
     */
    CancelCalls(
            CancelVenue venue,
            CancelPlan plan,
            CancelSession session,
            Consumer<CancelReply> onReply,
            BiConsumer<CancelTrack, CancelStep> onNext) {
        this.venue = venue;
        this.plan = plan;
        this.session = session;
        this.onReply = onReply;
        this.onNext = onNext;
        this.answers = new CancelAnswerReader(venue);
        this.sights = new OrderSightReader(venue);
    }

    void start(CancelWork work) {
        switch (work.group().purpose()) {
            case CANCEL -> cancel(work);
            case LOOKUP -> lookUp(work);
            case LIST -> list(work);
        }
    }

    /** Whether a cancel of the order is on its way. */
    boolean isSending(CancelTrack track) {
        return sending.contains(track);
    }

    private void cancel(CancelWork work) {
        List<String> ids = work.ids();
        sending.addAll(work.tracks());
        session.send(venue.description().operation(), plan.cancelArguments(work.group(), ids), reply -> {
            work.tracks().forEach(sending::remove);
            onReply.accept(reply);
            List<CancelVerdict> verdicts = verdicts(work.group(), ids, reply);
            for (int i = 0; i < ids.size(); i++) {
                CancelTrack track = work.tracks().get(i);
                onNext.accept(track, track.answered(verdicts.get(i), ids.size()));
            }
        });
    }

    private List<CancelVerdict> verdicts(Group group, List<String> ids, CancelReply reply) {
        if (reply instanceof CancelReply.Answered answered) {
            return answers.read(group.kind(), ids, answered.exchange());
        }
        Shape shape = venue.description().answer().shape();
        CancelVerdict verdict = reply instanceof CancelReply.Invalid invalid
                ? CancelFailures.invalid(invalid.failure(), ids.size())
                : CancelFailures.verdict(((CancelReply.Failed) reply).failure(), shape, ids.size());
        return ids.stream().map(id -> verdict).toList();
    }

    private void lookUp(CancelWork work) {
        Group group = work.group();
        Query query = venue.description().lookup(group.kind()).orElseThrow();
        List<String> ids = work.ids();
        long asked = session.now();
        session.send(query.operation(), plan.lookupArguments(query, group, ids), reply -> {
            onReply.accept(reply);
            if (reply instanceof CancelReply.Answered answered) {
                seen(work, sights.read(query, group.kind(), ids, answered.exchange()), asked);
            } else {
                OrderSight sight = OrderSightReader.failure(failure(reply));
                boolean blame = ids.size() > 1 && !(sight instanceof Hidden hidden && !hidden.lasting());
                for (CancelTrack track : work.tracks()) {
                    onNext.accept(track, blame ? track.alone() : track.looked(new Row(sight, null), asked));
                }
            }
        });
    }

    private void list(CancelWork work) {
        Query open = Objects.requireNonNull(venue.description().open());
        OpenListing listing = new OpenListing(
                venue, open, plan.listArguments(open, work.group().symbol()));
        readPage(work, listing, session.now());
    }

    private void readPage(CancelWork work, OpenListing listing, long asked) {
        session.send(listing.operation(), listing.next(), reply -> {
            onReply.accept(reply);
            if (!(reply instanceof CancelReply.Answered answered)) {
                VenueException failure = failure(reply);
                boolean lasting = !(OrderSightReader.failure(failure) instanceof Hidden hidden) || hidden.lasting();
                unseen(work, listing, new Hidden(failure, lasting), asked);
                return;
            }
            switch (listing.read(answered.exchange())) {
                case WHOLE -> seen(work, listing.sights(work.group().kind(), work.ids()), asked);
                case UNUSABLE -> unseen(work, listing, new Hidden(listing.problem(answered.exchange()), false), asked);
                case MORE -> {
                    // A run that is over sends nothing, and gives the orders that wait here their outcome by itself.
                    if (!session.isOver()) {
                        readPage(work, listing, asked);
                    }
                }
            }
        });
    }

    private void seen(CancelWork work, List<Row> rows, long asked) {
        for (int i = 0; i < rows.size(); i++) {
            CancelTrack track = work.tracks().get(i);
            onNext.accept(track, track.looked(rows.get(i), asked));
        }
    }

    /** A list that was not read to its end tells of the orders that it shows, and nothing of the others. */
    private void unseen(CancelWork work, OpenListing listing, Hidden others, long asked) {
        List<Row> rows = listing.sights(work.group().kind(), work.ids()).stream()
                .map(row -> row.sight() == State.OPEN ? row : new Row(others, null))
                .toList();
        seen(work, rows, asked);
    }

    private static VenueException failure(CancelReply reply) {
        return reply instanceof CancelReply.Invalid invalid
                ? invalid.failure()
                : ((CancelReply.Failed) reply).failure();
    }
}
