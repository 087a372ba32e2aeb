package dev.openvenue.core.cancel;

import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.annotation.Page;
import dev.openvenue.core.codegen.BatchCancelBuilder;
import dev.openvenue.core.codegen.BatchCancelDescription;
import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import dev.openvenue.core.codegen.BatchCancelDescription.OrderFields;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import dev.openvenue.core.codegen.BatchCancelDescription.Response;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import dev.openvenue.core.codegen.BatchCancelDescription.Sides;
import dev.openvenue.core.codegen.BatchCancelDescription.States;
import dev.openvenue.core.codegen.JsonTree;
import dev.openvenue.core.codegen.QueryBuilder;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.VenueException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A venue that looks orders up one by one, and lists open and closed ones page by page, the newest first. Each of its
 * views shows the state of a while ago.
 */
final class ListedVenue implements VenueGateway {
    static final OrderFields FIELDS =
            new OrderFields("symbol", null, "side", "price", "size", "filled", "value", "average");

    private static final Duration LATENCY = Duration.ofMillis(2);
    private static final Duration STALE = Duration.ofMillis(500);
    private static final Duration LATE = Duration.ofSeconds(1);
    private static final int PAGE = 100;

    /** An order's history: what was true since when. */
    private static final class Order {
        final TreeMap<Long, String> states = new TreeMap<>();
        String filled = "0";

        @Nullable
        String at(long time) {
            Map.Entry<Long, String> state = states.floorEntry(time);
            return state == null ? null : state.getValue();
        }
    }

    /** How one call misbehaves. */
    enum Mishap {
        /** Not at all. */
        NONE,
        /** The request does not arrive. */
        LOST_REQUEST,
        /** The request is executed, and its response does not arrive. */
        LOST_RESPONSE,
        /** The request is executed long after its caller gave it up. */
        LATE,
        /** The request is not executed, and its caller waits to the deadline of the call. */
        STUCK,
        /** A view shows what was true a while ago. */
        STALE,
        /** A view lacks the orders; a cancel does not find them. */
        HIDDEN
    }

    final VirtualTime time = new VirtualTime();
    /** Whether its calls are for one symbol each. */
    boolean needsSymbols = true;
    /** How the first calls misbehave, one after the other. */
    List<Mishap> mishaps = List.of();
    /** All orders are filled just before this call, counted from 0. */
    int fillBefore = Integer.MAX_VALUE;

    final List<String> asked = new ArrayList<>();
    final List<Duration> askedAt = new ArrayList<>();
    /** How far back each operation looks. */
    final Map<String, Duration> lag = new HashMap<>();
    /** What an operation fails with. */
    final Map<String, VenueException> failures = new HashMap<>();

    private final TreeMap<Integer, Order> orders = new TreeMap<>();
    private final boolean listsClosedOrders;
    private final long started;

    ListedVenue(boolean listsClosedOrders) {
        this.listsClosedOrders = listsClosedOrders;
        time.advance(Duration.ofHours(1));
        started = time.nanoTime();
    }

    /** Places orders with consecutive ids. */
    List<OrderRef> place(int count) {
        int first = orders.isEmpty() ? 1 : orders.lastKey() + 1;
        return Stream.iterate(first, id -> id + 1)
                .limit(count)
                .map(this::placeOne)
                .toList();
    }

    private OrderRef placeOne(int id) {
        Order order = new Order();
        // Long enough ago to be visible everywhere.
        order.states.put(time.nanoTime() - Duration.ofMinutes(30).toNanos(), "OPEN");
        orders.put(id, order);
        return OrderRef.byOrderId("BTC", Integer.toString(id));
    }

    /** Fills an order after a while. */
    void fill(OrderRef ref, Duration delay) {
        time.in(delay, () -> close(order(ref.id()), "FILLED", "2"));
    }

    /** The true state of an order. */
    String truth(OrderRef ref) {
        return String.valueOf(order(ref.id()).at(time.nanoTime()));
    }

    BatchCancel batchCancel() {
        return new BatchCancel(
                new VenueContext("test", "Test", description(), ScriptedVenue.ERRORS, this), time, RunOptions.DEFAULT);
    }

    long calls(String operation) {
        return asked.stream().filter(operation::equals).count();
    }

    private BatchCancelDescription description() {
        BatchCancelBuilder description = BatchCancelDescription.builder("cancel")
                .cap(50)
                .id(IdKind.ORDER_ID, "ids")
                .response(Response.builder(Shape.PARTITIONED)
                        .success("done")
                        .failure("failed")
                        .orderId("id")
                        .code("code")
                        .message("text")
                        .build())
                .lookup(rows("lookup").id(IdKind.ORDER_ID, "id").build())
                .open(listing("open"))
                .states(new States(Set.of("OPEN"), Set.of("CANCELLED"), Set.of("FILLED")))
                .sides(new Sides(Set.of("buy"), Set.of("sell")));
        if (needsSymbols) {
            description.symbol("symbol");
        }
        return (listsClosedOrders ? description.history(listing("history")) : description).build();
    }

    private Query listing(String operation) {
        QueryBuilder rows = rows(operation);
        return (needsSymbols ? rows.symbol("symbol") : rows).build();
    }

    private static QueryBuilder rows(String operation) {
        return Descriptions.rows(operation).status("status").fields(FIELDS);
    }

