package dev.openvenue.core.cancel;

import dev.openvenue.core.cancel.NextStep.Action;
import dev.openvenue.core.cancel.Observation.View;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The state machine of one order's cancel: what is known so far, and what to do next. It has no access to the network
 * or to a clock. Only the run's own thread uses it, except for {@link #outcome()}.
 *
 * <p>Its states are the actions of the {@link NextStep} that every event returns:
 *
 * <ul>
 *   <li>{@link Action#CANCEL}: at the start; after a rejection or failure without effect that a pause or a smaller call
 *       may cure; and when a lookup shows the order open and no cancel is in progress any more.
 *   <li>{@link Action#LOOK}: after an accepted cancel; after one whose effect is unknown; after a rejection that does
 *       not settle the matter; and again while lookups fail or do not find the order.
 *   <li>{@link Action#LIST}: when lookups keep failing or do not find the order, until {@link AbsenceProof} is
 *       complete.
 *   <li>{@link Action#LIST_NAMESAKES}: when the order is closed, but others may have the same client id. One that is
 *       open is cancelled next, by the venue's id.
 *   <li>{@link Action#NOTHING}: the order has its outcome, which never changes.
 * </ul>
 *
 * <p>Without {@link RunRules#verify} there are no lookups and listings: the responses to cancels decide.
 */
final class OrderCancelState {
    /** The number of lookups that show the order open after which an accepted cancel counts as lost. */
    static final int LOOKS_BEFORE_RESEND = 6;

    /** The number of rejections with the same code after which an open order is given up. */
    static final int REJECTIONS = 5;

    private final OrderRef ref;
    private final RunRules rules;
    private final AbsenceProof absence;
    private final AbsenceProof others;
    private @Nullable String orderId;
    private int limit = Integer.MAX_VALUE;
    private int lookLimit = Integer.MAX_VALUE;
    private boolean byOrderId;
    private boolean accepted;
    private long acceptedAsked;
    private long firstAsked;
    private boolean missed;
    private boolean unlisted;
    private boolean touched;
    private @Nullable Long touchedAsked;
    private boolean known;
    private boolean shown;
    private @Nullable Rejected rejection;
    private @Nullable VenueException cause;
    private @Nullable OrderLookup seen;
    private @Nullable VenueException cannotLookUp;
    private @Nullable Found closed;
    private @Nullable OrderSnapshot snapshot;
    private final Map<View, Observation> observations = new EnumMap<>(View.class);
    private int attempts;
    private int rejections;
    private int openLooks;
    private int hidden;
    private int lookups;
    private boolean done;
    private volatile @Nullable CancelOutcome outcome;

    /**
     * Creates the state of an order about which nothing is known.
     *
     * @param listed whether the venue has shown it before
     */
    OrderCancelState(OrderRef ref, RunRules rules, boolean listed) {
        this.ref = ref;
        this.rules = rules;
        this.absence = new AbsenceProof(rules::absence);
        this.others = new AbsenceProof(rules::absence);
        this.orderId = ref.orderId();
        this.known = listed;
        this.shown = listed;
        if (listed) {
            rules.control().listed(ref);
        }
    }

    OrderRef ref() {
        return ref;
    }

    /** The venue's id for the order, as far as known. */
    @Nullable
    String orderId() {
        return orderId;
    }

    /** The kind of id for its cancel: the given one, until only the other one reaches the order. */
    IdKind kind() {
        return byOrderId ? IdKind.ORDER_ID : ref.kind();
    }

    /** How many orders a cancel of this order may contain. */
    int limit() {
        return limit;
    }

    /** How many orders a lookup of this order may contain. */
    int lookLimit() {
        return lookLimit;
    }

    Evidence evidence() {
        return new Evidence(
                ref,
                accepted,
                touched,
                // That the venue took a cancel of this id proves less than its lookup, which does not know the id.
                shown || (known && !absence.lookedUp()),
                rules.isAmbiguous(ref),
                rejection,
                cause,
                seen,
                cannotLookUp,
                snapshot,
                proof());
    }

    private List<Observation> proof() {
        List<Observation> proof = new ArrayList<>(observations.values());
        proof.sort(Comparator.comparing(Observation::asked));
        return proof;
    }

    /** The outcome; null until there is one. */
    @Nullable
    CancelOutcome outcome() {
        return outcome;
    }

    /** Gives the order its outcome, unless it has one: an order that was given up may still receive responses. */
    NextStep settle(CancelOutcome outcome) {
        this.outcome = this.outcome == null ? outcome : this.outcome;
        return new NextStep(Action.NOTHING, 0);
    }

    /** Records that the run has processed the outcome. */
    void done() {
        done = true;
    }

    /** Whether the run is done with this order. */
    boolean isDone() {
        return done;
    }

    /**
     * Handles the result of a cancel that contained the given number of orders.
     *
     * @param asked when it was sent, in nanoseconds
     */
    NextStep responded(OrderResult result, int size, long asked) {
        firstAsked = attempts == 0 ? asked : firstAsked;
        attempts++;
        absence.begin(asked);
        saw(View.CANCEL, asked, result.words());
        if (result instanceof Accepted taken) {
            orderId = orderId == null ? taken.orderId() : orderId;
            known |= taken.named();
            accepted = true;
            acceptedAsked = asked;
            rules.control().accepted(ref);
            touched = true;
            touchedAsked = asked;
            rejection = null;
            openLooks = 0;
            return rules.verify()
                    ? new NextStep(Action.LOOK, 0)
                    : settle(evidence().taken());
        } else if (result instanceof Rejected rejected) {
            return rejected(rejected);
        } else if (result instanceof Unknown lost) {
            touched = true;
            touchedAsked = asked;
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

    private void saw(View view, long asked, String said) {
        observations.put(view, new Observation(view, Duration.ofNanos(asked), said));
    }

    private NextStep rejected(Rejected rejected) {
        rejections = rejection != null && Objects.equals(rejection.code(), rejected.code()) ? rejections + 1 : 1;
        rejection = rejected;
        cause = rejected.cause();
        if (rejected.asksToWait()) {
            return new NextStep(Action.CANCEL, attempts);
        }
        touched |= rejected.effect() == Effect.UNKNOWN && !rejected.saysNotOpen();
        // A rejection is about its own call only; an earlier, lost cancel may still be executed.
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
            // No credentials or the like; the venue has not received it and will not.
            return settle(touched ? evidence().fromResponseAlone() : evidence().notSent(cause));
        }
        return new NextStep(Action.CANCEL, attempts, notYet.pause());
    }

    /** A response told the venue's time. */
    void told(Instant time, long arrived) {
        rules.control().told(time, arrived);
    }

    /** Handles the rejection of a lookup that contained as many orders, perhaps because of one of them. */
    NextStep fewer(int size) {
        lookLimit = Math.max(1, size / 2);
        return new NextStep(Action.LOOK, 0);
    }

    /**
     * Handles the result of a lookup or listing.
     *
     * @param asked when it was sent, in nanoseconds
     */
    NextStep looked(Row row, long asked) {
        OrderLookup lookup = row.lookup();
        saw(row.view(), asked, row.words());
        Found before = closed;
        if (before != null) {
            return namesakes(before, row, asked);
        }
        seen = lookup;
        snapshot = row.snapshot() == null ? snapshot : row.snapshot();
        shown |= lookup instanceof Found;
        known |= shown;
        orderId = orderId == null ? row.orderId() : orderId;
        rules.control().saw(ref, row);
        if (lookup instanceof NotFound absent) {
            if (!missed) {
                missed = true;
                rules.control().missed(ref);
            }
            unlisted |= absent.amongOpen();
            NextStep next = absence.next(absent.amongOpen(), asked, hidden >= Unavailable.ENOUGH);
            return next == null ? absentAtLast() : next;
        } else if (lookup instanceof Unavailable look) {
            return hidden(look);
        }
        absence.end();
        unlisted = false;
        if (accepted && (lookup == Found.OPEN || openLooks > 0)) {
            rules.control().lagged(Duration.ofNanos(asked - acceptedAsked));
        }
        if (lookup == Found.OPEN) {
            return open(asked);
        }
        return closed((Found) lookup);
    }

    private NextStep closed(Found state) {
        if (!rules.isAmbiguous(ref)) {
            OrderSnapshot order = snapshot;
            boolean before = order != null && rules.control().isBefore(order.cancelledAt(), firstAsked);
            return settle(before ? evidence().cancelledBefore() : evidence().closed(state));
        }
        // The cancel reached the newest order with this id, and so did the lookup.
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

    /** Cancels by the venue's id an order that the client's id does not reach. */
    private NextStep byOrderId() {
        byOrderId = true;
        accepted = false;
        rejection = null;
        rejections = 0;
        return new NextStep(Action.CANCEL, 0);
    }

    private NextStep open(long asked) {
        hidden = 0;
        lookups = 0;
        boolean unknown = rejection != null && rejection.kind() == ErrorKind.ORDER_NOT_FOUND;
        if (unknown && !byOrderId && ref.orderId() == null && orderId != null) {
            return byOrderId();
        }
        // An order that is called closed but shown open may be about to be cancelled: HTX then rejects a second cancel
        // like this.
        boolean underWay = accepted || (rejection != null && rejection.saysNotOpen());
        if (underWay && ++openLooks < LOOKS_BEFORE_RESEND) {
            return new NextStep(Action.LOOK, openLooks);
        }
        openLooks = 0;
        // An earlier cancel that was lost may have been executed, and be the reason of the rejection, while views lag.
        boolean mayLag =
                touchedAsked != null && asked - touchedAsked < rules.absence().toNanos();
        return rejection != null && rejections >= REJECTIONS && !mayLag
                ? settle(evidence().rejectedWhileOpen(rejection))
                : new NextStep(Action.CANCEL, attempts);
    }

    private NextStep hidden(Unavailable look) {
        cannotLookUp = look.cause();
        cause = cause == null || accepted ? look.cause() : cause;
        if (look.lasting() && ++hidden >= Unavailable.ENOUGH) {
            // If lookups keep failing, the list may show the order; if both do equally often, a further try will not
            // help.
            int lists = hidden - Unavailable.ENOUGH;
            return lists < Unavailable.ENOUGH
                    ? new NextStep(Action.LIST, lists)
                    : settle(evidence().fromResponseAlone());
        }
        return new NextStep(Action.LOOK, ++lookups, look.pause());
    }

    /** Whether the order was long not listed as open, and only a last look at its own state is missing. */
    boolean isLastLook() {
        return closed == null && absence.isLastLook();
    }

    /** Whether the venue has ever shown or accepted the order. */
    boolean isKnown() {
        return known;
    }

    /** Handles that the last look does not show the order, or that the venue has no call for it. */
    NextStep absentAtLast() {
        boolean right = isControlled() || (rules.control().isOnlyOneMissed(ref) && !known);
        return settle(
                right
                        ? evidence().notFound(absence.lookedUp(), true)
                        : evidence().soughtInVain());
    }

    /** Whether it is certain that the list in which the order is sought is the right one. */
    boolean isControlled() {
        return rules.control().isControlled(ref);
    }

    /** Whether the list of open orders did not show the order, and nothing has shown it since. */
    boolean isUnlisted() {
        return unlisted;
    }

    /** Whether a lookup by id did not find the order. */
    boolean isLookedUp() {
        return absence.lookedUp();
    }

    /** Whether the venue took its cancel. */
    boolean isAccepted() {
        return accepted;
    }

    /** Handles that the venue has no call that would show this order. */
    NextStep cannotLookUp() {
        if (closed != null) {
            return settle(evidence().closedPerhapsNotAlone());
        } else if (absence.isProvenByLookups()) {
            return settle(evidence().notFound(true, false));
        }
        return absence.isLookedUpInVain() ? absence.again() : settle(evidence().fromResponseAlone());
    }

    /** Records that the run ends while a cancel may be in progress. */
    void endWhileSending(VenueException ended) {
        touched = true;
        cause = ended;
    }
}
