package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.ErrorCatalogue.Remedy;
import dev.openvenue.core.ErrorKind;
import dev.openvenue.core.Execution;
import dev.openvenue.core.NotSentException;
import dev.openvenue.core.TransportException;
import dev.openvenue.core.VenueException;
import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.CancelVerdict.Refused;
import dev.openvenue.core.cancel.OrderSight.Absent;
import dev.openvenue.core.cancel.OrderSight.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What may be claimed of an order, for each thing that may be known of it. */
final class CancelEvidenceTest {
    private static final OrderRef REF = OrderRef.order("BTC", "1");
    private static final Refused CLOSED = refused(ErrorKind.ORDER_CLOSED);
    private static final Refused NOT_FOUND = refused(ErrorKind.ORDER_NOT_FOUND);
    private static final Refused FORBIDDEN = refused(ErrorKind.PERMISSION);
    private static final String NOT_OPEN = "Not open any more; the venue does not tell whether cancelled or filled";
    private static final String NO_WORD = "A cancel was sent, but its effect is not known: enough";

    private final VenueException cause = transport("the connection was closed");
    private final VenueException blind = transport("the look was lost");
    private final VenueException end = new NotSentException("sample", "cancel", "the end", null);

    private boolean accepted;
    private boolean touched;
    private boolean known;
    private boolean ambiguous;
    private @Nullable Refused refusal;
    private @Nullable OrderSight seen;

    @Test
    void cancelThatNobodyWantsToSeeDoneIsAccepted() {
        claims(evidence().taken(), Status.ACCEPTED, "The venue took the cancel", null);
    }

    @Test
    void filledOrderWasNotCancelledWhateverTouchedIt() {
        touched = true;

        claims(evidence().closed(State.FILLED), Status.ALREADY_CLOSED, "Filled", null);
    }

    @Test
    void cancelledOrderIsThisRunsDoingOnlyIfACancelMayHaveReachedIt() {
        claims(evidence().closed(State.CANCELLED), Status.ALREADY_CLOSED, "Cancelled before", null);
        touched = true;
        refusal = CLOSED;

        CancelOutcome outcome = evidence().closed(State.CANCELLED);

        claims(outcome, Status.CANCELLED, "Cancelled; the order's state says so", null);
        assertThat(outcome.code()).isNull();
        assertThat(outcome.kind()).isNull();
    }

    @Test
    void newestOrderOfAnIdSaysNothingOfTheOthers() {
        String words = "The newest order of this client id is closed; the venue lets ids repeat,"
                + " and whether another one is open could not be seen";
        claims(evidence().closedPerhapsNotAlone(), Status.UNKNOWN, words, blind);
        accepted = true;
        claims(evidence().closedPerhapsNotAlone(), Status.ACCEPTED, words, blind);
        CancelEvidence unnamed =
                new CancelEvidence(OrderRef.client("mine"), false, false, false, true, null, cause, null, blind);
        assertThat(unnamed.closedPerhapsNotAlone().message()).isEqualTo(words + " without the symbol");
    }

    @Test
    void refusalOfAnOrderThatWasSeenOpenSaysSo() {
        claims(evidence().refused(FORBIDDEN), Status.REJECTED, "Refused: no (permission)", cause);
        seen = State.OPEN;
        claims(
                evidence().refused(FORBIDDEN),
                Status.REJECTED,
                "Refused: no (permission); the order is still open",
                cause);
    }

    @Test
    void orderThatIsGoneWasClosedBeforeIfTheVenueSaidSoAndNoOtherHasItsId() {
        String words = "Closed before, says the venue, which does not know the order any more";
        refusal = CLOSED;
        claims(evidence().gone(true, false), Status.ALREADY_CLOSED, words, null);
        claims(evidence().gone(false, true), Status.ALREADY_CLOSED, words, blind);
        ambiguous = true;
        claims(evidence().gone(true, true), Status.ALREADY_CLOSED, words, null);
        claims(evidence().gone(true, false), Status.NOT_FOUND, "The venue knows no such order", null);
    }

    @Test
    void orderThatIsGoneAfterItsCancelWasTakenIsClosedOnlyIfTheListShowsIt() {
        accepted = true;
        claims(
                evidence().gone(true, false),
                Status.ACCEPTED,
                "The venue took the cancel and does not know the order any more",
                null);
        claims(evidence().gone(true, true), Status.ALREADY_CLOSED, NOT_OPEN, null);
        claims(
                evidence().gone(false, true),
                Status.ALREADY_CLOSED,
                NOT_OPEN + ", because the look-up failed: the look was lost",
                blind);
    }

