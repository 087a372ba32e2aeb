package dev.openvenue.core.cancel;

import dev.openvenue.core.VenueClient;
import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.codegen.BatchCancelDescription;
import dev.openvenue.core.codegen.BatchCancelDescription.Categories;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import dev.openvenue.core.codegen.VenueDescription;
import dev.openvenue.core.engine.CallDispatcher;
import dev.openvenue.core.engine.EngineClock;
import dev.openvenue.core.engine.OperationsGateway;
import dev.openvenue.core.engine.OrderInput;
import dev.openvenue.core.error.VenueException;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Cancels any number of orders and accounts for every one of them. Orders are sent in calls as large as the venue
 * accepts, several at a time; an order that a call leaves open, unknown or unconfirmed is looked up and, if it is still
 * open, cancelled again, until every order has a final outcome or the deadline passes. Nothing is sent after the
 * deadline. A rejection, a lost response or a network failure never throws, and neither does any other failure once a
 * run has begun: it becomes the outcome of the orders concerned.
 *
 * <p>It takes time to prove that an order does not exist, because a new one may take a moment to become visible: a
 * tenth of the timeout from its first cancel, at least 2 s and at most 10 s, and more if the venue is seen to lag. With
 * a timeout shorter than that, an order that cannot be found remains unknown. So do orders of a symbol of which none is
 * found: then the key, the account or the symbol may be the wrong one.
 *
 * <p>Instances are immutable and thread-safe: each option returns a changed copy.
 */
