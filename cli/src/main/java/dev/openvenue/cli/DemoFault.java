package dev.openvenue.cli;

import dev.openvenue.core.cancel.OrderRef;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorCatalogue;
import dev.openvenue.core.error.ErrorCatalogue.Remedy;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.simulator.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * A fault in a batch cancel.
 *
 * @param name a short description
 * @param suits whether it can occur at a venue with the given error codes
 * @param arrange injects it at a venue where the given orders are open
 */
record DemoFault(String name, Predicate<ErrorCatalogue> suits, BiConsumer<EmbeddedVenue, List<OrderRef>> arrange) {
    /** Longer than the client waits for a response to one call of a run. */
    private static final Duration TOO_LONG = FaultDemo.TIMEOUT.dividedBy(3).plusMillis(500);

    /** One of each kind. */
    static List<DemoFault> all() {
        return List.of(
                new DemoFault(
                        "rejected for good",
                        errors -> noPermission(errors).isPresent(),
                        (venue, orders) -> next(venue, rejection(venue))),
                next("responded too late", Fault.delayAfterExecution(TOO_LONG)),
                next("executed too late", Fault.delayBeforeExecution(TOO_LONG)),
                next("cut off before execution", Fault.dropBeforeExecution()),
                next("cut off after execution", Fault.dropAfterExecution()),
                next("responded with a broken body", Fault.malformedBody()),
                next("responded with half a body", Fault.truncatedBody()),
                next("told to wait a second", Fault.rateLimited(Duration.ofSeconds(1))),
                next("502 before execution", Fault.serverError(502)),
                next("504 after execution", Fault.serverErrorAfterExecution(504)),
                new DemoFault(
                        "clock an hour off",
                        DemoFault::namesWrongTime,
                        (venue, orders) -> venue.simulator().skewClock(Duration.ofHours(1))),
                new DemoFault("filled in between", errors -> true, DemoFault::fillInBetween));
    }

    private static DemoFault next(String name, Fault fault) {
        return new DemoFault(name, errors -> true, (venue, orders) -> next(venue, fault));
    }

    private static void next(EmbeddedVenue venue, Fault fault) {
        venue.simulator().faults().on(venue.cancelOperation()).next(fault);
    }

    private static void fillInBetween(EmbeddedVenue venue, List<OrderRef> orders) {
        String id = orders.get(orders.size() / 2).id();
        next(venue, Fault.beforeExecution(() -> venue.simulator().orders().fill(id)));
    }

    /**
     * The venue's own code for a key without the trade permission: nothing is executed, and a retry would be pointless.
     */
    private static Fault rejection(EmbeddedVenue venue) {
        return Fault.reject(noPermission(venue.client().description().errors()).orElseThrow(), "no permission");
    }

    private static Optional<String> noPermission(ErrorCatalogue errors) {
        return errors.codes().stream()
                .sorted()
                .flatMap(code -> errors.find(code).stream())
                .filter(entry -> entry.kind() == ErrorKind.PERMISSION && entry.effect() == Effect.NONE)
                .map(ErrorCatalogue.Entry::code)
                .findFirst();
    }

    /** Whether a venue has an error code for the timestamp; at others clock skew looks like a wrong signature. */
    private static boolean namesWrongTime(ErrorCatalogue errors) {
        return errors.codes().stream()
                .flatMap(code -> errors.find(code).stream())
                .anyMatch(entry -> entry.remedy() == Remedy.SYNC_CLOCK);
    }
}
