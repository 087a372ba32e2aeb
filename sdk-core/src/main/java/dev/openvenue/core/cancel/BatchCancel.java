package dev.openvenue.core.cancel;

import dev.openvenue.core.VenueClient;
import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.codegen.BatchCancelDescription;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import dev.openvenue.core.codegen.VenueDescription;
import dev.openvenue.core.error.VenueException;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Cancels any number of orders and accounts for every one of them. Orders are sent in calls as large as the venue
 * takes, several at a time; what a call leaves open, unknown or unconfirmed is looked up and, if it is still open,
 * cancelled again, until every order has a final outcome or the deadline comes. Nothing is sent after the deadline. A
 * rejection, a lost response or a dead network never throws, and neither does anything else that goes wrong once a run
 * has begun: it becomes the outcome of the orders concerned.
 *
 * <p>That an order is not there takes time to prove, because a new one may take a moment to show: a tenth of the
 * deadline, at least 2 s and at most 10 s. A deadline shorter than that leaves an order that cannot be found unknown.
 *
 * <p>Values of this type are immutable: each option returns a changed copy. They may be shared by threads.
 */
public final class BatchCancel {
    /** How many full calls of a stream may be under way for each that may be on the wire. */
    private static final int CALLS_IN_WINDOW = 4;

    private final VenueContext venue;
    private final EngineClock clock;
    private final RunOptions options;

    BatchCancel(VenueContext venue, EngineClock clock, RunOptions options) {
        this.venue = venue;
        this.clock = clock;
        this.options = options;
    }

    /**
     * The batch cancel of a client's venue.
     *
     * @throws UnsupportedOperationException if the venue has none
     */
    public static BatchCancel of(VenueClient client) {
        VenueDescription description = client.description();
        BatchCancelDescription batchCancel = description.batchCancel();
        if (batchCancel == null) {
            throw new UnsupportedOperationException(
                    description.name() + " has no batch cancel; cancel orders one by one with its own operations");
        }
        VenueContext venue = new VenueContext(
                description.id(),
                description.name(),
                batchCancel,
                description.errors(),
                new OperationsGateway(description.id(), client.operations()));
        return new BatchCancel(venue, EngineClock.SYSTEM, RunOptions.DEFAULT);
    }

    /** When the whole run must end, from its start; 30 s by default. */
    public BatchCancel timeout(Duration timeout) {
        return with(options.withTimeout(timeout));
    }

    /**
     * Whether orders are looked up until their state is certain, which is the default. Without it one response decides:
     * nothing is {@link Status#CANCELLED}, what the venue took is {@link Status#ACCEPTED}, and a lost response stays
     * {@link Status#UNKNOWN}.
     */
    public BatchCancel verify(boolean verify) {
        return with(options.withVerify(verify));
    }

    /** How many calls may be on the wire at a time; 4 by default. */
    public BatchCancel parallelism(int parallelism) {
        return with(options.withParallelism(parallelism));
    }

    /**
     * Arguments, by wire name, for those of the venue's operations that take them: HTX's {@code account-id}. The
     * operations that verify are given only those that say whose orders are meant: an order that a filter leaves out
     * would look closed.
     *
     * @throws IllegalArgumentException if no operation that the run may call is given one of them
     */
    public BatchCancel arguments(Map<String, ?> arguments) {
        arguments.forEach((name, value) -> {
            if (!venue.takes(name, value)) {
                throw new IllegalArgumentException(
                        "None of " + venue.name() + "'s " + String.join(", ", venue.operations()) + " takes " + name
                                + " with such a value here; check its name. Filters are not for cancels: an order that they"
                                + " leave out would look closed");
            }
        });
        return with(options.withArguments(arguments));
    }

    /**
     * Who hears of the progress, on the thread of the run. A listener that throws is logged (by {@link System.Logger})
     * and hears no more; the run goes on.
     */
    public BatchCancel onProgress(Consumer<? super CancelProgress> listener) {
        return with(options.withListener(listener));
    }