public final class BatchCancel {
    /** How many full calls of a stream may be in progress for each that may be on the wire. */
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
     * @throws UnsupportedOperationException if the venue has no batch cancel
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
                new OperationsGateway(client, true));
        return new BatchCancel(venue, EngineClock.SYSTEM, RunOptions.DEFAULT);
    }

    /**
     * How long the whole run may take. By default that is 30 s, or twice what the venue's rate limits need for the
     * orders of a list ({@link #estimate}), if that is longer.
     */
    public BatchCancel timeout(Duration timeout) {
        return with(options.withTimeout(timeout));
    }

    /**
     * Whether orders are looked up until their state is certain, which is the default. Without it one response decides:
     * no order is {@link Status#CANCELLED}, an accepted cancel is {@link Status#ACCEPTED}, and a lost response leaves
     * the order {@link Status#UNKNOWN}.
     */
    public BatchCancel verify(boolean verify) {
        return with(options.withVerify(verify));
    }

    /** How many calls may be on the wire at a time; 4 by default. */
    public BatchCancel parallelism(int parallelism) {
        return with(options.withParallelism(parallelism));
    }

    /**
     * Arguments, by wire name, for those of the venue's operations that take them, such as HTX's {@code account-id}.
     * The operations that verify receive only those that say whose orders are meant: an order that a filter excludes
     * would look closed.
     *
     * @throws IllegalArgumentException if one of them fits no operation that the run may call
     */
    public BatchCancel arguments(Map<String, ?> arguments) {
        arguments.forEach((name, value) -> {
            if (!venue.takes(name, value)) {
                throw new IllegalArgumentException(
                        "None of " + venue.name() + "'s " + String.join(", ", venue.operations()) + " takes " + name
                                + " with such a value here; check its name. Filters are not for cancels: an order that"
                                + " they leave out would look closed");
            }
        });
        return with(options.withArguments(arguments));
    }

    /**
     * Limits the run to one of the venue's categories, such as {@code USDT-FUTURES}: what is listed is of this category
     * only, and so is an order that names none. Without it the venue's default counts for such an order, and what is
     * listed is of all categories.
     *
     * @throws IllegalArgumentException if the venue has no such category
     */
    public BatchCancel inCategory(String category) {
        Categories known = venue.description().categories();
        if (known == null || !known.values().contains(category)) {
            throw new IllegalArgumentException(venue.name()
                    + (known == null
                            ? " has no categories; leave " + category + " out"
                            : " has no category " + category + "; it has " + String.join(", ", known.values())));
        }
        return new BatchCancel(venue.of(venue.description().inCategory(category)), clock, options);
    }

    /**
     * Sets a listener for progress, called on the run's thread. If it throws, that is logged (by {@link System.Logger})
     * and it is not called again; the run goes on.
     */
    public BatchCancel onProgress(Consumer<? super CancelProgress> listener) {
        return with(options.withListener(listener));
    }

    /**
     * Cancels orders and waits for the end. An order that the venue does not find is looked for among its other kinds,
     * such as trigger orders, and cancelled as one of them. An interrupt ends the run; the report still covers every
     * order, and the thread stays interrupted.
     */
    public CancelReport cancel(Collection<OrderRef> orders) {
        List<OrderRef> copy = List.copyOf(orders);
        return fitting(copy).prepare(copy, CancelRun::run);
    }

    /** Cancels orders on a thread of its own. */
    public CancelRun cancelAsync(Collection<OrderRef> orders) {
        List<OrderRef> copy = List.copyOf(orders);
        return fitting(copy).prepare(copy, CancelRun::start);
    }

    private <T> T prepare(List<OrderRef> orders, BiFunction<CancelRun, RunLoop, T> start) {
        CallDispatcher dispatcher = dispatcher();
        InputBuffer buffer = buffer(OrderInput.ready(orders.iterator()), Integer.MAX_VALUE, outcome -> {});
        return start.apply(run(dispatcher, buffer), loop(dispatcher, buffer, orders));
    }

    private BatchCancel fitting(Collection<OrderRef> orders) {
        return with(options.fits() ? options.fitting(estimate(orders).time()) : options);
    }

    /** Like {@link #cancelStream(Iterator, Consumer)}; the stream is closed at the end. */
    public CancelSummary cancelStream(Stream<OrderRef> orders, Consumer<? super CancelOutcome> outcomes) {
        try (orders) {
            return cancelStream(orders.iterator(), outcomes);
        }
    }

    /**
     * Cancels orders as they arrive, and passes on one outcome for each, in the order of the input. An order that is
     * available is sent within 50 ms, whether or not others follow. However many there are, only a bounded window of
     * them is held in memory. So duplicates are sent once only while the first of them is in the window; after that the
     * order is cancelled again, which does no harm, and usually found closed.
     *
     * <p>An order whose outcome stays open does not block the stream for ever. The outcomes behind it wait while there
     * is room for them, 16 windows; after that, once it has had a quarter of the timeout or 10 s, it is given up and
     * passed on with what is known.
     *
     * <p>The timeout applies to the whole stream, so choose it accordingly. Inputs that are available at the deadline
     * are passed on as unknown; the rest of an iterator that then blocks for more than a second in total is not read.
     *
     * <p>An order that the venue does not find is not looked for among its other kinds, as {@link #cancel} does.
     *
     * <p>The iterator is called on a thread of its own, so that it blocks nothing else; at the end of the run that
     * thread is interrupted, and orders that a blocked iterator returns after that are not cancelled. The consumer is
     * called on this thread; the time that it takes is not bounded by the run.
     *
     * @throws RuntimeException whatever the iterator throws, after all earlier orders have their outcomes; and whatever
     *     the consumer throws, at once
     */
    public CancelSummary cancelStream(Iterator<OrderRef> orders, Consumer<? super CancelOutcome> outcomes) {
        Map<Status, Long> counts = new EnumMap<>(Status.class);
        Stream.of(Status.values()).forEach(status -> counts.put(status, 0L));
        try (CallDispatcher dispatcher = dispatcher()) {
            OrderInput<OrderRef> input =
                    clock.read(orders, room(), dispatcher::wake, "openvenue-cancel-input-" + venue.id());
            InputBuffer buffer = buffer(input, room(), outcome -> {
                counts.merge(outcome.status(), 1L, Long::sum);
                outcomes.accept(outcome);
            });
            new RunLoop(venue, options, dispatcher, buffer).run(List.of());
            return new CancelSummary(counts, dispatcher.elapsed(), dispatcher.callsByOperation());
        }
    }

    /**
     * Lists a symbol's open orders and cancels them until none is left, the rest is rejected, or the deadline passes.
     * Orders that are placed meanwhile are cancelled too. Orders that the venue does not list as open are not
     * cancelled: Bitget's trigger and conditional orders, HTX's conditional orders; see
     * {@link CancelAllReport#notListed} and {@link #cancelEverything}. Of a symbol that the venue does not know the
     * report says so, instead of that no order is open.
     *
     * @throws UnsupportedOperationException if the venue cannot list open orders
     */
    public CancelAllReport cancelAllOpen(String symbol) {
        return startAllOpen(symbol).run();
    }

    /** Like {@link #cancelAllOpen} on a thread of its own; cancelling the future ends the run. */
    public CompletableFuture<CancelAllReport> cancelAllOpenAsync(String symbol) {
        return startAllOpen(symbol).start();
    }

    /**
     * Stops everything: lists the open orders of all symbols and of every kind that can rest at the venue, and cancels
     * them until none of any kind is left, the rest is rejected, or the deadline passes. Orders that are placed
     * meanwhile, or triggered, are cancelled too. {@link CancelEverythingReport#notListed} names the kinds that cannot
     * be reached.
     *
     * <p>Each kind takes a listing, and several to prove that none is left. Venues that list the open orders of one
     * symbol at a time (XT, Satori) take one for each of their symbols, so choose a longer timeout there.
     *
     * @throws UnsupportedOperationException if the venue cannot list open orders
     */
    public CancelEverythingReport cancelEverything() {
        return startEverything().run();
    }

    /** Like {@link #cancelEverything} on a thread of its own; cancelling the future ends the run. */
    public CompletableFuture<CancelEverythingReport> cancelEverythingAsync() {
        return startEverything().start();
    }

    /** Prepares {@link #cancelAllOpen}. */
    OpenOrdersRun<CancelAllReport> startAllOpen(String symbol) {
        Objects.requireNonNull(symbol, "symbol");
        open();
        return OpenOrdersRun.ofSymbol(venue, options, dispatcher(), symbol);
    }

    /** Prepares {@link #cancelEverything}. */
    OpenOrdersRun<CancelEverythingReport> startEverything() {
        open();
        return OpenOrdersRun.ofEverything(venue, options, dispatcher());
    }

    /**
     * Plans the cancels with which a run would begin, and sends nothing; for a dry run. What follows depends on the
     * responses.
     *
     * @throws IllegalArgumentException if the venue cannot cancel an order by the given id
     */
    public void plan(Iterator<OrderRef> orders, Consumer<? super PlannedCall> calls) {
        new DryRunPlanner(venue, new CallPlanner(venue, options.arguments()), room(), calls).run(orders);
    }

    /**
     * Estimates what a run would need: its calls, and the time that the venue's rate limits make them take. It needs
     * more if a call fails, and while other calls use the same limits.
     */
    public RunEstimate estimate(Collection<OrderRef> orders) {
        return new RunEstimator(venue, options).estimate(orders);
    }

    /**
     * Plans the listings with which {@link #cancelAllOpen} would begin, one for each category, and sends nothing; for a
     * dry run.
     *
     * @throws UnsupportedOperationException if the venue cannot list open orders
     */
    public List<PlannedCall> planAllOpen(String symbol) {
        open();
        return OpenOrdersRun.listings(venue, options, symbol);
    }

    /**
     * Plans the listings with which {@link #cancelEverything} would begin, and sends nothing; for a dry run. Where the
     * venue lists orders of one symbol at a time, that is the listing of its symbols.
     *
     * @throws UnsupportedOperationException if the venue cannot list open orders
     */
    public List<PlannedCall> planEverything() {
        open();
        return OpenOrdersRun.plan(venue, options);
    }

    /**
     * Lists a symbol's open orders, all pages of them, in every category, and cancels nothing.
     *
     * @throws UnsupportedOperationException if the venue cannot list open orders
     * @throws VenueException if the list could not be read completely
     */
    public List<OpenOrder> openOrders(String symbol) {
        open();
        try (CallDispatcher dispatcher = dispatcher()) {
            OpenOrders orders = new OpenOrders(venue, dispatcher, open(), options.timeout());
            return OpenOrdersRun.listings(venue, options, symbol).stream()
                    .flatMap(listing -> orders.read(listing.arguments()).stream())
                    .toList();
        }
    }

    /** Cancels orders at several venues at once, each with the default options, and waits for all of them. */
    public static Map<VenueClient, CancelReport> across(
            Map<? extends VenueClient, ? extends Collection<OrderRef>> orders) {
        return across(orders, batchCancel -> batchCancel);
    }

    /**
     * Cancels orders at several venues at once and waits for all of them; {@link CancelAcross} does more.
     *
     * @param options what to change for each venue
     */
    public static Map<VenueClient, CancelReport> across(
            Map<? extends VenueClient, ? extends Collection<OrderRef>> orders, UnaryOperator<BatchCancel> options) {
        CancelAcross across = across().options((client, batchCancel) -> options.apply(batchCancel));
        orders.forEach(across::cancel);
        Map<VenueClient, CancelReport> reports = new LinkedHashMap<>();
        across.run().forEach(result -> reports.put(result.client(), result.orders()));
        return reports;
    }

    /** Starts cancels of any kind at several venues at once. */
    public static CancelAcross across() {
        return new CancelAcross();
    }

    /** How open orders are listed. */
    Query open() {
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

    private InputBuffer buffer(OrderInput<OrderRef> input, int room, Consumer<CancelOutcome> sink) {
        RunRules rules = RunRules.of(venue, options);
        return new InputBuffer(input, room, venue.cap(), ref -> new OrderCancelState(ref, rules, false), sink);
    }

    private RunLoop loop(CallDispatcher dispatcher, InputBuffer buffer, Collection<OrderRef> orders) {
        return new RunLoop(venue, options, dispatcher, buffer)
                .warning(() -> new RunEstimator(venue, options).warning(orders));
    }

    private CancelRun run(CallDispatcher dispatcher, InputBuffer buffer) {
        buffer.admit(dispatcher.now());
        return new CancelRun(venue, options, dispatcher, buffer.orders());
    }
}
