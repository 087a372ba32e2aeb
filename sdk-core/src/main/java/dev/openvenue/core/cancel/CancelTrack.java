package dev.openvenue.core.cancel;

import dev.openvenue.core.Execution;
import dev.openvenue.core.NotSentException;
import dev.openvenue.core.RejectedException;
import dev.openvenue.core.VenueException;
import dev.openvenue.core.cancel.CancelVerdict.Accepted;
import dev.openvenue.core.cancel.CancelVerdict.Lost;
import dev.openvenue.core.cancel.CancelVerdict.NotYet;
import dev.openvenue.core.cancel.CancelVerdict.Refused;
import dev.openvenue.core.cancel.CancelVerdict.Split;
import dev.openvenue.core.cancel.OrderSight.Absent;
import dev.openvenue.core.cancel.OrderSight.Hidden;
import dev.openvenue.core.cancel.OrderSight.State;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One order on its way to an outcome: what came back so far, and what to do next. It knows no network and no clock. Only the
 * run's own thread uses it, but for {@link #outcome()}.
 */
final class CancelTrack {
    /** Venues need a moment until a new order can be found; three looks with pauses tell lag from absence. */
    static final int LOOKS_FOR_ABSENCE = 3;

    /** A venue that took a cancel and still shows the order open so often has lost it. */
    static final int LOOKS_BEFORE_RESEND = 6;

    /** An open order whose cancel is refused with one code so often stays. */
    static final int REFUSALS = 5;

    /** What can be done with an order. */
    enum Action {
        /** Send a cancel. */
        CANCEL,
        /** Look it up. */
        LOOK,
        /** See whether it is among the open orders. */
        LIST,
        /** Nothing more: it has its outcome. */
        NOTHING
    }

    /**
     * What to do next.
     *
     * @param tries how often this was tried in vain; the pause grows with it
     * @param pause the least pause, as the venue demands it
     */
    record Next(Action action, int tries, Duration pause) {
        Next(Action action, int tries) {
            this(action, tries, Duration.ZERO);
        }
    }

    private final OrderRef ref;
    private final boolean verify;
    private @Nullable String orderId;
    private int limit = Integer.MAX_VALUE;
    private boolean lookAlone;
    private boolean lookedUp;
    private boolean accepted;
    private boolean touched;
    private @Nullable Refused refusal;
    private @Nullable VenueException cause;
    private @Nullable OrderSight seen;
    private int attempts;
    private int refusals;
    private int openLooks;
    private int absences;
    private int hidden;
    private int looks;
    private volatile @Nullable CancelOutcome outcome;

    CancelTrack(OrderRef ref, boolean verify) {
        this.ref = ref;
        this.verify = verify;
        this.orderId = ref.orderId();
    }

    OrderRef ref() {
        return ref;
    }

    /** The venue's id for the order, as far as known. */
    @Nullable
    String orderId() {
        return orderId;
    }

    /** The venue's id was seen beside the client's. */
    void learn(@Nullable String orderId) {
        this.orderId = this.orderId == null ? orderId : this.orderId;
    }

    /** How many orders a cancel that names this one may hold. */
    int limit() {
        return limit;
    }

    /** Whether a lookup may name no other order beside this one. */
    boolean lookAlone() {
        return lookAlone;
    }

    /** What is known. */
    CancelEvidence evidence() {
        return new CancelEvidence(ref, accepted, touched, refusal, cause, seen);
    }

    /** The outcome; null until there is one. */
    @Nullable
    CancelOutcome outcome() {
        return outcome;
    }

    /** Gives the order its outcome. */
    Next settle(CancelOutcome outcome) {
        this.outcome = outcome;
        return new Next(Action.NOTHING, 0);
    }

    /** What to do after a cancel that named so many orders said this. */
    Next answered(CancelVerdict verdict, int size) {
        attempts++;
        if (verdict instanceof Accepted taken) {
            learn(taken.orderId());
            accepted = true;
            touched = true;
            refusal = null;
            openLooks = 0;
            return verify ? new Next(Action.LOOK, 0) : settle(evidence().taken());
        } else if (verdict instanceof Refused refused) {
            return refused(refused);
        } else if (verdict instanceof Lost lost) {
            touched = true;
            cause = lost.cause();
            limit = lost.culprit() ? Math.max(1, size / 2) : limit;
            return verify ? new Next(Action.LOOK, 0) : settle(evidence().byWord());
        } else if (verdict instanceof Split split) {
            cause = split.cause();
            limit = Math.max(1, size / 2);
            return new Next(Action.CANCEL, 0);
        }
        return notYet((NotYet) verdict);
    }

