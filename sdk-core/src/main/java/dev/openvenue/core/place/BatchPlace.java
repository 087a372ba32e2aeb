package dev.openvenue.core.place;

import dev.openvenue.core.VenueClient;
import dev.openvenue.core.codegen.BatchCancelDescription;
import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import dev.openvenue.core.codegen.BatchPlaceDescription;
import dev.openvenue.core.codegen.BatchPlaceDescription.Lookup;
import dev.openvenue.core.codegen.VenueDescription;
import dev.openvenue.core.engine.CallDispatcher;
import dev.openvenue.core.engine.EngineClock;
import dev.openvenue.core.engine.OperationsGateway;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Places any number of orders and accounts for every one of them. Orders are sent in calls as large as the venue
 * accepts, several at a time, within the rate limits and one timeout. Nothing is sent after the timeout.
 *
 * <p><b>No order is ever placed twice.</b> An order whose outcome is unknown is never sent again: it is looked up by
 * its client order id, and by nothing else, because an order that merely looks the same is another one. An order
 * without a client order id gets one before anything is sent, where the venue takes such ids. An order is sent again
 * only after the venue, or the client itself, certainly turned its request away for now, because of a rate limit.
 *
 * <p>A rejection, a lost response or a network failure never throws, and neither does any other failure once a run has
 * begun: it becomes the outcome of the orders concerned.
 *
 * <p>Instances are immutable and thread-safe: each option returns a changed copy.
 *
 * @param <T> the venue's type of a new order
 */
public final class BatchPlace<T> {
    private final PlaceContext venue;
    private final Function<? super T, ? extends Map<String, ? extends @Nullable Object>> form;
    private final EngineClock clock;
    private final PlaceOptions options;

    BatchPlace(
            PlaceContext venue,
            Function<? super T, ? extends Map<String, ? extends @Nullable Object>> form,
            EngineClock clock,
            PlaceOptions options) {
        this.venue = venue;
        this.form = form;
        this.clock = clock;
        this.options = options;
    }

    /**
     * The batch place of a client's venue, for venue-independent tools: an order is a map of the fields of the venue's
     * own new order, by their names on the wire.
     *
     * @throws UnsupportedOperationException if the venue has no batch place
     */
    public static BatchPlace<Map<String, ?>> of(VenueClient client) {
        return new BatchPlace<>(context(client), order -> order, EngineClock.SYSTEM, PlaceOptions.DEFAULT);
    }

    /** For generated clients: the batch place of orders of a generated type. */
    public static <T> BatchPlace<T> of(VenueClient client, Class<T> type) {
        return new BatchPlace<>(
                context(client), order -> tree(client, type, order), EngineClock.SYSTEM, PlaceOptions.DEFAULT);
    }

    static PlaceContext context(VenueClient client) {
        VenueDescription description = client.description();
        BatchPlaceDescription batchPlace = description.batchPlace();
        if (batchPlace == null) {
            throw new UnsupportedOperationException(
                    description.name() + " has no batch place; place orders one by one with its own operations");
        }
        return new PlaceContext(
                description.id(),
                description.name(),
                batchPlace,
                query(batchPlace.lookup(), description.batchCancel()),
                description.errors(),
                new OperationsGateway(client, false));
    }

    private static @Nullable Query query(@Nullable Lookup lookup, @Nullable BatchCancelDescription cancel) {
        if (lookup == null || cancel == null) {
            return null;
        }
        return lookup.open()
                ? cancel.open()
                : cancel.lookup(IdKind.CLIENT_ORDER_ID).orElse(null);
    }

    @SuppressWarnings("unchecked") // An object's members have names.
    private static <T> Map<String, @Nullable Object> tree(VenueClient client, Class<T> type, T order) {
        return (Map<String, @Nullable Object>)
                Objects.requireNonNull(client.operations().tree(type, order));
    }

    /** How long the whole run may take; 30 s by default. Orders in doubt are looked up until then. */
    public BatchPlace<T> timeout(Duration timeout) {
        return with(options.withTimeout(timeout));
    }

    /** How many calls may be on the wire at a time; 4 by default. With 1, orders are sent in the order of the input. */
    public BatchPlace<T> parallelism(int parallelism) {
        return with(options.withParallelism(parallelism));
    }

    /** The symbol of all orders that name none; needed where the venue takes it beside the orders (XT). */
    public BatchPlace<T> symbol(String symbol) {
        return with(options.withSymbol(Objects.requireNonNull(symbol, "symbol")));
    }

    /**
     * Sets what to do with the client order ids before anything is sent: it hears those of all orders that will be
     * sent, in the order of the input. An application that stores them can look the orders up after a crash. If it
     * throws, nothing is sent and {@link #place} throws the same.
     */
    public BatchPlace<T> beforeSending(Consumer<? super List<String>> clientOrderIds) {
        return with(options.withBeforeSending(Objects.requireNonNull(clientOrderIds, "clientOrderIds")));
    }

    /**
     * Sets a listener for progress, called on the run's thread. If it throws, that is logged (by {@link System.Logger})
     * and it is not called again; the run goes on.
     */
    public BatchPlace<T> onProgress(Consumer<? super PlaceProgress> listener) {
        return with(options.withListener(listener));
    }

    /**
     * Places orders and waits for the end. An interrupt ends the run; the report still covers every order, and the
     * thread stays interrupted.
     *
     * @throws IllegalArgumentException if the venue takes the symbol beside the orders and none was given
     */
    public PlaceReport<T> place(Collection<? extends T> orders) {
        return prepare(orders, PlaceRun::run);
    }

    /**
     * Places orders on a thread of its own. What is set with {@link #beforeSending} hears the client order ids on this
     * thread, before this returns.
     *
     * @throws IllegalArgumentException if the venue takes the symbol beside the orders and none was given
     */
    public PlaceRun<T> placeAsync(Collection<? extends T> orders) {
        return prepare(orders, PlaceRun::start);
    }

    private <R> R prepare(Collection<? extends T> orders, BiFunction<PlaceRun<T>, PlaceLoop, R> begin) {
        List<T> copies = List.copyOf(orders);
        String argument = venue.description().symbol();
        if (argument != null && options.symbol() == null) {
            throw new IllegalArgumentException(venue.name() + " takes the symbol of all orders as " + argument
                    + " beside them; give it with symbol(…)");
        }
        List<Map<String, @Nullable Object>> forms = new ArrayList<>();
        copies.forEach(order -> forms.add(new LinkedHashMap<>(form.apply(order))));
        List<PlaceIntent> intents = PlaceIntents.of(venue, options.symbol(), forms);
        tell(intents);
        CallDispatcher dispatcher = new CallDispatcher(venue, clock, options.timeout());
        return begin.apply(
                new PlaceRun<>(venue, dispatcher, copies, intents), new PlaceLoop(venue, options, dispatcher, intents));
    }

    private void tell(List<PlaceIntent> intents) {
        List<String> ids = intents.stream()
                .filter(intent -> !intent.isDone())
                .map(PlaceIntent::clientOrderId)
                .filter(Objects::nonNull)
                .toList();
        if (!ids.isEmpty()) {
            options.beforeSending().accept(ids);
        }
    }

    private BatchPlace<T> with(PlaceOptions changed) {
        return new BatchPlace<>(venue, form, clock, changed);
    }
}
