package dev.openvenue.core.cancel;

import dev.openvenue.core.cancel.NextStep.Action;
import dev.openvenue.core.cancel.OrderLookup.Found;
import dev.openvenue.core.cancel.OrderLookup.NotFound;
import dev.openvenue.core.cancel.OrderLookup.Row;
import dev.openvenue.core.cancel.OrderLookup.Unavailable;
import dev.openvenue.core.cancel.OrderResult.Accepted;
import dev.openvenue.core.cancel.OrderResult.Rejected;
import dev.openvenue.core.cancel.OrderResult.Retryable;
import dev.openvenue.core.cancel.OrderResult.SplitNeeded;
import dev.openvenue.core.cancel.OrderResult.Unknown;
import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.RejectedException;
import dev.openvenue.core.error.VenueException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One order on its way to an outcome: what came back so far, and what to do next. It knows no network and no clock.
 * Only the run's own thread uses it, but for {@link #outcome()}.
 */
final class OrderCancelState {
    /** A venue that took a cancel and still shows the order open so often has lost it. */
    static final int LOOKS_BEFORE_RESEND = 6;

    /** An open order whose cancel is rejected with one code so often stays. */
    static final int REJECTIONS = 5;

    private final OrderRef ref;
    private final RunRules rules;
    private final AbsenceProof absence;
    private final AbsenceProof others;
    private @Nullable String orderId;
    private int limit = Integer.MAX_VALUE;
    private boolean lookAlone;
    private boolean byOrderId;
    private boolean accepted;
    private boolean touched;
    private boolean known;
    private @Nullable Rejected rejection;
    private @Nullable VenueException cause;
    private @Nullable OrderLookup seen;
    private @Nullable VenueException cannotLookUp;
    private @Nullable Found closed;
    private int attempts;
    private int rejections;
    private int openLooks;
    private int hidden;
    private int lookups;
    private boolean done;
    private volatile @Nullable CancelOutcome outcome;

    /**
     * An order of which nothing is known.
     *
     * @param listed whether the venue has shown it before
     */
    OrderCancelState(OrderRef ref, RunRules rules, boolean listed) {
        this.ref = ref;
        this.rules = rules;
        this.absence = new AbsenceProof(rules.absence());
        this.others = new AbsenceProof(rules.absence());
        this.orderId = ref.orderId();
        this.known = listed;
    }

    OrderRef ref() {
        return ref;
    }

    /** The venue's id for the order, as far as known. */
    @Nullable
    String orderId() {
        return orderId;
    }

    /** The kind of id that names it in a cancel: the one that was given, until only the other one reaches it. */
    IdKind kind() {
        return byOrderId ? IdKind.ORDER_ID : ref.kind();
    }

    /** How many orders a cancel that names this one may hold. */
    int limit() {
        return limit;
    }

    /** Whether a lookup may name no other order beside this one. */
    boolean lookAlone() {
        return lookAlone;
    }

    Evidence evidence() {
        return new Evidence(
                ref, accepted, touched, known, rules.isAmbiguous(ref), rejection, cause, seen, cannotLookUp);
    }

    /** The outcome; null until there is one. */
    @Nullable
    CancelOutcome outcome() {
        return outcome;
    }

    /** Gives the order its outcome, unless it has one: an order that was given up may still get answers. */
    NextStep settle(CancelOutcome outcome) {
        this.outcome = this.outcome == null ? outcome : this.outcome;
        return new NextStep(Action.NOTHING, 0);
    }

    /** The run has taken note of the outcome. */
    void done() {
        done = true;
    }

    /** Whether the run works on it no more. */
    boolean isDone() {
        return done;
    }

    /** What to do after a cancel that named so many orders said this. */
    NextStep answered(OrderResult result, int size) {
        attempts++;
        if (result instanceof Accepted taken) {
            orderId = orderId == null ? taken.orderId() : orderId;
            known = true;
            accepted = true;
            touched = true;
            rejection = null;
            openLooks = 0;
            return rules.verify()
                    ? new NextStep(Action.LOOK, 0)
                    : settle(evidence().taken());
        } else if (result instanceof Rejected rejected) {
            return rejected(rejected);
        } else if (result instanceof Unknown lost) {
            touched = true;
            cause = lost.cause();
            limit = lost.culprit() ? Math.max(1, size / 2) : limit;
            return lookOrBelieve();
        } else if (result instanceof SplitNeeded split) {
            cause = split.cause();
            limit = Math.max(1, size / 2);
            return new NextStep(Action.CANCEL, 0);
        }
        return notYet((Retryable) result);
    }

    private NextStep rejected(Rejected rejected) {
        rejections = rejection != null && Objects.equals(rejection.code(), rejected.code()) ? rejections + 1 : 1;
        rejection = rejected;
        cause = rejected.cause();
        if (rejected.asksToWait()) {
            return new NextStep(Action.CANCEL, attempts);
        }
        touched |= rejected.effect() == Effect.UNKNOWN && !rejected.saysNotOpen();
        // A rejection speaks for its own call only; a cancel that was lost before may be at work.
        if (!rejected.needsLook() && !touched) {
            return settle(evidence().rejected(rejected));
        }
        return lookOrBelieve();
    }

