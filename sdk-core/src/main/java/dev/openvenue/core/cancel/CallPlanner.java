package dev.openvenue.core.cancel;

import dev.openvenue.core.annotation.Page;
import dev.openvenue.core.cancel.CallBatch.Group;
import dev.openvenue.core.cancel.CallBatch.Named;
import dev.openvenue.core.cancel.CallBatch.Purpose;
import dev.openvenue.core.codegen.BatchCancelDescription;
import dev.openvenue.core.codegen.BatchCancelDescription.Categories;
import dev.openvenue.core.codegen.BatchCancelDescription.IdArgument;
import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides which call serves an order, and builds its arguments. */
final class CallPlanner {
    /**
     * For venues that state no cap. Satori takes 20 orders in a batch when placing, and no venue is known to take
     * fewer.
     */
    static final int UNSTATED_CAP = 20;

    /** The name of the argument that is the whole body. */
    private static final String BODY = "body";

    /** Up to how many orders are looked up by themselves at a venue that lists closed orders. */
    static final int LOOKUPS_BESIDE_HISTORY = 3;

    /**
     * The same at a venue that lists open orders only. A lookup tells more than that list: whether an order was filled
     * or cancelled. So it pays for more orders.
     */
    static final int LOOKUPS_BESIDE_OPEN_LIST = 50;

    /** How many rows a page should have at least, if the venue allows it; fewer are hardly cheaper. */
    private static final int LEAST_PAGE = 100;

    private final VenueContext venue;
    private final BatchCancelDescription description;
    private final Map<String, Object> extra;
    private boolean history;
    private boolean hurried;

    /**
     * Plans for one venue.
     *
     * @param extra the user's arguments for every operation that takes them
     */
    CallPlanner(VenueContext venue, Map<String, Object> extra) {
        this.venue = venue;
        this.description = venue.description();
        this.extra = extra;
        this.history = description.history() != null;
    }

    /** Why an order cannot be cancelled at this venue; empty if it can. */
    Optional<String> problem(OrderRef ref) {
        if (!description.ids().containsKey(ref.kind())) {
            boolean byOrder = ref.kind() == IdKind.CLIENT_ORDER_ID;
            return Optional.of(venue.name() + " cancels in batches by " + (byOrder ? "order id" : "client order id")
                    + " only; name the order with OrderRef." + (byOrder ? "order" : "client"));
        }
        Optional<String> category = categoryProblem(ref);
        if (category.isPresent()) {
            return category;
        }
        if (needsSymbol(ref.kind()) && ref.symbol() == null) {
            return Optional.of(venue.name() + " needs the symbol to cancel " + ref + "; give it to OrderRef."
                    + (ref.kind() == IdKind.ORDER_ID ? "order" : "client"));
        }
        return Optional.empty();
    }

    private Optional<String> categoryProblem(OrderRef ref) {
        String named = ref.category();
        Categories known = description.categories();
        if (named == null || (known != null && known.values().contains(named))) {
            return Optional.empty();
        }
        return Optional.of(
                known == null
                        ? venue.name() + " has no categories; leave out that of " + ref
                        : venue.name() + " has no category " + named + "; it has " + String.join(", ", known.values()));
    }

    /** Whether a cancel needs the symbol: of the call, or of each of its elements. */
    boolean needsSymbol(IdKind kind) {
        return description.symbol() != null || argument(kind).symbol() != null;
    }

    /** The category of an order; null if the venue has none. */
    @Nullable
    String category(OrderRef ref) {
        return description.categoryOf(ref.category());
    }

    /** The category that a query asks for; null if it takes none. */
    private @Nullable String category(Query query, OrderRef ref) {
        return query.category() == null ? null : category(ref);
    }

    /** The group of the cancel call for an order. */
    Group cancel(OrderCancelState order) {
        String symbol = description.symbol() == null ? null : order.ref().symbol();
        IdKind kind = description.ids().containsKey(order.kind())
                ? order.kind()
                : order.ref().kind();
        Categories categories = description.categories();
        boolean ofOne = argument(kind).category() != null || (categories != null && categories.argument() != null);
        return new Group(
                Purpose.CANCEL,
                symbol,
                ofOne ? category(order.ref()) : null,
                kind,
                Math.min(venue.cap(), order.limit()));
    }

