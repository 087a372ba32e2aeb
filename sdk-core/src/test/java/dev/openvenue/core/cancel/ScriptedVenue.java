package dev.openvenue.core.cancel;

import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.annotation.Page;
import dev.openvenue.core.codegen.BatchCancelDescription;
import dev.openvenue.core.codegen.BatchCancelDescription.Answer;
import dev.openvenue.core.codegen.BatchCancelDescription.IdArgument;
import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import dev.openvenue.core.codegen.BatchCancelDescription.OrderFields;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import dev.openvenue.core.codegen.BatchCancelDescription.States;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorCatalogue;
import dev.openvenue.core.error.ErrorCatalogue.Remedy;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.MalformedResponseException;
import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.RejectedException;
import dev.openvenue.core.error.TransportException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A venue in memory: orders with a true state, calls that act on them after a latency, and faults by script. It keeps
 * the wire form of the four venues' batch cancels, in three shapes.
 */
final class ScriptedVenue implements VenueGateway {
    static final ErrorCatalogue ERRORS = ErrorCatalogue.builder()
            .codes("closed", "")
            .stated(ErrorKind.ORDER_CLOSED, Effect.NONE, Remedy.NONE)
            .codes("missing", "")
            .stated(ErrorKind.ORDER_NOT_FOUND, Effect.NONE, Remedy.NONE)
            .codes("not-open", "")
            .stated(ErrorKind.ORDER_NOT_OPEN, Effect.NONE, Remedy.NONE)
            .codes("forbidden", "")
            .stated(ErrorKind.PERMISSION, Effect.NONE, Remedy.NONE)
            .codes("stuck", "")
            .stated(ErrorKind.OTHER, Effect.UNKNOWN, Remedy.LOOK_UP_ORDER)
            .codes("busy", "")
            .stated(ErrorKind.RATE_LIMIT, Effect.NONE, Remedy.WAIT)
            .build();

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

    /** What happens to one call. */
    interface Fault {
        /** Responds with a payload or throws, after or without the execution of the call. */
        @Nullable
        Object apply(Call call);
    }

    /** The execution of a call. */
    interface Call {
        Object execute();
    }

    /** A call as it arrived. */
    record Received(String operation, Map<String, ?> arguments, long at, Duration deadline) {
        List<String> ids() {
            Object list = arguments.containsKey("orderIds") ? arguments.get("orderIds") : arguments.get("clientIds");
            return ((List<?>) (list == null ? List.of() : list))
                    .stream().map(String::valueOf).toList();
        }
    }

    final VirtualTime time;
    final Map<String, Order> orders = new LinkedHashMap<>();
    final List<Received> received = new ArrayList<>();
    final Map<String, Deque<Fault>> faults = new HashMap<>();
    final Shape shape;
    Supplier<Duration> latency = () -> Duration.ofMillis(10);
    /** Whether rows hold ids as numbers. */
    boolean numericIds;

    Supplier<@Nullable Fault> chaos = () -> null;
    int running;
    int mostRunning;

    @Nullable
    Page paging;

    int pageSize = Integer.MAX_VALUE;
    Set<String> invalidIds = Set.of();

    /** An operation whose arguments break the spec; null for none. */
    @Nullable
    String invalidOperation;

    BatchCancelDescription description;

    /** An id that makes the venue reject the whole call. */
    @Nullable
    String poison;

    /** Whether a lookup is rejected as a whole if one of its orders is not known. */
    boolean lookupsNeedAll;

    /** Whether the venue finds no order by a client's id any more. */
    boolean forgetsClientIds;

    /** How long it takes to prepare a call. */
    Duration preparation = Duration.ZERO;

    /** What every lookup meets; null for nothing. */
    @Nullable
    Fault chaosOnLookups;

    ScriptedVenue(VirtualTime time, Shape shape, int cap) {
        this.time = time;
        this.shape = shape;
        this.description = new BatchCancelDescription(
                "cancel",
                cap,
                shape == Shape.STOPS_AT_FIRST_FAILURE ? null : "symbol",
                Map.of("mode", "single"),
                Map.of(
                        IdKind.ORDER_ID, new IdArgument("orderIds", null),
                        IdKind.CLIENT_ORDER_ID, new IdArgument("clientIds", null)),
                new Answer(shape, ".", "done", "failed", "id", "clientId", "code", "text", Set.of("ok")),
                List.of(
                        new Query(
                                "lookup",
                                "symbol",
                                Map.of(),
                                Map.of(IdKind.ORDER_ID, "orderIds"),
                                true,
                                5,
                                ".",
                                "id",
                                "clientId",
                                "status",
                                Set.of(),
                                OrderFields.NONE),
                        new Query(
                                "lookupOne",
                                null,
                                Map.of(),
                                Map.of(IdKind.CLIENT_ORDER_ID, "clientId"),
                                false,
                                0,
                                ".",
                                "id",
                                "clientId",
                                "status",
                                Set.of(),
                                OrderFields.NONE)),
                new Query(
                        "open",
                        "symbol",
                        Map.of(),
                        Map.of(),
                        false,
                        0,
                        ".",
                        "id",
                        "clientId",
                        null,
                        Set.of("account"),
                        OrderFields.NONE),
                null,
                new States(Set.of("OPEN"), Set.of("CANCELLED"), Set.of("FILLED")),
                BatchCancelDescription.Sides.NONE,
                false,
                List.of("stop orders"));
    }

    Order place(String id) {
        return place(id, "BTC");
    }

    Order place(String id, String symbol) {
        return place(id, "c" + id, symbol);
    }