    @Override
    public CompletableFuture<VenueResponse<Object>> call(String operation, Map<String, ?> values, Duration deadline) {
        int number = asked.size();
        asked.add(operation);
        askedAt.add(Duration.ofNanos(time.nanoTime() - started));
        CompletableFuture<VenueResponse<Object>> response = new CompletableFuture<>();
        Mishap mishap = number < mishaps.size() ? mishaps.get(number) : Mishap.NONE;
        if (mishap == Mishap.STUCK) {
            time.in(deadline, () -> response.completeExceptionally(ScriptedFault.transport(Effect.UNKNOWN)));
            return response;
        }
        time.in(LATENCY, () -> {
            if (number == fillBefore) {
                orders.values().forEach(order -> close(order, "FILLED", "2"));
            }
            respond(operation, values, mishap, response);
        });
        return response;
    }

    private void respond(
            String operation, Map<String, ?> values, Mishap mishap, CompletableFuture<VenueResponse<Object>> response) {
        VenueException failure = failures.get(operation);
        if (mishap == Mishap.LATE) {
            time.in(LATE, () -> execute(operation, values, mishap));
        }
        boolean executed = failure == null && mishap != Mishap.LATE && mishap != Mishap.LOST_REQUEST;
        Object payload = executed ? execute(operation, values, mishap) : null;
        if (payload == null || mishap == Mishap.LOST_RESPONSE) {
            response.completeExceptionally(failure == null ? ScriptedFault.transport(Effect.UNKNOWN) : failure);
        } else {
            response.complete(ScriptedVenue.response(payload));
        }
    }

    private Object execute(String operation, Map<String, ?> values, Mishap mishap) {
        if (mishap == Mishap.HIDDEN) {
            return operation.equals("cancel") ? missing(JsonTree.rows(values.get("ids"))) : List.of();
        }
        Duration back = mishap == Mishap.STALE ? STALE : lag.getOrDefault(operation, Duration.ZERO);
        long seen = time.nanoTime() - back.toNanos();
        return switch (operation) {
            case "cancel" -> cancel(JsonTree.rows(values.get("ids")));
            case "lookup" -> {
                int id = Integer.parseInt(String.valueOf(values.get("id")));
                yield orders.containsKey(id) ? List.of(row(id, seen)) : List.of();
            }
            case "open" -> page(values, seen, "OPEN"::equals);
            default -> page(values, seen, state -> !"OPEN".equals(state));
        };
    }

    private static Object missing(List<Object> ids) {
        return Map.of(
                "done",
                List.of(),
                "failed",
                ids.stream()
                        .map(id -> Map.of("id", id, "code", "missing", "text", "said the venue"))
                        .toList());
    }

    private Object cancel(List<?> ids) {
        List<Object> done = new ArrayList<>();
        List<Object> failed = new ArrayList<>();
        for (Object id : ids) {
            Order order = orders.get(Integer.parseInt(id.toString()));
            boolean open = order != null && close(order, "CANCELLED", "0.5");
            (open ? done : failed)
                    .add(Map.of("id", id, "code", order == null ? "missing" : "closed", "text", "said the venue"));
        }
        return Map.of("done", done, "failed", failed);
    }

    /** Closes an order; returns whether it was open. */
    private boolean close(Order order, String state, String filled) {
        boolean open = "OPEN".equals(order.at(time.nanoTime()));
        if (open) {
            order.states.put(time.nanoTime(), state);
            order.filled = filled;
        }
        return open;
    }

    private Object page(Map<String, ?> values, long seen, Predicate<String> wanted) {
        Object before = values.get("before");
        int limit = Integer.parseInt(String.valueOf(values.get("limit")));
        return orders.descendingMap().entrySet().stream()
                .filter(order -> before == null || order.getKey() < Integer.parseInt(before.toString()))
                .filter(order -> {
                    String state = order.getValue().at(seen);
                    return state != null && wanted.test(state);
                })
                .limit(limit)
                .map(order -> row(order.getKey(), seen))
                .toList();
    }

    private Map<String, Object> row(int id, long seen) {
        Order order = order(Integer.toString(id));
        return Map.of(
                "id", Integer.toString(id),
                "symbol", "BTC",
                "side", "sell",
                "price", "100",
                "size", "2",
                "status", String.valueOf(order.at(seen)),
                "filled", order.filled,
                "average", "99.5");
    }

    private Order order(String id) {
        Order order = orders.get(Integer.parseInt(id));
        if (order == null) {
            throw new AssertionError("no order " + id);
        }
        return order;
    }

    @Override
    public boolean takes(String operation, String argument, Object value) {
        return false;
    }

    @Override
    public @Nullable Page page(String operation) {
        return operation.equals("open") || operation.equals("history")
                ? Listings.class.getDeclaredMethods()[0].getAnnotation(Page.class)
                : null;
    }

    @Override
    public List<Limit> limits(String operation) {
        return List.of(new Limit(operation, 10, Duration.ofSeconds(1)));
    }

    @Override
    public boolean requires(String operation, String argument) {
        return needsSymbols;
    }

    @Override
    public @Nullable Integer largest(String operation, String argument) {
        return PAGE;
    }

    private interface Listings {
        @SuppressWarnings("UnusedMethod") // Carries the annotation.
        @Page(parameter = "before", row = "id", size = "limit")
        void listing();
    }
}
