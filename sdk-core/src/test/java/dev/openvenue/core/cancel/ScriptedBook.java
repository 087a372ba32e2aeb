package dev.openvenue.core.cancel;

import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The book of a {@link ScriptedVenue}: orders with a true state, and the calls that act on them. It keeps the wire form
 * of the venues' batch cancels, in four shapes.
 */
final class ScriptedBook {
    /** The true state of an order. */
    enum State {
        OPEN,
        CANCELLED,
        FILLED
    }

    /** An order and how it misbehaves. */
    static final class Order {
        final String id;
        final String clientId;
        final String symbol;
        State state = State.OPEN;
        /** The code with which its cancel is rejected; null for none. */
        @Nullable
        String rejection;
        /** How many lookups do not find it yet. */
        int hiddenLooks;
        /** How many lookups still show it open after its cancel was taken; the cancel is executed after them. */
        int latency;
        /** How many cancels are taken and forgotten. */
        int forgotten;

        boolean cancelling;

        Order(String id, String clientId, String symbol) {
            this.id = id;
            this.clientId = clientId;
            this.symbol = symbol;
        }
    }

    final Map<String, Order> orders = new LinkedHashMap<>();
    private final Shape shape;
    int pageSize = Integer.MAX_VALUE;
    /** Whether rows hold ids as numbers. */
    boolean numericIds;

    /** An id that makes the venue reject the whole call. */
    @Nullable
    String poison;

    /** Whether a lookup is rejected as a whole if one of its orders is not known. */
    boolean lookupsNeedAll;

    /** Whether the venue finds no order by a client's id any more. */
    boolean forgetsClientIds;

    ScriptedBook(Shape shape) {
        this.shape = shape;
    }

    Order place(String id, String clientId, String symbol) {
        Order order = new Order(id, clientId, symbol);
        orders.put(id, order);
        return order;
    }

    Order order(String id) {
        return Objects.requireNonNull(orders.get(id));
    }

    Object execute(ScriptedVenue.Received call) {
        if (lookupsNeedAll
                && call.operation().equals("lookup")
                && !orders.keySet().containsAll(call.ids())) {
            throw ScriptedFault.rejection("missing", ErrorKind.ORDER_NOT_FOUND, Effect.NONE, null);
        }
        return switch (call.operation()) {
            case "cancel" -> cancel(call);
            case "lookup" ->
                call.ids().stream().map(orders::get).flatMap(this::row).toList();
            case "lookupOne" ->
                byClientId(String.valueOf(call.arguments().get("clientId")))
                        .flatMap(this::row)
                        .toList();
            default -> page(call);
        };
    }

    private Object cancel(ScriptedVenue.Received call) {
        if (poison != null && call.ids().contains(poison)) {
            throw ScriptedFault.rejection("bad-id", ErrorKind.INVALID_REQUEST, Effect.NONE, null);
        }
        boolean byClient = call.arguments().containsKey("clientIds");
        List<Object> done = new ArrayList<>();
        List<Object> failed = new ArrayList<>();
        for (String id : call.ids()) {
            Order order = byClient ? byClientId(id).findFirst().orElse(null) : orders.get(id);
            String code = cancel(order);
            if (shape == Shape.STOPS_AT_FIRST_FAILURE && !code.equals("ok")) {
                throw ScriptedFault.rejection(
                        code, ScriptedVenue.ERRORS.find(code).orElseThrow().kind(), Effect.UNKNOWN, null);
            }
            Map<String, Object> row = new HashMap<>(Map.of(
                    byClient ? "clientId" : "id", byClient ? id : wire(id), "code", code, "text", "said the venue"));
            (code.equals("ok") ? done : failed).add(row);
        }
        if (shape == Shape.STOPS_AT_FIRST_FAILURE) {
            return true;
        }
        if (shape == Shape.ACKNOWLEDGED) {
            return Map.of();
        }
        if (shape == Shape.PARTITIONED) {
            return Map.of("done", done, "failed", failed);
        }
        done.addAll(failed);
        return done;
    }

    private String cancel(@Nullable Order order) {
        if (order == null || order.hiddenLooks > 0) {
            return "missing";
        } else if (order.state != State.OPEN) {
            return "closed";
        } else if (order.rejection != null) {
            return order.rejection;
        } else if (order.forgotten > 0) {
            order.forgotten--;
        } else if (order.latency > 0) {
            order.cancelling = true;
        } else {
            order.state = State.CANCELLED;
        }
        return "ok";
    }

    private Stream<Map<String, Object>> row(@Nullable Order order) {
        if (order == null || order.hiddenLooks > 0) {
            if (order != null) {
                order.hiddenLooks--;
            }
            return Stream.empty();
        }
        if (order.cancelling && --order.latency <= 0 && order.state == State.OPEN) {
            order.state = State.CANCELLED;
        }
        return Stream.of(Map.of("id", wire(order.id), "clientId", order.clientId, "status", order.state.name()));
    }

    private Object wire(String id) {
        return numericIds ? new BigDecimal(id) : id;
    }

    private Object page(ScriptedVenue.Received call) {
        List<Order> open = orders.values().stream()
                .filter(order -> order.state == State.OPEN && order.hiddenLooks == 0)
                .filter(order -> order.symbol.equals(call.arguments().get("symbol")))
                .toList();
        Object page = call.arguments().get("page");
        int from = page == null ? 0 : (Integer.parseInt(page.toString()) - 1) * pageSize;
        return open.stream()
                .skip(from)
                .limit(pageSize)
                .map(order -> Map.of("id", wire(order.id), "clientId", order.clientId))
                .toList();
    }

    /** The newest order of a client id; ids may repeat. */
    private Stream<Order> byClientId(String clientId) {
        return orders.values().stream()
                .filter(order -> !forgetsClientIds && order.clientId.equals(clientId))
                .reduce((older, newer) -> newer)
                .stream();
    }
}
