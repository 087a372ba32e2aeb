package dev.openvenue.core.cancel;

import dev.openvenue.core.ErrorKind;
import dev.openvenue.core.Execution;
import dev.openvenue.core.NotSentException;
import dev.openvenue.core.RejectedException;
import dev.openvenue.core.VenueException;
import dev.openvenue.core.cancel.BatchCancelDescription.IdKind;
import dev.openvenue.core.cancel.CancelStep.Action;
import dev.openvenue.core.cancel.CancelVerdict.Accepted;
import dev.openvenue.core.cancel.CancelVerdict.Lost;
import dev.openvenue.core.cancel.CancelVerdict.NotYet;
import dev.openvenue.core.cancel.CancelVerdict.Refused;
import dev.openvenue.core.cancel.CancelVerdict.Split;
import dev.openvenue.core.cancel.OrderSight.Absent;
import dev.openvenue.core.cancel.OrderSight.Hidden;
import dev.openvenue.core.cancel.OrderSight.Row;
import dev.openvenue.core.cancel.OrderSight.State;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One order on its way to an outcome: what came back so far, and what to do next. It knows no network and no clock. Only the
 * run's own thread uses it, but for {@link #outcome()}.
 */
final class CancelTrack {
    /** A venue that took a cancel and still shows the order open so often has lost it. */
    static final int LOOKS_BEFORE_RESEND = 6;

    /** An open order whose cancel is refused with one code so often stays. */
    static final int REFUSALS = 5;

    private final OrderRef ref;
    private final CancelRules rules;
    private final CancelAbsence absence;
    private final CancelAbsence others;
    private @Nullable String orderId;
    private int limit = Integer.MAX_VALUE;
    private boolean lookAlone;
    private boolean byOrderId;
    private boolean accepted;
    private boolean touched;
    private boolean known;
    private @Nullable Refused refusal;
    private @Nullable VenueException cause;
    private @Nullable OrderSight seen;
    private @Nullable VenueException blind;
    private @Nullable State closed;
    private int attempts;
    private int refusals;
    private int openLooks;
    private int hidden;
    private int looks;
    private boolean done;
    private volatile @Nullable CancelOutcome outcome;