    @Test
    void orderThatWasSeenAndIsGoneIsClosedOnlyIfTheListShowsIt() {
        known = true;
        claims(evidence().gone(true, true), Status.ALREADY_CLOSED, NOT_OPEN, null);
        claims(evidence().gone(true, false), Status.UNKNOWN, "The venue does not know the order any more", cause);
    }

    @Test
    void orderThatWasNeverSeenIsNotFoundOnlyIfSomebodySaidSo() {
        claims(evidence().gone(true, true), Status.NOT_FOUND, "The venue knows no such order", null);
        claims(
                evidence().gone(false, true),
                Status.UNKNOWN,
                "Not among the open orders; whether it ever was is not known,"
                        + " because the look-up failed: the look was lost",
                blind);
        refusal = FORBIDDEN;
        assertThat(evidence().gone(false, true).status()).isEqualTo(Status.UNKNOWN);
        refusal = NOT_FOUND;
        claims(evidence().gone(false, true), Status.NOT_FOUND, "The venue knows no such order", blind);
        CancelEvidence listed = new CancelEvidence(REF, false, false, false, false, null, cause, null, null);
        claims(
                listed.gone(false, true),
                Status.NOT_FOUND,
                "Not among the open orders, and the venue never showed it",
                null);
    }

    @Test
    void wordOfTheVenueThatTheOrderIsClosedIsBelievedUnlessSomethingSpeaksAgainstIt() {
        refusal = CLOSED;
        claims(evidence().byWord(), Status.ALREADY_CLOSED, "Refused: no (order closed)", blind);
        seen = State.OPEN;
        claims(evidence().byWord(), Status.UNKNOWN, "Refused: no (order closed)", cause);
        seen = null;
        ambiguous = true;
        claims(evidence().byWord(), Status.UNKNOWN, "Refused: no (order closed)", cause);
    }

    @Test
    void wordOfTheVenueIsARejectOnlyIfNoCancelMayBeAtWork() {
        refusal = FORBIDDEN;
        claims(evidence().byWord(), Status.REJECTED, "Refused: no (permission)", cause);
        touched = true;
        claims(evidence().byWord(), Status.UNKNOWN, "Refused: no (permission)", cause);
        accepted = true;
        claims(evidence().byWord(), Status.ACCEPTED, "The venue took the cancel; its effect could not be seen", blind);
        assertThat(evidence().byWord().code()).isNull();
    }

    @Test
    void runThatEndsClaimsNoMoreThanWasSaid() {
        refusal = CLOSED;
        claims(evidence().ended("enough", end), Status.ALREADY_CLOSED, "Refused: no (order closed)", blind);
        refusal = FORBIDDEN;
        claims(evidence().ended("enough", end), Status.REJECTED, "Refused: no (permission); given up: enough", cause);
        refusal = NOT_FOUND;
        claims(evidence().ended("enough", end), Status.UNKNOWN, NO_WORD, cause);
        refusal = FORBIDDEN;
        touched = true;
        claims(evidence().ended("enough", end), Status.UNKNOWN, NO_WORD, cause);
        accepted = true;
        claims(
                evidence().ended("enough", end),
                Status.ACCEPTED,
                "The venue took the cancel, but it was not seen done: enough",
                blind);
    }

    @Test
    void runThatEndsTellsWhatIsInDoubt() {
        claims(evidence().ended("enough", end), Status.UNKNOWN, "No cancel was executed: enough", cause);
        touched = true;
        claims(
                evidence().ended("enough", end),
                Status.UNKNOWN,
                "A cancel may have been sent, and its effect is not known: enough",
                cause);
        seen = new Absent(true);
        claims(
                evidence().ended("enough", end),
                Status.UNKNOWN,
                "Not found so far, which proves nothing so soon: enough",
                cause);
        CancelEvidence nothing = new CancelEvidence(REF, false, false, false, false, null, null, null, null);
        claims(nothing.ended("enough", end), Status.UNKNOWN, "No cancel was executed: enough", end);
    }

    private CancelEvidence evidence() {
        return new CancelEvidence(REF, accepted, touched, known, ambiguous, refusal, cause, seen, blind);
    }

    private static void claims(CancelOutcome outcome, Status status, String message, @Nullable VenueException because) {
        assertThat(outcome.message()).isEqualTo(message);
        assertThat(outcome.status()).isEqualTo(status);
        assertThat(outcome.cause()).isSameAs(because);
    }

    private static TransportException transport(String message) {
        return new TransportException("sample", "cancel", Execution.UNKNOWN, message, null);
    }

    private static Refused refused(ErrorKind kind) {
        return new Refused(null, kind, Execution.NOT_EXECUTED, Remedy.NO, "no", null);
    }
}
