package dev.openvenue.core.cancel;

import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import java.time.Duration;

/**
 * The rules for all orders of a run.
 *
 * @param verify whether orders are looked up until their state is certain
 * @param absence how long an order must not be found before it counts as gone
 * @param clientIdsRepeat whether several orders may have the same client id
 */
record RunRules(boolean verify, Duration absence, boolean clientIdsRepeat) {
    static RunRules of(VenueContext venue, RunOptions options) {
        return new RunRules(
                options.verify(), options.absence(), venue.description().clientIdsRepeat());
    }

    /** Whether other orders may have the same id. */
    boolean isAmbiguous(OrderRef ref) {
        return clientIdsRepeat && ref.kind() == IdKind.CLIENT_ORDER_ID;
    }
}
