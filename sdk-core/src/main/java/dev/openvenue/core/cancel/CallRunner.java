package dev.openvenue.core.cancel;

import dev.openvenue.core.cancel.CallBatch.Group;
import dev.openvenue.core.cancel.Observation.View;
import dev.openvenue.core.cancel.OrderLookup.Found;
import dev.openvenue.core.cancel.OrderLookup.Row;
import dev.openvenue.core.cancel.OrderLookup.Unavailable;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import dev.openvenue.core.engine.CallDispatcher;
import dev.openvenue.core.engine.CallResult;
import dev.openvenue.core.engine.CallResult.Unsuccessful;
import dev.openvenue.core.engine.OrderListing;
import dev.openvenue.core.error.VenueException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Makes the calls of one run and passes the results on to the orders of each call. */
final class CallRunner implements HistorySweep.Listener {
    private final VenueContext venue;
    private final CallPlanner plan;
    private final CallDispatcher dispatcher;
    private final Consumer<CallResult> onReply;
    private final BiConsumer<OrderCancelState, NextStep> onNext;
    private final OrderResultReader responses;
    private final OrderLookupReader lookups;
    private final Consumer<List<OrderCancelState>> onUnseen;
    private final Set<OrderCancelState> sending = new HashSet<>();
    private long lastCancel;
    private boolean sweeping;
    private int failedSweeps;

    /**
     * Prepares the calls of one run.
     *
     * @param onReply receives the result of every call
     * @param onNext receives the next step of every order of a call
     * @param onUnseen receives the orders that the list of closed orders did not show
     */
    CallRunner(
            VenueContext venue,
            CallPlanner plan,
            CallDispatcher dispatcher,
            Consumer<CallResult> onReply,
            BiConsumer<OrderCancelState, NextStep> onNext,
            Consumer<List<OrderCancelState>> onUnseen) {
        this.venue = venue;
        this.plan = plan;
        this.dispatcher = dispatcher;
        this.onReply = onReply;
        this.onNext = onNext;
        this.onUnseen = onUnseen;
        this.responses = new OrderResultReader(venue);
        this.lookups = new OrderLookupReader(venue);
    }

    void start(CallBatch batch) {
        switch (batch.group().purpose()) {
            case CANCEL -> cancel(batch);
            case EVIDENCE -> sweep(batch);
            case LOOKUP -> lookUp(batch);
            case LIST -> list(batch);
        }
    }

    /** Whether a cancel of the order is in progress. */
    boolean isSending(OrderCancelState order) {
        return sending.contains(order);
    }

    /** Whether any cancel is in progress. */
    boolean isCancelling() {
        return !sending.isEmpty();
    }

    /** When a cancel was last sent, or had its response. */
    long lastCancel() {
        return lastCancel;
    }

    /** Whether the list of closed orders is being read. */
    boolean isSweeping() {
        return sweeping;
    }

    private void sweep(CallBatch batch) {
        sweeping = true;
        Query history = Objects.requireNonNull(venue.description().history());
        new HistorySweep(venue, plan, dispatcher, history, batch, this).read();
    }

    @Override
    public void replied(CallResult reply) {
        onReply.accept(reply);
    }

    @Override
    public void found(OrderCancelState order, Row row, long asked) {
        failedSweeps = 0;
        onNext.accept(order, order.looked(row, asked));
    }

    @Override
    public void ended(List<OrderCancelState> unseen) {
        sweeping = false;
        failedSweeps = 0;
        onUnseen.accept(unseen);
    }

    /** Retries a list that cannot be read, but only once: lookups of the single orders may still work. */
    @Override
    public void failed(VenueException failure, List<OrderCancelState> unseen) {
        sweeping = false;
        failedSweeps++;
        OrderLookup said = OrderLookupReader.failure(failure);
        boolean passing = said instanceof Unavailable unavailable && !unavailable.lasting();
        if (!passing || failedSweeps > 1) {
            plan.withoutHistory();
        }
        Duration pause = passing ? ((Unavailable) said).pause() : Duration.ZERO;
        NextStep again = new NextStep(NextStep.Action.LOOK, failedSweeps, pause);
        unseen.forEach(order -> onNext.accept(order, again));
    }