    private Next refused(Refused refused) {
        boolean again = refusal != null && Objects.equals(refusal.code(), refused.code());
        refusals = again ? refusals + 1 : 1;
        refusal = refused;
        cause = refused.cause();
        if (refused.asksToWait()) {
            return new Next(Action.CANCEL, attempts);
        }
        touched |= refused.execution() == Execution.UNKNOWN && !refused.saysNotOpen();
        // A refusal speaks for its own call only; a cancel that was lost before may be at work.
        if (!refused.needsLook() && !touched) {
            return settle(evidence().refused(refused));
        }
        return verify ? new Next(Action.LOOK, 0) : settle(evidence().byWord());
    }

    private Next notYet(NotYet notYet) {
        cause = notYet.cause();
        if (cause instanceof RejectedException rejection) {
            refusal = Refused.of(rejection);
        } else if (cause instanceof NotSentException unsent
                && unsent.retryAfter().isEmpty()
                && attempts >= REFUSALS) {
            // No credentials or the like; the venue has not seen it and will not.
            return settle(touched ? evidence().byWord() : evidence().notSent(cause));
        }
        return new Next(Action.CANCEL, attempts, notYet.pause());
    }

    /** What to do after a lookup that named other orders too was refused, perhaps because of one of them. */
    Next alone() {
        lookAlone = true;
        return new Next(Action.LOOK, 0);
    }

    /** What to do after a look showed this. */
    Next looked(OrderSight sight) {
        seen = sight;
        if (sight == State.OPEN) {
            return open();
        } else if (sight == State.CANCELLED) {
            return settle(evidence().cancelled());
        } else if (sight == State.FILLED) {
            return settle(evidence().filled());
        } else if (sight instanceof Absent absent) {
            return absent(absent.amongOpen());
        }
        return hidden((Hidden) sight);
    }

    private Next open() {
        absences = 0;
        hidden = 0;
        looks = 0;
        // Called closed and shown open, an order may be about to be cancelled: so HTX refuses a second cancel.
        boolean underWay = accepted || (refusal != null && refusal.saysNotOpen());
        if (underWay && ++openLooks < LOOKS_BEFORE_RESEND) {
            return new Next(Action.LOOK, openLooks);
        }
        openLooks = 0;
        return refusal != null && refusals >= REFUSALS
                ? settle(evidence().stays(refusal))
                : new Next(Action.CANCEL, attempts);
    }

    private Next absent(boolean amongOpen) {
        lookedUp |= !amongOpen;
        if (++absences < LOOKS_FOR_ABSENCE) {
            return new Next(hidden < LOOKS_FOR_ABSENCE ? Action.LOOK : Action.LIST, absences);
        }
        // A lookup may forget what is still open (Bitget forgets client ids after two hours), so the list has the last
        // word.
        return amongOpen ? gone(true) : new Next(Action.LIST, 0);
    }

    private Next hidden(Hidden look) {
        cause = cause == null || accepted ? look.cause() : cause;
        if (look.lasting() && ++hidden >= LOOKS_FOR_ABSENCE) {
            // What the lookup cannot tell the list may; what neither tells, asked as often, will not be told later.
            int lists = hidden - LOOKS_FOR_ABSENCE;
            return lists < LOOKS_FOR_ABSENCE
                    ? new Next(Action.LIST, lists)
                    : settle(evidence().byWord());
        }
        Duration pause = look.cause() instanceof RejectedException rejection
                ? rejection.retryAfter().orElse(Duration.ZERO)
                : Duration.ZERO;
        return new Next(Action.LOOK, ++looks, pause);
    }

    /** The venue has no call that would show more of this order. */
    Next blind() {
        return absences >= LOOKS_FOR_ABSENCE ? gone(false) : settle(evidence().byWord());
    }

    private Next gone(boolean listed) {
        return settle(evidence().gone(lookedUp, listed));
    }

    /** The run ends while a cancel may be on its way. */
    void endWhileSending(VenueException ended) {
        touched = true;
        cause = ended;
    }
}