    private NextStep lookOrBelieve() {
        return rules.verify() ? new NextStep(Action.LOOK, 0) : settle(evidence().fromResponseAlone());
    }

    private NextStep notYet(Retryable notYet) {
        cause = notYet.cause();
        if (cause instanceof RejectedException e) {
            rejection = Rejected.of(e);
        } else if (cause instanceof NotSentException unsent
                && unsent.retryAfter().isEmpty()
                && attempts >= REJECTIONS) {
            // No credentials or the like; the venue has not seen it and will not.
            return settle(touched ? evidence().fromResponseAlone() : evidence().notSent(cause));
        }
        return new NextStep(Action.CANCEL, attempts, notYet.pause());
    }

    /** What to do after a lookup that named other orders too was rejected, perhaps because of one of them. */
    NextStep alone() {
        lookAlone = true;
        return new NextStep(Action.LOOK, 0);
    }

    /**
     * What to do after a look showed this.
     *
     * @param asked when the look was sent, in nanoseconds
     */
    NextStep looked(Row row, long asked) {
        OrderLookup lookup = row.lookup();
        Found before = closed;
        if (before != null) {
            return namesakes(before, row, asked);
        }
        seen = lookup;
        known |= lookup instanceof Found;
        orderId = orderId == null ? row.orderId() : orderId;
        if (lookup instanceof NotFound absent) {
            NextStep next = absence.next(absent.amongOpen(), asked, hidden >= Unavailable.ENOUGH);
            return next == null ? settle(evidence().notFound(absence.lookedUp(), true)) : next;
        } else if (lookup instanceof Unavailable look) {
            return hidden(look);
        }
        absence.end();
        return lookup == Found.OPEN ? open() : closed((Found) lookup);
    }

    private NextStep closed(Found state) {
        if (!rules.isAmbiguous(ref)) {
            return settle(evidence().closed(state));
        }
        // The cancel reached the newest order of this id, and so did the look.
        closed = state;
        others.end();
        lookups = 0;
        hidden = 0;
        return new NextStep(Action.LIST_NAMESAKES, 0);
    }

    private NextStep namesakes(Found state, Row row, long asked) {
        if (row.lookup() == Found.OPEN) {
            if (Objects.equals(row.orderId(), orderId)) {
                // The list lags behind the order's own state.
                return new NextStep(Action.LIST_NAMESAKES, ++lookups);
            }
            closed = null;
            orderId = row.orderId();
            return byOrderId();
        } else if (row.lookup() instanceof Unavailable look) {
            cannotLookUp = look.cause();
            return look.lasting() && ++hidden >= Unavailable.ENOUGH
                    ? settle(evidence().closedPerhapsNotAlone())
                    : new NextStep(Action.LIST_NAMESAKES, ++lookups);
        }
        NextStep next = others.nextForNamesakes(asked);
        return next == null ? settle(evidence().closed(state)) : next;
    }

    /** Cancels by the venue's id what the client's id does not reach. */
    private NextStep byOrderId() {
        byOrderId = true;
        accepted = false;
        rejection = null;
        rejections = 0;
        return new NextStep(Action.CANCEL, 0);
    }

    private NextStep open() {
        hidden = 0;
        lookups = 0;
        boolean unknown = rejection != null && rejection.kind() == ErrorKind.ORDER_NOT_FOUND;
        if (unknown && !byOrderId && ref.orderId() == null && orderId != null) {
            return byOrderId();
        }
        // Called closed and shown open, an order may be about to be cancelled: so HTX rejects a second cancel.
        boolean underWay = accepted || (rejection != null && rejection.saysNotOpen());
        if (underWay && ++openLooks < LOOKS_BEFORE_RESEND) {
            return new NextStep(Action.LOOK, openLooks);
        }
        openLooks = 0;
        return rejection != null && rejections >= REJECTIONS
                ? settle(evidence().rejectedWhileOpen(rejection))
                : new NextStep(Action.CANCEL, attempts);
    }

    private NextStep hidden(Unavailable look) {
        cannotLookUp = look.cause();
        cause = cause == null || accepted ? look.cause() : cause;
        if (look.lasting() && ++hidden >= Unavailable.ENOUGH) {
            // What the lookup cannot tell the list may; what neither tells, asked as often, will not be told later.
            int lists = hidden - Unavailable.ENOUGH;
            return lists < Unavailable.ENOUGH
                    ? new NextStep(Action.LIST, lists)
                    : settle(evidence().fromResponseAlone());
        }
        return new NextStep(Action.LOOK, ++lookups, look.pause());
    }

    /** The venue has no call that would show more of this order. */
    NextStep cannotLookUp() {
        if (closed != null) {
            return settle(evidence().closedPerhapsNotAlone());
        } else if (absence.isProvenByLookups()) {
            return settle(evidence().notFound(true, false));
        }
        return absence.isLookedUpInVain() ? absence.again() : settle(evidence().fromResponseAlone());
    }

    /** The run ends while a cancel may be on its way. */
    void endWhileSending(VenueException ended) {
        touched = true;
        cause = ended;
    }
}
