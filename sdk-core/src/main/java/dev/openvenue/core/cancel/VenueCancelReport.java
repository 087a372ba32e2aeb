package dev.openvenue.core.cancel;

import dev.openvenue.core.VenueClient;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a cancel at one of several venues ended.
 *
 * @param client the client of the venue
 * @param orders the outcomes of all orders
 * @param noneOpen whether the listings finally showed nothing; true if orders were named, because then nothing was
 *     listed
 * @param message what the listings showed; null if orders were named
 * @param notListed the kinds of orders, in words, that were not covered; empty if orders were named
 */
public record VenueCancelReport(
        VenueClient client,
        CancelReport orders,
        boolean noneOpen,
        @Nullable String message,
        List<String> notListed) {
    /** Makes a defensive copy. */
    public VenueCancelReport {
        notListed = List.copyOf(notListed);
    }

    static VenueCancelReport of(VenueClient client, CancelReport report) {
        return new VenueCancelReport(client, report, true, null, List.of());
    }

    static VenueCancelReport of(VenueClient client, CancelAllReport report) {
        return new VenueCancelReport(client, report.orders(), report.noneOpen(), report.message(), report.notListed());
    }

    static VenueCancelReport of(VenueClient client, CancelEverythingReport report) {
        return new VenueCancelReport(client, report.orders(), report.noneOpen(), report.message(), report.notListed());
    }

    /** Whether every order that was named or found is certainly closed, and none that was listed is open any more. */
    public boolean resolved() {
        return noneOpen && orders.resolved();
    }
}