    /** The cheapest call that shows the states of a number of orders. */
    enum Source {
        /** A lookup of each order. */
        LOOKUP,
        /** The list of closed orders: one call for a page of them. */
        HISTORY,
        /** The list of open orders: one call for any number, but it does not tell how an order was closed. */
        OPEN_LIST
    }

    /**
     * Chooses the source of evidence for orders that wait for it together. A list costs a call or two however many
     * orders it settles, and a lookup costs one for each order.
     *
     * @param listed how many others wait for the list of open orders anyway
     */
    Source source(long orders, long listed) {
        if (history) {
            return orders <= LOOKUPS_BESIDE_HISTORY ? Source.LOOKUP : Source.HISTORY;
        }
        return orders + listed <= LOOKUPS_BESIDE_OPEN_LIST ? Source.LOOKUP : Source.OPEN_LIST;
    }

    /** How many rows a page of a list has when so many orders are looked for in it. */
    int rows(Query list, long orders) {
        Page page = venue.gateway().page(list.operation());
        Integer largest =
                page == null || page.size().isEmpty() ? null : venue.gateway().largest(list.operation(), page.size());
        int wanted = (int) Math.max(LEAST_PAGE, Math.min(2 * orders, Integer.MAX_VALUE));
        return largest == null ? LEAST_PAGE : Math.min(largest, wanted);
    }

    /** Stops using the list of closed orders, because it keeps failing. */
    void withoutHistory() {
        history = false;
    }

    /** The call that shows an order's state; empty if the venue has none for it. */
    Optional<Group> look(OrderCancelState order) {
        Optional<Group> lookup = lookup(order);
        boolean listed = order.isUnlisted() && order.isKnown() && !order.isLookedUp();
        if (order.isLastLook()) {
            boolean single = lookup.filter(group -> group.cap() > 1).isEmpty();
            return lookup.isEmpty() || (listed && !history && single)
                    ? Optional.empty()
                    : pool(order).or(() -> lookup);
        } else if (listed && (hurried || !history) && list(order).isPresent()) {
            // It was one of many for which the list was the cheapest; a few more lists prove it gone.
            return list(order);
        } else if (hurried && !order.isUnlisted() && list(order).isPresent()) {
            return list(order);
        } else if (!history && order.isUnlisted() && lookup.isPresent()) {
            // The list has said all that it can of an order that nothing ever showed.
            return lookup;
        }
        return pool(order).or(() -> lookup).or(() -> list(order));
    }

    /** There is not enough time for all evidence, so that nothing is open is proven before it is asked what became. */
    void hurry() {
        hurried = true;
    }

    /** The pool of orders that one listing shows; empty if the order must be looked up by itself. */
    private Optional<Group> pool(OrderCancelState order) {
        Query listing = history ? description.history() : description.open();
        // A lookup of many orders is as cheap as a listing, and proves more.
        boolean single = order.lookLimit() > 1
                && lookup(order).filter(group -> group.cap() == 1).isPresent();
        if (listing == null || !single || !isReachable(listing, order)) {
            return Optional.empty();
        }
        String symbol = listing.symbol() == null ? null : order.ref().symbol();
        String category = category(listing, order.ref());
        return Optional.of(new Group(Purpose.EVIDENCE, symbol, category, kind(order), Integer.MAX_VALUE));
    }

    /** Whether a listing can be asked for this order, and its rows name it beyond doubt. */
    private boolean isReachable(Query listing, OrderCancelState order) {
        boolean named =
                kind(order) == IdKind.ORDER_ID || (listing.clientOrderId() != null && !description.clientIdsRepeat());
        return named && (listing.symbol() == null || order.ref().symbol() != null);
    }

    private static IdKind kind(OrderCancelState order) {
        return order.orderId() == null ? order.ref().kind() : IdKind.ORDER_ID;
    }

