package dev.openvenue.core.cancel;

import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.OrderLookup.Found;
import dev.openvenue.core.cancel.OrderLookup.Unavailable;
import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import dev.openvenue.core.codegen.JsonTree;
import dev.openvenue.core.error.VenueException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The open orders of one kind: lists them and cancels them, one round after another. Orders on a list that cannot be
 * read completely are cancelled too.
 */
final class OrderSweep {
    private final String kind;
    private final VenueContext venue;
    private final RunOptions options;
    private final CallDispatcher dispatcher;
    private final Query open;
    private final Map<OrderRef, CancelOutcome> outcomes = new LinkedHashMap<>();
    private final Set<OrderRef> rejected = new HashSet<>();
    private final Deque<Market> toList = new ArrayDeque<>();
    private List<OrderRef> found = new ArrayList<>();
    private boolean whole;
    private boolean lasting;
    private @Nullable VenueException failure;
    private long emptySince = Long.MAX_VALUE;
    private long asked;

    /** @param kind the name of the kind, in words */
    OrderSweep(String kind, VenueContext venue, RunOptions options, CallDispatcher dispatcher, Query open) {
        this.kind = kind;
        this.venue = venue;
        this.options = options;
        this.dispatcher = dispatcher;
        this.open = open;
    }

    /** Whether the venue lists such orders of one symbol at a time only. */
    boolean isListedBySymbol() {
        String symbol = open.symbol();
        return symbol != null && venue.gateway().requires(open.operation(), symbol);
    }

    /** The categories that are listed one after another; a single empty one if one list shows all orders. */
    List<Optional<String>> categories() {
        return open.category() == null
                ? List.of(Optional.empty())
                : venue.description().categoryValues();
    }

    /** Lists what is open, market by market, completely if possible. */
    void list(List<Market> markets) {
        asked = dispatcher.now();
        begin();
        toList.addAll(markets);
        for (int i = 0; i < options.parallelism(); i++) {
            listNext();
        }
        while (dispatcher.running() > 0 && !dispatcher.isOver()) {
            dispatcher.await(Long.MAX_VALUE);
        }
        whole &= dispatcher.running() == 0 && toList.isEmpty();
        emptySince = whole && found.isEmpty() ? Math.min(emptySince, asked) : Long.MAX_VALUE;
    }

    /** Records that this round cannot list anything. */
    void cannotList(VenueException why, boolean forGood) {
        begin();
        emptySince = Long.MAX_VALUE;
        failed(why, forGood);
    }

    private void begin() {
        found = new ArrayList<>();
        toList.clear();
        whole = true;
        lasting = true;
        failure = null;
    }

    private void listNext() {
        if (dispatcher.isOver()) {
            return;
        }
        Market market = toList.poll();
        if (market != null) {
            Map<String, Object> arguments =
                    new CallPlanner(venue, options.arguments()).listArguments(open, market.symbol(), market.category());
            readPage(new OpenListing(venue, open, arguments), market);
        }
    }

    private void readPage(OpenListing reading, Market market) {
        dispatcher.send(reading.operation(), reading.next(), reply -> {
            if (reply instanceof CallResult.Succeeded succeeded) {
                switch (reading.read(succeeded.response())) {
                    case WHOLE -> listed(reading, market);
                    case UNUSABLE -> {
                        failed(reading.problem(succeeded.response()), false);
                        listed(reading, market);
                    }
                    case MORE -> {
                        if (dispatcher.isOver()) {
                            whole = false;
                            listed(reading, market);
                        } else {
                            readPage(reading, market);
                        }
                    }
                }
                return;
            }
            VenueException why = ((CallResult.Unsuccessful) reply).failure();
            boolean passing = !(reply instanceof CallResult.Invalid)
                    && OrderLookupReader.failure(why) instanceof Unavailable hidden
                    && !hidden.lasting();
            failed(why, !passing);
            listed(reading, market);
        });
    }

    private void listed(OpenListing list, Market market) {
        boolean byOrder = venue.description().ids().containsKey(IdKind.ORDER_ID);
        boolean needsSymbol = new CallPlanner(venue, options.arguments())
                .needsSymbol(byOrder ? IdKind.ORDER_ID : IdKind.CLIENT_ORDER_ID);
        list.rows().forEach((orderId, row) -> {
            String clientId = JsonTree.text(row, open.clientOrderId());
            if (list.state(row) != Found.OPEN || (!byOrder && clientId == null)) {
                return;
            }
            String of =
                    market.symbol() == null ? JsonTree.text(row, open.fields().symbol()) : market.symbol();
            if (of == null && needsSymbol) {
                String what = "listed the order " + orderId + " without its symbol";
                failed(
                        venue.withoutResponse(
                                open.operation(), venue.name() + "'s " + open.operation() + " " + what, null),
                        true);
            } else {
                String category = category(row, market);
                found.add(new OrderRef(of, byOrder ? orderId : null, byOrder ? null : clientId, category));
            }
        });
        listNext();
    }