    /**
     * Cancels orders and waits for the end. An interrupt ends the run; the report then covers every order all the same,
     * and the thread stays interrupted.
     */
    public CancelReport cancel(Collection<OrderRef> orders) {
        CallDispatcher dispatcher = dispatcher();
        InputBuffer buffer = buffer(OrderInput.ready(List.copyOf(orders).iterator()), Integer.MAX_VALUE, outcome -> {});
        return run(dispatcher, buffer).run(new RunLoop(venue, options, dispatcher, buffer));
    }

    /** Cancels orders on a thread of its own. */
    public CancelRun cancelAsync(Collection<OrderRef> orders) {
        CallDispatcher dispatcher = dispatcher();
        InputBuffer buffer = buffer(OrderInput.ready(List.copyOf(orders).iterator()), Integer.MAX_VALUE, outcome -> {});
        return run(dispatcher, buffer).start(new RunLoop(venue, options, dispatcher, buffer));
    }

    /** Like {@link #cancelStream(Iterator, Consumer)}; the stream is closed at the end. */
    public CancelSummary cancelStream(Stream<OrderRef> orders, Consumer<? super CancelOutcome> outcomes) {
        try (orders) {
            return cancelStream(orders.iterator(), outcomes);
        }
    }

    /**
     * Cancels orders as they come, and hands out one outcome for each, in their order. An order that is there goes out
     * within 50 ms, whether or not others follow. However many there are, only a bounded window of them is held in
     * memory. So two inputs that name the same order are sent once only while the first of them is in the window; after
     * that the order is cancelled again, which does no harm, and usually found closed.
     *
     * <p>An order that cannot be decided does not hold the stream back for ever. The outcomes behind it wait for it
     * while there is room for them, 16 windows, and then, once it has had a quarter of the deadline or 10 s, it is
     * given up and handed out as what is known.
     *
     * <p>The deadline counts for the whole stream, so choose it for its length. Inputs that are there when it comes are
     * handed out as unknown; an input that makes the run wait for them, for more than a second in all, is left where it
     * is.
     *
     * <p>The iterator is used on a thread of its own, so that one that blocks blocks nothing else; at the end of the
     * run that thread is interrupted, and what a blocked iterator gives after that is not cancelled. The consumer is
     * used on this thread; time that it takes is not the run's to bound.
     *
     * @throws RuntimeException what the iterator throws, after all orders that came before have their outcomes; and
     *     what the consumer throws, at once
     */
    public CancelSummary cancelStream(Iterator<OrderRef> orders, Consumer<? super CancelOutcome> outcomes) {
        CallDispatcher dispatcher = dispatcher();
        Map<Status, Long> counts = new EnumMap<>(Status.class);
        Stream.of(Status.values()).forEach(status -> counts.put(status, 0L));
        OrderInput input = clock.read(orders, room(), dispatcher::wake, "openvenue-cancel-input-" + venue.id());
        InputBuffer buffer = buffer(input, room(), outcome -> {
            counts.merge(outcome.status(), 1L, Long::sum);
            outcomes.accept(outcome);
        });
        new RunLoop(venue, options, dispatcher, buffer).run(List.of());
        return new CancelSummary(counts, dispatcher.elapsed(), dispatcher.calls());
    }

    /**
     * Lists a symbol's open orders and cancels them until none is left, the rest is rejected, or the deadline comes.
     * Orders that are placed meanwhile are cancelled too. What the venue does not list among its open orders is not
     * cancelled: Bitget's trigger and plan orders, HTX's conditional orders; see {@link CancelAllReport#notListed}. A
     * venue lists no orders for a symbol that does not exist either.
     *
     * @throws UnsupportedOperationException if the venue cannot list open orders
     */
    public CancelAllReport cancelAllOpen(String symbol) {
        Objects.requireNonNull(symbol, "symbol");
        return new OpenOrdersCanceller(venue, options, dispatcher(), open(), symbol).run();
    }

