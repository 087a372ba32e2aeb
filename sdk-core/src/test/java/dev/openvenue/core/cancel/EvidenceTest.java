package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.OrderLookup.Found;
import dev.openvenue.core.cancel.OrderLookup.NotFound;
import dev.openvenue.core.cancel.OrderResult.Rejected;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorCatalogue.Remedy;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.TransportException;
import dev.openvenue.core.error.VenueException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What may be claimed of an order, for each thing that may be known of it. */
final class EvidenceTest {
    private static final OrderRef REF = OrderRef.byOrderId("BTC", "1");
    private static final Rejected CLOSED = rejected(ErrorKind.ORDER_CLOSED);
    private static final Rejected NOT_FOUND = rejected(ErrorKind.ORDER_NOT_FOUND);
    private static final Rejected FORBIDDEN = rejected(ErrorKind.PERMISSION);
    private static final String NOT_OPEN = "Not open any more; the venue does not tell whether cancelled or filled";
    private static final String NO_WORD = "A cancel was sent, but its effect is not known: enough";

    private final VenueException cause = transport("the connection was closed");
    private final VenueException blind = transport("the look was lost");
    private final VenueException end = new NotSentException("sample", "cancel", "the end", null);

    private boolean accepted;
    private boolean touched;
    private boolean known;
    private boolean ambiguous;
    private @Nullable Rejected rejection;
    private @Nullable OrderLookup seen;

    @Test
    void cancelThatNobodyWantsToSeeDoneIsAccepted() {
        claims(evidence().taken(), Status.ACCEPTED, "The venue took the cancel", null);
    }

    @Test
    void filledOrderWasNotCancelledWhateverTouchedIt() {
        touched = true;

        claims(evidence().closed(Found.FILLED), Status.ALREADY_CLOSED, "Filled", null);
    }

    @Test
    void cancelledOrderIsThisRunsDoingOnlyIfACancelMayHaveReachedIt() {
        claims(evidence().closed(Found.CANCELLED), Status.ALREADY_CLOSED, "Cancelled before", null);
        touched = true;
        rejection = CLOSED;

        CancelOutcome outcome = evidence().closed(Found.CANCELLED);

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
        Evidence unnamed = new Evidence(
                OrderRef.byClientOrderId("mine"), false, false, false, true, null, cause, null, blind, null, List.of());
        assertThat(unnamed.closedPerhapsNotAlone().message()).isEqualTo(words + " without the symbol");
    }

    @Test
    void rejectionOfAnOrderThatWasSeenOpenSaysSo() {
        claims(evidence().rejected(FORBIDDEN), Status.REJECTED, "Rejected: no (permission)", cause);
        seen = Found.OPEN;
        claims(
                evidence().rejected(FORBIDDEN),
                Status.REJECTED,
                "Rejected: no (permission); the order is still open",
                cause);
    }

    @Test
    void orderThatIsGoneWasClosedBeforeIfTheVenueSaidSoAndNoOtherHasItsId() {
        String words = "Closed before, says the venue, which does not know the order any more";
        rejection = CLOSED;
        claims(evidence().notFound(true, false), Status.ALREADY_CLOSED, words, null);
        claims(evidence().notFound(false, true), Status.ALREADY_CLOSED, words, blind);
        ambiguous = true;
        claims(evidence().notFound(true, true), Status.ALREADY_CLOSED, words, null);
        claims(evidence().notFound(true, false), Status.NOT_FOUND, "The venue knows no such order", null);
    }

    @Test
    void orderThatIsGoneAfterItsCancelWasTakenIsClosedOnlyIfTheListShowsIt() {
        accepted = true;
        known = true;
        claims(
                evidence().notFound(true, false),
                Status.ACCEPTED,
                "The venue took the cancel and does not know the order any more",
                null);
        claims(evidence().notFound(true, true), Status.ALREADY_CLOSED, NOT_OPEN, null);
        claims(
                evidence().notFound(false, true),
                Status.ALREADY_CLOSED,
                NOT_OPEN + ", because the lookup failed: the look was lost",
                blind);
    }

    @Test
    void orderThatWasOnlyNamedInACallThatWasTakenMayNeverHaveExisted() {
        accepted = true;
        claims(evidence().notFound(true, true), Status.NOT_FOUND, "The venue knows no such order", null);
        claims(
                evidence().notFound(true, false),
                Status.ACCEPTED,
                "The venue took the cancel and does not know the order any more",
                null);
        claims(
                evidence().ended("enough", end),
                Status.ACCEPTED,
                "The venue took the cancel, but it was not seen done: enough",
                blind);
    }

    @Test
    void orderThatWasSeenAndIsGoneIsClosedOnlyIfTheListShowsIt() {
        known = true;
        claims(evidence().notFound(true, true), Status.ALREADY_CLOSED, NOT_OPEN, null);
        claims(evidence().notFound(true, false), Status.UNKNOWN, "The venue does not know the order any more", cause);
    }

