package dev.openvenue.cli;

import dev.openvenue.core.Execution;
import dev.openvenue.core.VenueException;
import dev.openvenue.core.cancel.CancelOutcome.Status;
import java.util.Map;

/** What the process ends with. */
final class ExitCode {
    /** All is done; of a cancel: no order is open any more. */
    static final int DONE = 0;

    /** Refused, by the venue or for its usage; nothing is in doubt. */
    static final int REFUSED = 1;

    /** Something is in doubt: an order may be open, or a call may have been carried out. */
    static final int UNKNOWN = 2;

    private ExitCode() {}

    /** What a cancel ends with; doubt outweighs refusal, because only doubt needs somebody to look. */
    static int of(Map<Status, Long> counts) {
        if (counts.getOrDefault(Status.UNKNOWN, 0L) > 0 || counts.getOrDefault(Status.ACCEPTED, 0L) > 0) {
            return UNKNOWN;
        }
        return counts.getOrDefault(Status.REJECTED, 0L) > 0 ? REFUSED : DONE;
    }

    /** What a call that failed ends with. */
    static int of(VenueException failure) {
        return failure.execution() == Execution.UNKNOWN ? UNKNOWN : REFUSED;
    }
}
