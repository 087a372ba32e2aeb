package dev.openvenue.core.cancel;

import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.codegen.BatchCancelDescription;
import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import dev.openvenue.core.codegen.BatchCancelDescription.Response;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import dev.openvenue.core.codegen.BatchCancelDescription.States;
import dev.openvenue.core.codegen.BatchCancelDescription.SymbolList;
import dev.openvenue.core.codegen.JsonTree;
import dev.openvenue.core.engine.PlainGateway;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.VenueException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A venue with plain orders and stop orders. Each kind has operations of its own: {@code cancel} and {@code open},
 * {@code cancelStop} (one order a call) and {@code openStops}. A triggered stop order is a plain one from then on.
 */
final class KindsVenue implements PlainGateway {
    private static final Duration LATENCY = Duration.ofMillis(10);

    final VirtualTime time = new VirtualTime();
    final List<String> asked = new ArrayList<>();
    /** The open orders of each kind: ids and their symbols. */
    final Map<String, String> plain = new LinkedHashMap<>();

    final Map<String, String> stops = new LinkedHashMap<>();
    private final Set<Object> closed = new HashSet<>();
    /** What an operation fails with. */
    final Map<String, VenueException> failures = new HashMap<>();

    List<String> symbols = List.of("BTC", "ETH");
    boolean listsBySymbol;
    /** A symbol whose stop orders cannot be listed; null for none. */
    @Nullable
    String unlistedStops;

    boolean declinesStops;
    boolean namesSymbols = true;
    /** Whether the symbols are the members of an object. */
    boolean symbolsAreMembers;

    int running;
    int mostRunning;

    BatchCancel batchCancel() {
        return new BatchCancel(venue(), time, RunOptions.DEFAULT);
    }

    VenueContext venue() {
        return new VenueContext("test", "Test", description(), ScriptedVenue.ERRORS, this);
    }

    private BatchCancelDescription description() {
        States states = new States(Set.of("OPEN"), Set.of("CANCELLED"), Set.of("FILLED"));
        BatchCancelDescription stops = BatchCancelDescription.builder("cancelStop")
                .cap(1)
                .id(IdKind.ORDER_ID, "stopId")
                .response(Response.builder(Shape.SINGLE)
                        .code("result")
                        .cancelled("done")
                        .build())
                .open(open("openStops"))
                .states(states)
                .build();
        return BatchCancelDescription.builder("cancel")
                .cap(10)
                .symbol("symbol")
                .id(IdKind.ORDER_ID, "orderIds")
                .response(Response.builder(Shape.PARTITIONED)
                        .success("done")
                        .failure("failed")
                        .orderId("id")
                        .code("code")
                        .build())
                .open(open("open"))
                .states(states)
                .kind("stop orders", stops)
                .symbols(new SymbolList("symbols", ".", symbolsAreMembers ? null : "name", null))
                .notListed("margin orders")
                .build();
    }

    private static Query open(String operation) {
        return Query.builder(operation)
                .symbol("symbol")
                .rows(".")
                .orderId("id")
                .fields(new BatchCancelDescription.OrderFields("symbol", null, null, null, null, null, null, null))
                .build();
    }

    /** A stop order becomes a plain one. */
    void trigger(String id) {
        plain.put(id, String.valueOf(stops.remove(id)));
    }

    long calls(String operation) {
        return asked.stream().filter(call -> call.equals(operation)).count();
    }

    @Override
    public CompletableFuture<VenueResponse<Object>> call(
            String operation, Map<String, ?> arguments, Duration deadline) {
        asked.add(operation);
        mostRunning = Math.max(mostRunning, ++running);
        CompletableFuture<VenueResponse<Object>> response = new CompletableFuture<>();
        time.in(LATENCY, () -> {
            running--;
            VenueException failure = failure(operation, arguments.get("symbol"));
            if (failure == null) {
                response.complete(ScriptedVenue.response(execute(operation, arguments)));
            } else {
                response.completeExceptionally(failure);
            }
        });
        return response;
    }

    private @Nullable VenueException failure(String operation, @Nullable Object symbol) {
        if (listsBySymbol && operation.startsWith("open") && symbol == null) {
            return ScriptedFault.rejection("no symbol", ErrorKind.INVALID_REQUEST, Effect.NONE, null);
        } else if (operation.equals("openStops") && symbol != null && symbol.equals(unlistedStops)) {
            return ScriptedFault.rejection("forbidden", ErrorKind.PERMISSION, Effect.NONE, null);
        }
        return failures.get(operation);
    }

    private Object execute(String operation, Map<String, ?> arguments) {
        return switch (operation) {
            case "symbols" ->
                symbolsAreMembers
                        ? members()
                        : symbols.stream().map(KindsVenue::symbol).toList();
            case "open" -> rows(plain, arguments.get("symbol"));
            case "openStops" -> rows(stops, arguments.get("symbol"));
            case "cancelStop" -> Map.of("result", cancelStop(String.valueOf(arguments.get("stopId"))));
            default -> cancel(JsonTree.rows(arguments.get("orderIds")), arguments.get("symbol"));
        };
    }

    private Object members() {
        return symbols.stream().collect(Collectors.toMap(name -> name, KindsVenue::symbol));
    }

    /** An empty name stands for none. */
    private static Object symbol(String name) {
        return name.isEmpty() ? Map.of() : Map.of("name", name);
    }

    private Object rows(Map<String, String> orders, @Nullable Object symbol) {
        return orders.entrySet().stream()
                .filter(order -> symbol == null || symbol.equals(order.getValue()))
                .map(order -> namesSymbols
                        ? Map.of("id", order.getKey(), "symbol", order.getValue())
                        : Map.of("id", order.getKey()))
                .toList();
    }

    private String cancelStop(String id) {
        return !declinesStops && stops.remove(id) != null ? "done" : "no";
    }

    private Object cancel(List<?> ids, @Nullable Object symbol) {
        List<Object> done = new ArrayList<>();
        List<Object> failed = new ArrayList<>();
        for (Object id : ids) {
            boolean open = plain.remove(String.valueOf(id), symbol);
            (open ? done : failed).add(Map.of("id", id, "code", closed.contains(id) ? "closed" : "missing"));
            if (open) {
                closed.add(id);
            }
        }
        return Map.of("done", done, "failed", failed);
    }

    @Override
    public boolean requires(String operation, String argument) {
        return listsBySymbol;
    }
}