    /**
     * An order of which nothing is known.
     *
     * @param listed whether the venue has shown it before
     */
    CancelTrack(OrderRef ref, CancelRules rules, boolean listed) {
        this.ref = ref;
        this.rules = rules;
        this.absence = new CancelAbsence(rules.absence());
        this.others = new CancelAbsence(rules.absence());
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

    CancelEvidence evidence() {
        return new CancelEvidence(ref, accepted, touched, known, rules.isAmbiguous(ref), refusal, cause, seen, blind);
    }

    /** The outcome; null until there is one. */
    @Nullable
    CancelOutcome outcome() {
        return outcome;
    }

    /** Gives the order its outcome, unless it has one: an order that was given up may still get answers. */
    CancelStep settle(CancelOutcome outcome) {
        this.outcome = this.outcome == null ? outcome : this.outcome;
        return new CancelStep(Action.NOTHING, 0);
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
    CancelStep answered(CancelVerdict verdict, int size) {
        attempts++;
        if (verdict instanceof Accepted taken) {
            orderId = orderId == null ? taken.orderId() : orderId;
            known = true;
            accepted = true;
            touched = true;
            refusal = null;
            openLooks = 0;
            return rules.verify()
                    ? new CancelStep(Action.LOOK, 0)
                    : settle(evidence().taken());
        } else if (verdict instanceof Refused refused) {
            return refused(refused);
        } else if (verdict instanceof Lost lost) {
            touched = true;
            cause = lost.cause();
            limit = lost.culprit() ? Math.max(1, size / 2) : limit;
            return lookOrBelieve();
        } else if (verdict instanceof Split split) {
            cause = split.cause();
            limit = Math.max(1, size / 2);
            return new CancelStep(Action.CANCEL, 0);
        }
        return notYet((NotYet) verdict);
    }

    private CancelStep refused(Refused refused) {
        refusals = refusal != null && Objects.equals(refusal.code(), refused.code()) ? refusals + 1 : 1;
        refusal = refused;
        cause = refused.cause();
        if (refused.asksToWait()) {
            return new CancelStep(Action.CANCEL, attempts);
        }
        touched |= refused.execution() == Execution.UNKNOWN && !refused.saysNotOpen();
        // A refusal speaks for its own call only; a cancel that was lost before may be at work.
        if (!refused.needsLook() && !touched) {
            return settle(evidence().refused(refused));
        }
        return lookOrBelieve();
    }

    private CancelStep lookOrBelieve() {
        return rules.verify()
                ? new CancelStep(Action.LOOK, 0)
                : settle(evidence().byWord());
    }

    private CancelStep notYet(NotYet notYet) {
        cause = notYet.cause();
        if (cause instanceof RejectedException rejection) {
            refusal = Refused.of(rejection);
        } else if (cause instanceof NotSentException unsent
                && unsent.retryAfter().isEmpty()
                && attempts >= REFUSALS) {
            // No credentials or the like; the venue has not seen it and will not.
            return settle(touched ? evidence().byWord() : evidence().notSent(cause));
        }
        return new CancelStep(Action.CANCEL, attempts, notYet.pause());
    }

    /** What to do after a lookup that named other orders too was refused, perhaps because of one of them. */
    CancelStep alone() {
        lookAlone = true;
        return new CancelStep(Action.LOOK, 0);
    }

    /**
     * What to do after a look showed this.
     *
     * @param asked when the look was sent, in nanoseconds
     */
    CancelStep looked(Row row, long asked) {
        OrderSight sight = row.sight();
        State before = closed;
        if (before != null) {
            return namesakes(before, row, asked);
        }
        seen = sight;
        known |= sight instanceof State;
        orderId = orderId == null ? row.orderId() : orderId;
        if (sight instanceof Absent absent) {
            CancelStep next = absence.next(absent.amongOpen(), asked, hidden >= Hidden.ENOUGH);
            return next == null ? settle(evidence().gone(absence.lookedUp(), true)) : next;
        } else if (sight instanceof Hidden look) {
            return hidden(look);
        }
        absence.end();
        return sight == State.OPEN ? open() : closed((State) sight);
    }

    private CancelStep closed(State state) {
        if (!rules.isAmbiguous(ref)) {
            return settle(evidence().closed(state));
        }
        // The cancel reached the newest order of this id, and so did the look.
        closed = state;
        others.end();
        looks = 0;
        hidden = 0;
        return new CancelStep(Action.LIST_NAMESAKES, 0);
    }

    private CancelStep namesakes(State state, Row row, long asked) {
        if (row.sight() == State.OPEN) {
            if (Objects.equals(row.orderId(), orderId)) {
                // The list lags behind the order's own state.
                return new CancelStep(Action.LIST_NAMESAKES, ++looks);
            }
            closed = null;
            orderId = row.orderId();
            return byOrderId();
        } else if (row.sight() instanceof Hidden look) {
            blind = look.cause();
            return look.lasting() && ++hidden >= Hidden.ENOUGH
                    ? settle(evidence().closedPerhapsNotAlone())
                    : new CancelStep(Action.LIST_NAMESAKES, ++looks);
        }
        CancelStep next = others.nextForNamesakes(asked);
        return next == null ? settle(evidence().closed(state)) : next;
    }

    /** Cancels by the venue's id what the client's id does not reach. */
    private CancelStep byOrderId() {
        byOrderId = true;
        accepted = false;
        refusal = null;
        refusals = 0;
        return new CancelStep(Action.CANCEL, 0);
    }

    private CancelStep open() {
        hidden = 0;
        looks = 0;
        boolean unknown = refusal != null && refusal.kind() == ErrorKind.ORDER_NOT_FOUND;
        if (unknown && !byOrderId && ref.orderId() == null && orderId != null) {
            return byOrderId();
        }
        // Called closed and shown open, an order may be about to be cancelled: so HTX refuses a second cancel.
        boolean underWay = accepted || (refusal != null && refusal.saysNotOpen());
        if (underWay && ++openLooks < LOOKS_BEFORE_RESEND) {
            return new CancelStep(Action.LOOK, openLooks);
        }
        openLooks = 0;
        return refusal != null && refusals >= REFUSALS
                ? settle(evidence().stays(refusal))
                : new CancelStep(Action.CANCEL, attempts);
    }

    private CancelStep hidden(Hidden look) {
        blind = look.cause();
        cause = cause == null || accepted ? look.cause() : cause;
        if (look.lasting() && ++hidden >= Hidden.ENOUGH) {
            // What the lookup cannot tell the list may; what neither tells, asked as often, will not be told later.
            int lists = hidden - Hidden.ENOUGH;
            return lists < Hidden.ENOUGH
                    ? new CancelStep(Action.LIST, lists)
                    : settle(evidence().byWord());
        }
        return new CancelStep(Action.LOOK, ++looks, look.pause());
    }

    /** The venue has no call that would show more of this order. */
    CancelStep blind() {
        if (closed != null) {
            return settle(evidence().closedPerhapsNotAlone());
        } else if (absence.isProvenByLookups()) {
            return settle(evidence().gone(true, false));
        }
        return absence.isLookedUpInVain() ? absence.again() : settle(evidence().byWord());
    }

    /** The run ends while a cancel may be on its way. */
    void endWhileSending(VenueException ended) {
        touched = true;
        cause = ended;
    }
}