    /** The lookup of one order by its id, or of several; empty if the venue has none for it. */
    Optional<Group> lookup(OrderCancelState order) {
        // The venue's own id is preferred: client ids are forgotten sooner.
        IdKind kind =
                order.orderId() != null && description.lookup(IdKind.ORDER_ID).isPresent()
                        ? IdKind.ORDER_ID
                        : order.ref().kind();
        return description
                .lookup(kind)
                .filter(query -> query.symbol() == null || order.ref().symbol() != null)
                .map(query -> new Group(
                        Purpose.LOOKUP,
                        query.symbol() == null ? null : order.ref().symbol(),
                        category(query, order.ref()),
                        kind,
                        Math.min(order.lookLimit(), cap(query))));
    }

    private static int cap(Query lookup) {
        return !lookup.many() ? 1 : lookup.cap() > 0 ? lookup.cap() : UNSTATED_CAP;
    }

    /** The listing that shows whether an order is open; empty if the venue has none for it. */
    Optional<Group> list(OrderCancelState order) {
        OrderRef ref = order.ref();
        boolean repeats = description.clientIdsRepeat() && ref.kind() == IdKind.CLIENT_ORDER_ID;
        return list(ref, order.orderId() != null && !repeats ? IdKind.ORDER_ID : ref.kind());
    }

    /**
     * The listing that shows whether another order with the same client id is open; empty if the venue has none for it.
     */
    Optional<Group> namesakes(OrderCancelState order) {
        return list(order.ref(), order.ref().kind());
    }

    private Optional<Group> list(OrderRef ref, IdKind kind) {
        Query open = description.open();
        if (open == null
                || (open.symbol() != null && ref.symbol() == null)
                || (kind == IdKind.CLIENT_ORDER_ID && open.clientOrderId() == null)) {
            return Optional.empty();
        }
        String symbol = open.symbol() == null ? null : ref.symbol();
        return Optional.of(new Group(Purpose.LIST, symbol, category(open, ref), kind, Integer.MAX_VALUE));
    }

    /** The arguments of a cancel. */
    Map<String, Object> cancelArguments(Group group, List<Named> orders) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        extra.forEach((name, value) -> {
            if (venue.gateway().takes(description.operation(), name, value)) {
                arguments.put(name, value);
            }
        });
        arguments.putAll(description.arguments());
        put(arguments, description.symbol(), group.symbol());
        Categories categories = description.categories();
        put(arguments, categories == null ? null : categories.argument(), group.category());
        IdArgument argument = argument(group.kind());
        List<Object> items = orders.stream()
                .map(order -> element(argument, order, group.category()))
                .toList();
        arguments.put(
                argument.list().equals(".") ? BODY : argument.list(),
                description.response().shape() == Shape.SINGLE ? items.get(0) : items);
        return arguments;
    }

    private static Object element(IdArgument argument, Named order, @Nullable String category) {
        String field = argument.field();
        if (field == null) {
            return order.id();
        }
        Map<String, Object> element = new LinkedHashMap<>(argument.arguments());
        put(element, argument.category(), category);
        put(element, argument.symbol(), order.symbol());
        element.put(field, order.id());
        return element;
    }

    /** The arguments of a lookup. */
    Map<String, Object> lookupArguments(Query query, Group group, List<String> ids) {
        Map<String, Object> arguments = arguments(query);
        put(arguments, query.symbol(), group.symbol());
        put(arguments, query.category(), group.category());
        put(arguments, query.ids().get(group.kind()), query.many() ? ids : ids.get(0));
        return arguments;
    }

    /** The arguments of a listing, without those for pagination. */
    Map<String, Object> listArguments(Query open, @Nullable String symbol, @Nullable String category) {
        Map<String, Object> arguments = arguments(open);
        put(arguments, open.symbol(), symbol);
        put(arguments, open.category(), category);
        return arguments;
    }

    /** Leaves out the user's filters: the orders that they exclude would look closed. */
    private Map<String, Object> arguments(Query query) {
        Map<String, Object> arguments = new LinkedHashMap<>(extra);
        arguments.keySet().retainAll(query.accepts());
        arguments.putAll(query.arguments());
        return arguments;
    }

    private static void put(Map<String, Object> arguments, @Nullable String name, @Nullable Object value) {
        if (name != null && value != null) {
            arguments.put(name, value);
        }
    }

    @SuppressWarnings("NullAway") // problem() accepts only orders whose kind of id the venue takes.
    private IdArgument argument(IdKind kind) {
        return description.ids().get(kind);
    }
}
