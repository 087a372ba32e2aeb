package dev.openvenue.cli;

import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.VenueException;
import java.util.List;
import java.util.Map;

/** The exit code of the process. */
final class ExitCode {
    /** Success; for a cancel: every order that was named or listed is closed. */
    static final int DONE = 0;

    /** Rejected by the venue, or a usage error; nothing is in doubt. */
    static final int REJECTED = 1;

    /** Something is in doubt: an order may be open, or a call may have taken effect. */
    static final int UNKNOWN = 2;

    /** The venue does not know some of the orders: they may be open in another account or market. */
    static final int NOT_FOUND = 3;

    /** From the least to the most severe: what most needs human attention outweighs the rest. */
    private static final List<Integer> GRAVITY = List.of(DONE, REJECTED, NOT_FOUND, UNKNOWN);

    private ExitCode() {}

    /** The exit code of a cancel. */
    static int of(Map<Status, Long> counts) {
        if (counts.getOrDefault(Status.UNKNOWN, 0L) > 0 || counts.getOrDefault(Status.ACCEPTED, 0L) > 0) {
            return UNKNOWN;
        } else if (counts.getOrDefault(Status.NOT_FOUND, 0L) > 0) {
            return NOT_FOUND;
        }
        return counts.getOrDefault(Status.REJECTED, 0L) > 0 ? REJECTED : DONE;
    }

    /** The more severe of two codes. */
    static int worse(int one, int other) {
        return GRAVITY.indexOf(one) > GRAVITY.indexOf(other) ? one : other;
    }

    /** The exit code of a failed call. */
    static int of(VenueException failure) {
        return failure.effect() == Effect.UNKNOWN ? UNKNOWN : REJECTED;
    }
}