    Order place(String id, String clientId, String symbol) {
        Order order = new Order(id, clientId, symbol);
        orders.put(id, order);
        return order;
    }

    Order order(String id) {
        return Objects.requireNonNull(orders.get(id));
    }

    /** The next call of an operation meets this fault. */
    ScriptedVenue fault(String operation, Fault fault) {
        faults.computeIfAbsent(operation, key -> new ArrayDeque<>()).add(fault);
        return this;
    }

    VenueContext venue() {
        return new VenueContext("test", "Test", description, ERRORS, this);
    }

    BatchCancel batchCancel() {
        return new BatchCancel(venue(), time, RunOptions.DEFAULT);
    }

    List<Received> calls(String operation) {
        return received.stream()
                .filter(call -> call.operation().equals(operation))
                .toList();
    }

    /** The response is lost after the call was executed. */
    static Fault lostAnswer() {
        return call -> {
            call.execute();
            throw transport(Effect.UNKNOWN);
        };
    }

    /** The request is lost on its way. */
    static Fault lostRequest() {
        return call -> {
            throw transport(Effect.UNKNOWN);
        };
    }

    /** No connection can be made. */
    static Fault unreachable() {
        return call -> {
            throw transport(Effect.NONE);
        };
    }

    /** The response to an executed call cannot be read. */
    static Fault malformed() {
        return call -> {
            call.execute();
            throw new MalformedResponseException(
                    "test", "cancel", "Test responded with something else", 200, "?", null);
        };
    }

    /** The whole call is rejected. */
    static Fault rejected(String code, ErrorKind kind, Effect effect, @Nullable Duration retryAfter) {
        return call -> {
            throw rejection(code, kind, effect, retryAfter);
        };
    }

    private static TransportException transport(Effect effect) {
        return new TransportException("test", "cancel", effect, "No response from Test", null);
    }

    static RejectedException rejection(String code, ErrorKind kind, Effect effect, @Nullable Duration retryAfter) {
        return new RejectedException(
                "test",
                "cancel",
                effect,
                "Test rejected: " + code,
                code,
                kind,
                Remedy.NONE,
                400,
                "no",
                retryAfter,
                "{}");
    }

    /** The venue answers this payload. */
    static Fault answers(@Nullable Object payload) {
        return call -> payload;
    }

    static VenueResponse<Object> response(@Nullable Object payload) {
        return new VenueResponse<>(payload, 200, Headers.of(), Map.of(), 1, String.valueOf(payload));
    }

    @Override
    public CompletableFuture<VenueResponse<Object>> call(
            String operation, Map<String, ?> arguments, Duration deadline) {
        Received call = new Received(operation, arguments, time.nanoTime(), deadline);
        for (String id : call.ids()) {
            if (operation.equals("cancel") && invalidIds.contains(id)) {
                throw new NotSentException("test", "cancel", id + " is no id; nothing was sent", null);
            }
        }
        if (operation.equals(invalidOperation)) {
            throw new NotSentException("test", operation, "symbol is no symbol; nothing was sent", null);
        }
        received.add(call);
        time.advance(preparation);
        running++;
        mostRunning = Math.max(mostRunning, running);
        CompletableFuture<VenueResponse<Object>> future = new CompletableFuture<>();
        Duration taken = latency.get();
        time.in(deadline, () -> future.completeExceptionally(transport(Effect.UNKNOWN)));
        time.in(taken, () -> {
            running--;
            Deque<Fault> script = faults.get(operation);
            Fault fault = script != null && !script.isEmpty() ? script.remove() : fault(operation);
            try {
                future.complete(response(fault == null ? execute(call) : fault.apply(() -> execute(call))));
            } catch (RuntimeException e) {
                future.completeExceptionally(e);
            }
        });
        return future;
    }

    private @Nullable Fault fault(String operation) {
        return operation.startsWith("lookup") && chaosOnLookups != null ? chaosOnLookups : chaos.get();
    }

    private Object execute(Received call) {
        if (lookupsNeedAll
                && call.operation().equals("lookup")
                && !orders.keySet().containsAll(call.ids())) {
            throw rejection("missing", ErrorKind.ORDER_NOT_FOUND, Effect.NONE, null);
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

    private Object cancel(Received call) {
        if (poison != null && call.ids().contains(poison)) {
            throw rejection("bad-id", ErrorKind.INVALID_REQUEST, Effect.NONE, null);
        }
        boolean byClient = call.arguments().containsKey("clientIds");
        List<Object> done = new ArrayList<>();
        List<Object> failed = new ArrayList<>();
        for (String id : call.ids()) {
            Order order = byClient ? byClientId(id).findFirst().orElse(null) : orders.get(id);
            String code = cancel(order);
            if (shape == Shape.STOPS_AT_FIRST_FAILURE && !code.equals("ok")) {
                throw rejection(code, ERRORS.find(code).orElseThrow().kind(), Effect.UNKNOWN, null);
            }
            Map<String, Object> row = new HashMap<>(Map.of(
                    byClient ? "clientId" : "id", byClient ? id : wire(id), "code", code, "text", "said the venue"));
            (code.equals("ok") ? done : failed).add(row);
        }
        if (shape == Shape.STOPS_AT_FIRST_FAILURE) {
            return true;
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

    private Object page(Received call) {
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

    @Override
    public boolean takes(String operation, String argument, Object value) {
        return argument.equals("account") && !operation.equals("lookup");
    }

    @Override
    public @Nullable Page page(String operation) {
        return operation.equals("open") ? paging : null;
    }

    @Override
    public @Nullable Integer largest(String operation, String argument) {
        return pageSize;
    }
}