    private void cancel(CallBatch batch) {
        List<String> ids = batch.ids();
        long asked = dispatcher.now();
        lastCancel = asked;
        sending.addAll(batch.orders());
        dispatcher.send(venue.description().operation(), plan.cancelArguments(batch.group(), batch.named()), reply -> {
            lastCancel = dispatcher.now();
            batch.orders().forEach(sending::remove);
            onReply.accept(reply);
            if (reply instanceof CallResult.Succeeded succeeded) {
                Instant time = venue.gateway().statedTime(succeeded.response());
                if (time != null) {
                    batch.orders().get(0).told(time, dispatcher.now());
                }
            }
            List<OrderResult> results = results(batch.group(), ids, reply);
            for (int i = 0; i < ids.size(); i++) {
                OrderCancelState order = batch.orders().get(i);
                onNext.accept(order, order.responded(results.get(i), ids.size(), asked));
            }
        });
    }

    private List<OrderResult> results(Group group, List<String> ids, CallResult reply) {
        if (reply instanceof CallResult.Succeeded succeeded) {
            return responses.read(group.kind(), ids, succeeded.response());
        }
        Shape shape = venue.description().response().shape();
        OrderResult result = reply instanceof CallResult.Invalid invalid
                ? FailureClassifier.invalid(invalid.failure(), ids.size())
                : FailureClassifier.result(((CallResult.Failed) reply).failure(), shape, ids.size());
        return ids.stream().map(id -> result).toList();
    }

    private void lookUp(CallBatch batch) {
        Group group = batch.group();
        Query query = venue.description().lookup(group.kind()).orElseThrow();
        List<String> ids = batch.ids();
        long asked = dispatcher.now();
        dispatcher.send(query.operation(), plan.lookupArguments(query, group, ids), reply -> {
            onReply.accept(reply);
            if (reply instanceof CallResult.Succeeded succeeded) {
                List<Optional<String>> categories = batch.orders().stream()
                        .map(order -> Optional.ofNullable(plan.category(order.ref())))
                        .toList();
                seen(batch, lookups.read(query, group.kind(), ids, categories, succeeded.response()), asked);
            } else {
                OrderLookup lookup = OrderLookupReader.failure(((Unsuccessful) reply).failure());
                boolean blame = ids.size() > 1 && !(lookup instanceof Unavailable hidden && !hidden.lasting());
                for (OrderCancelState order : batch.orders()) {
                    onNext.accept(order, blame ? order.fewer(ids.size()) : order.looked(new Row(lookup, null), asked));
                }
            }
        });
    }

    private void list(CallBatch batch) {
        Query open = Objects.requireNonNull(venue.description().open());
        Group group = batch.group();
        OrderListing listing = venue.listing(open, plan.listArguments(open, group.symbol(), group.category()));
        readPage(batch, listing, dispatcher.now());
    }

    private void readPage(CallBatch batch, OrderListing listing, long asked) {
        dispatcher.send(listing.operation(), listing.next(), reply -> {
            onReply.accept(reply);
            if (!(reply instanceof CallResult.Succeeded succeeded)) {
                VenueException failure = ((Unsuccessful) reply).failure();
                boolean lasting =
                        !(OrderLookupReader.failure(failure) instanceof Unavailable hidden) || hidden.lasting();
                unseen(batch, listing, new Unavailable(failure, lasting), asked);
                return;
            }
            switch (listing.read(succeeded.response())) {
                case WHOLE -> seen(batch, listed(batch, listing), asked);
                case UNUSABLE ->
                    unseen(batch, listing, new Unavailable(listing.problem(succeeded.response()), false), asked);
                case MORE -> {
                    // A run that is over sends nothing, and gives the waiting orders their outcome by itself.
                    if (!dispatcher.isOver()) {
                        readPage(batch, listing, asked);
                    }
                }
            }
        });
    }

    private List<Row> listed(CallBatch batch, OrderListing listing) {
        Query open = Objects.requireNonNull(venue.description().open());
        return lookups.listed(open, batch.group().kind(), batch.ids(), listing.rows());
    }

    private void seen(CallBatch batch, List<Row> rows, long asked) {
        for (int i = 0; i < rows.size(); i++) {
            OrderCancelState order = batch.orders().get(i);
            onNext.accept(order, order.looked(rows.get(i), asked));
        }
    }

    /** An incomplete list is evidence of the orders that it shows, and not of the others. */
    private void unseen(CallBatch batch, OrderListing listing, Unavailable others, long asked) {
        List<Row> rows = listed(batch, listing).stream()
                .map(row -> row.lookup() == Found.OPEN ? row : new Row(others, null, null, View.OPEN_LIST))
                .toList();
        seen(batch, rows, asked);
    }
}
