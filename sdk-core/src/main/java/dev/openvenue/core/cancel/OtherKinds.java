package dev.openvenue.core.cancel;

import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.codegen.BatchCancelDescription.OrderKind;
import dev.openvenue.core.engine.CallDispatcher;
import dev.openvenue.core.error.VenueException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Looks for orders that are no plain ones among the venue's other kinds, which have operations of their own: that the
 * venue finds no such order says nothing of those.
 */
final class OtherKinds {
    private final VenueContext venue;
    private final RunOptions options;
    private final CallDispatcher dispatcher;

    OtherKinds(VenueContext venue, RunOptions options, CallDispatcher dispatcher) {
        this.venue = venue;
        this.options = options;
        this.dispatcher = dispatcher;
    }

    /**
     * Cancels what is open as another kind.
     *
     * @param unknown outcomes of orders that the venue does not find
     * @return what is known of them now, where that is something else
     */
    Map<OrderRef, CancelOutcome> cancel(List<CancelOutcome> unknown) {
        Map<OrderRef, CancelOutcome> better = new LinkedHashMap<>();
        List<CancelOutcome> rest = new ArrayList<>(unknown);
        for (OrderKind kind : venue.description().coverage().kinds()) {
            if (rest.isEmpty()) {
                break;
            }
            OrderSweep sweep = new OrderSweep(
                    kind.name(),
                    venue.of(kind),
                    options,
                    dispatcher,
                    Objects.requireNonNull(kind.cancel().open()));
            if (!cancel(sweep, rest, better)) {
                VenueException why = Objects.requireNonNullElseGet(sweep.failure(), dispatcher::ended);
                rest.forEach(outcome -> better.put(outcome.ref(), unseen(outcome, kind, why)));
                break;
            }
        }
        return better;
    }

    /**
     * Lists the kind and cancels what is meant, until the list is complete or never will be; returns whether it is
     * known which of the orders are of this kind. An order that is shown is cancelled at once, even if others cannot be
     * listed.
     */
    private boolean cancel(OrderSweep sweep, List<CancelOutcome> rest, Map<OrderRef, CancelOutcome> better) {
        List<Market> markets = sweep.isListedBySymbol()
                ? rest.stream()
                        .flatMap(outcome -> Optional.ofNullable(outcome.ref().symbol()).stream())
                        .distinct()
                        .flatMap(symbol -> Market.of(sweep.categories(), symbol).stream())
                        .toList()
                : Market.of(sweep.categories(), null);
        int tries = 0;
        while (!dispatcher.isOver()) {
            sweep.list(markets);
            Map<OrderRef, OrderRef> open =
                    sweep.named(rest.stream().map(CancelOutcome::ref).toList());
            sweep.cancelOnly(open.values());
            open.forEach((given, own) -> better.put(given, under(given, sweep.outcome(own))));
            rest.removeIf(outcome -> better.containsKey(outcome.ref()));
            boolean known = rest.isEmpty() || sweep.isWhole();
            if (known || sweep.isHopeless()) {
                return known;
            }
            long next = dispatcher.after(++tries, Duration.ZERO);
            while (dispatcher.now() < next && !dispatcher.isOver()) {
                dispatcher.await(next);
            }
        }
        return false;
    }

    private static CancelOutcome under(OrderRef given, CancelOutcome outcome) {
        return new CancelOutcome(
                given,
                outcome.status(),
                outcome.code(),
                outcome.kind(),
                outcome.message(),
                outcome.cause(),
                outcome.order(),
                outcome.proof());
    }

    private static CancelOutcome unseen(CancelOutcome outcome, OrderKind kind, VenueException why) {
        String words = outcome.message() + "; whether it is one of the " + kind.name() + " could not be seen: "
                + why.getMessage();
        return new CancelOutcome(
                outcome.ref(),
                Status.UNKNOWN,
                outcome.code(),
                outcome.kind(),
                words,
                why,
                outcome.order(),
                outcome.proof());
    }
}
