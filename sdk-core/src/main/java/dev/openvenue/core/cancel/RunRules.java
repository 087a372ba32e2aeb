package dev.openvenue.core.cancel;

import dev.openvenue.core.codegen.BatchCancelDescription;
import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import java.time.Duration;

/**
 * The rules for all orders of a run.
 *
 * @param verify whether orders are looked up until their state is certain
 * @param least how long an order must not be found before it counts as gone, at least
 * @param clientIdsRepeat whether several orders may have the same client id
 * @param control what the run's orders tell about the views in which they are sought
 */
record RunRules(boolean verify, Duration least, boolean clientIdsRepeat, ViewControl control) {
    /** The rules of a run in which every list is taken for the right one. */
    RunRules(boolean verify, Duration least, boolean clientIdsRepeat) {
        this(verify, least, clientIdsRepeat, new ViewControl());
    }

    static RunRules of(VenueContext venue, RunOptions options) {
        BatchCancelDescription description = venue.description();
        Query open = description.open();
        boolean filtered = open != null && options.arguments().keySet().stream().anyMatch(open.accepts()::contains);
        return new RunRules(
                options.verify(),
                options.absence(),
                description.clientIdsRepeat(),
                new ViewControl(description, filtered));
    }

    /** How long an order must not be found before it counts as gone. */
    Duration absence() {
        return control.absence(least);
    }

    /** Whether other orders may have the same id. */
    boolean isAmbiguous(OrderRef ref) {
        return clientIdsRepeat && ref.kind() == IdKind.CLIENT_ORDER_ID;
    }
}