    @Test
    void orderThatWasNeverSeenIsNotFoundOnlyIfSomebodySaidSo() {
        claims(evidence().notFound(true, true), Status.NOT_FOUND, "The venue knows no such order", null);
        claims(
                evidence().notFound(false, true),
                Status.UNKNOWN,
                "Not among the open orders; whether it ever was is not known,"
                        + " because the lookup failed: the look was lost",
                blind);
        rejection = FORBIDDEN;
        assertThat(evidence().notFound(false, true).status()).isEqualTo(Status.UNKNOWN);
        rejection = NOT_FOUND;
        claims(evidence().notFound(false, true), Status.NOT_FOUND, "The venue knows no such order", blind);
        Evidence listed = new Evidence(REF, false, false, false, false, null, cause, null, null, null, List.of());
        claims(
                listed.notFound(false, true),
                Status.NOT_FOUND,
                "Not among the open orders, and the venue never showed it",
                null);
    }

    @Test
    void wordOfTheVenueThatTheOrderIsClosedIsBelievedUnlessSomethingSpeaksAgainstIt() {
        rejection = CLOSED;
        claims(evidence().fromResponseAlone(), Status.ALREADY_CLOSED, "Rejected: no (order closed)", blind);
        seen = Found.OPEN;
        claims(evidence().fromResponseAlone(), Status.UNKNOWN, "Rejected: no (order closed)", cause);
        seen = null;
        ambiguous = true;
        claims(evidence().fromResponseAlone(), Status.UNKNOWN, "Rejected: no (order closed)", cause);
    }

    @Test
    void wordOfTheVenueIsARejectOnlyIfNoCancelMayBeAtWork() {
        rejection = FORBIDDEN;
        claims(evidence().fromResponseAlone(), Status.REJECTED, "Rejected: no (permission)", cause);
        touched = true;
        claims(evidence().fromResponseAlone(), Status.UNKNOWN, "Rejected: no (permission)", cause);
        accepted = true;
        claims(
                evidence().fromResponseAlone(),
                Status.ACCEPTED,
                "The venue took the cancel; its effect could not be seen",
                blind);
        assertThat(evidence().fromResponseAlone().code()).isNull();
    }

    @Test
    void runThatEndsClaimsNoMoreThanWasSaid() {
        rejection = CLOSED;
        claims(evidence().ended("enough", end), Status.ALREADY_CLOSED, "Rejected: no (order closed)", blind);
        rejection = FORBIDDEN;
        claims(evidence().ended("enough", end), Status.REJECTED, "Rejected: no (permission); given up: enough", cause);
        rejection = NOT_FOUND;
        claims(evidence().ended("enough", end), Status.UNKNOWN, NO_WORD, cause);
        rejection = FORBIDDEN;
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
    void orderThatWasSoughtInVainIsClosedIfTheVenueSaidSo() {
        String vain = "Not found, but neither was any other order of the run and this symbol, which proves nothing;"
                + " check symbol, key and account";
        claims(evidence().soughtInVain(), Status.UNKNOWN, vain, cause);
        rejection = CLOSED;
        claims(evidence().soughtInVain(), Status.ALREADY_CLOSED, CLOSED.words(), blind);
    }

    @Test
    void runThatEndsReportsWhatIsInDoubt() {
        claims(evidence().ended("enough", end), Status.UNKNOWN, "No cancel was executed: enough", cause);
        touched = true;
        claims(
                evidence().ended("enough", end),
                Status.UNKNOWN,
                "A cancel may have been sent, and its effect is not known: enough",
                cause);
        seen = new NotFound(true);
        claims(
                evidence().ended("enough", end),
                Status.UNKNOWN,
                "Not found so far, which proves nothing so soon: enough",
                cause);
        Evidence nothing = new Evidence(REF, false, false, false, false, null, null, null, null, null, List.of());
        claims(nothing.ended("enough", end), Status.UNKNOWN, "No cancel was executed: enough", end);
    }

    private Evidence evidence() {
        return new Evidence(REF, accepted, touched, known, ambiguous, rejection, cause, seen, blind, null, List.of());
    }

    private static void claims(CancelOutcome outcome, Status status, String message, @Nullable VenueException because) {
        assertThat(outcome.message()).isEqualTo(message);
        assertThat(outcome.status()).isEqualTo(status);
        assertThat(outcome.cause()).isSameAs(because);
    }

    private static TransportException transport(String message) {
        return new TransportException("sample", "cancel", Effect.UNKNOWN, message, null);
    }

    private static Rejected rejected(ErrorKind kind) {
        return new Rejected(null, kind, Effect.NONE, Remedy.NONE, "no", null);
    }
}