    /**
     * Plans the cancels that a run would begin with, and sends nothing; for a dry run. What follows them depends on the
     * responses.
     *
     * @throws IllegalArgumentException if an order cannot be cancelled at this venue as it is named
     */
    public void plan(Iterator<OrderRef> orders, Consumer<? super PlannedCall> calls) {
        new DryRunPlanner(venue, new CallPlanner(venue, options.arguments()), room(), calls).run(orders);
    }

    /**
     * Plans the listing that {@link #cancelAllOpen} would begin with, and sends nothing; for a dry run.
     *
     * @throws UnsupportedOperationException if the venue cannot list open orders
     */
    public PlannedCall planAllOpen(String symbol) {
        Query open = open();
        return new PlannedCall(
                open.operation(), new CallPlanner(venue, options.arguments()).listArguments(open, symbol));
    }

    /**
     * Lists a symbol's open orders, all pages of them, and cancels nothing.
     *
     * @throws UnsupportedOperationException if the venue cannot list open orders
     * @throws VenueException if the list could not be read to its end
     */
    public List<OpenOrder> openOrders(String symbol) {
        Map<String, Object> arguments = new CallPlanner(venue, options.arguments()).listArguments(open(), symbol);
        return new OpenOrders(venue, dispatcher(), open(), options.timeout()).read(arguments);
    }

    /** Cancels orders at several venues at once, each with the default options, and waits for all of them. */
    public static Map<VenueClient, CancelReport> across(
            Map<? extends VenueClient, ? extends Collection<OrderRef>> orders) {
        return across(orders, batchCancel -> batchCancel);
    }

    /**
     * Cancels orders at several venues at once and waits for all of them. There is a report of every venue, whatever
     * happens at another. An interrupt ends all runs; the reports then cover every order all the same, and the thread
     * stays interrupted.
     *
     * @param options what to change for each venue
     */
    public static Map<VenueClient, CancelReport> across(
            Map<? extends VenueClient, ? extends Collection<OrderRef>> orders, UnaryOperator<BatchCancel> options) {
        // Whatever is misuse is found before the first order is sent.
        Map<VenueClient, BatchCancel> venues = new LinkedHashMap<>();
        Map<VenueClient, List<OrderRef>> copies = new LinkedHashMap<>();
        orders.forEach((client, refs) -> {
            copies.put(client, List.copyOf(refs));
            venues.put(client, options.apply(BatchCancel.of(client)));
        });
        Map<VenueClient, CancelRun> runs = new LinkedHashMap<>();
        venues.forEach((client, batchCancel) ->
                runs.put(client, batchCancel.cancelAsync(Objects.requireNonNull(copies.get(client)))));
        return CancelRun.awaitAll(runs);
    }

    private Query open() {
        Query open = venue.description().open();
        if (open == null) {
            throw new UnsupportedOperationException(
                    venue.name() + " cannot list open orders; cancel them by their ids with cancel");
        }
        return open;
    }

    private int room() {
        return CALLS_IN_WINDOW * options.parallelism() * venue.cap();
    }

    private BatchCancel with(RunOptions changed) {
        return new BatchCancel(venue, clock, changed);
    }

    private CallDispatcher dispatcher() {
        return new CallDispatcher(venue, clock, options.timeout());
    }

    private InputBuffer buffer(OrderInput input, int room, Consumer<CancelOutcome> sink) {
        RunRules rules = RunRules.of(venue, options);
        return new InputBuffer(input, room, venue.cap(), ref -> new OrderCancelState(ref, rules, false), sink);
    }

    private CancelRun run(CallDispatcher dispatcher, InputBuffer buffer) {
        buffer.admit(dispatcher.now());
        return new CancelRun(venue, dispatcher, buffer.orders());
    }
}