    /** The category of a listed order: its own word for it, in the spelling of the requests. */
    private @Nullable String category(Object row, Market market) {
        String stated = JsonTree.text(row, open.fields().category());
        return venue.description().categoryValues().stream()
                .flatMap(Optional::stream)
                .filter(value -> value.equalsIgnoreCase(stated))
                .findFirst()
                .orElse(market.category());
    }

    private void failed(VenueException why, boolean forGood) {
        failure = why;
        lasting &= forGood;
        whole = false;
    }

    /** Cancels what the last list showed, except what the venue declines to cancel. */
    void cancel() {
        List<OrderRef> refs = toCancel();
        if (refs.isEmpty() || dispatcher.isOver()) {
            return;
        }
        RunRules rules = RunRules.of(venue, options);
        InputBuffer buffer = new InputBuffer(
                OrderInput.ready(refs.iterator()),
                Integer.MAX_VALUE,
                venue.cap(),
                ref -> new OrderCancelState(ref, rules, true),
                this::take);
        new RunLoop(venue, options, dispatcher, buffer).run(List.of());
    }

    private List<OrderRef> toCancel() {
        return found.stream().distinct().filter(ref -> !isRejected(ref)).toList();
    }

    private boolean isRejected(OrderRef ref) {
        CancelOutcome outcome = outcomes.get(ref);
        return rejected.contains(ref) && outcome != null && !outcome.status().isClosed();
    }

    private void take(CancelOutcome outcome) {
        outcomes.merge(outcome.ref(), outcome, OrderSweep::later);
        if (outcome.status() == Status.REJECTED) {
            rejected.add(outcome.ref());
        }
    }

    /**
     * Takes the outcomes of orders that moved here from another kind. Of the two, the last word on a closed order
     * counts.
     */
    void takeOver(OrderSweep earlier) {
        outcomes.replaceAll((ref, now) -> {
            CancelOutcome before = earlier.outcomes.remove(ref);
            return before == null || now.status().isClosed() ? now : later(before, now);
        });
    }

    /**
     * Combines the outcomes of two cancels of one order. A list may lag, so the second outcome does not revoke the
     * first. But an order that merely could not be found is not closed if it is listed again.
     */
    static CancelOutcome later(CancelOutcome before, CancelOutcome now) {
        boolean closed = now.status().isClosed();
        if (before.status() == Status.CANCELLED
                || (before.status().isClosed() && closed)
                || (before.status() == Status.ACCEPTED && !closed)) {
            return before;
        } else if (before.status().isClosed() && now.status() == Status.REJECTED) {
            String words = "It was closed, by what the venue showed, and then listed as open again: " + now.message();
            return new CancelOutcome(
                    now.ref(), Status.UNKNOWN, now.code(), now.kind(), words, now.cause(), now.order(), now.proof());
        }
        return now;
    }

    /** Whether the last list was complete and showed nothing. */
    boolean isEmpty() {
        return emptySince < Long.MAX_VALUE;
    }

    /** When the first of the lists was requested that have been empty ever since. */
    long emptySince() {
        return emptySince;
    }

    /**
     * Whether all lists were empty over the time that a new order may take to become visible. There are several,
     * because a single one may be wrong.
     */
    boolean isProven() {
        return isEmpty() && asked - emptySince >= options.absence().toNanos();
    }

    /** Whether no further round would change anything: what is left is rejected, or can never be listed. */
    boolean isHopeless() {
        return !isEmpty() && toCancel().isEmpty() && (whole || lasting);
    }

    /** Whether the last list showed only orders that were cancelled before. */
    boolean isFruitless() {
        return outcomes.keySet().containsAll(toCancel());
    }

    /** Whether any order was ever found. */
    boolean hasFound() {
        return !outcomes.isEmpty() || !found.isEmpty();
    }

    /** Explains what is unknown at the end, if nothing else does. */
    void end(Supplier<VenueException> why) {
        if (!isProven() && !isHopeless()) {
            failure = Objects.requireNonNullElseGet(failure, why);
        }
    }

    String kind() {
        return kind;
    }

    List<CancelOutcome> outcomes() {
        return List.copyOf(outcomes.values());
    }

    @Nullable
    VenueException failure() {
        return failure;
    }
}
