package dev.openvenue.core.cancel;

import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.annotation.Page;
import dev.openvenue.core.codegen.BatchCancelDescription;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import dev.openvenue.core.engine.PlainGateway;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorCatalogue;
import dev.openvenue.core.error.ErrorCatalogue.Remedy;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.NotSentException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** A venue in memory: a book of orders, calls that act on it after a latency, and faults by script. */
final class ScriptedVenue implements PlainGateway {
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

    /** A call as it arrived. */
    record Received(String operation, Map<String, ?> arguments, long at, Duration deadline) {
        List<String> ids() {
            Object list = arguments.containsKey("orderIds") ? arguments.get("orderIds") : arguments.get("clientIds");
            return ((List<?>) (list == null ? List.of() : list))
                    .stream().map(String::valueOf).toList();
        }
    }

    final VirtualTime time;
    final ScriptedBook book;
    final List<Received> received = new ArrayList<>();
    final Map<String, Deque<ScriptedFault>> faults = new HashMap<>();
    Supplier<Duration> latency = () -> Duration.ofMillis(10);
    Supplier<@Nullable ScriptedFault> chaos = () -> null;
    int running;
    int mostRunning;

    @Nullable
    Page paging;

    Set<String> invalidIds = Set.of();

    /** An operation whose arguments break the spec; null for none. */
    @Nullable
    String invalidOperation;

    BatchCancelDescription description;

    /** The time that its responses state; null for none. */
    @Nullable
    Instant stated;

    /** How long it takes to prepare a call. */
    Duration preparation = Duration.ZERO;

    /** What every lookup meets; null for nothing. */
    @Nullable
    ScriptedFault chaosOnLookups;

    ScriptedVenue(VirtualTime time, Shape shape, int cap) {
        this.time = time;
        this.book = new ScriptedBook(shape);
        this.description = Descriptions.scripted(shape, cap);
    }

    ScriptedBook.Order place(String id) {
        return book.place(id, "c" + id, "BTC");
    }

    ScriptedBook.Order place(String id, String symbol) {
        return book.place(id, "c" + id, symbol);
    }

    ScriptedBook.Order place(String id, String clientId, String symbol) {
        return book.place(id, clientId, symbol);
    }

    ScriptedBook.Order order(String id) {
        return book.order(id);
    }

    /** The next call of an operation meets this fault. */
    ScriptedVenue fault(String operation, ScriptedFault fault) {
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

    static VenueResponse<Object> response(@Nullable Object payload) {
        return new VenueResponse<>(payload, 200, Headers.of(), Map.of(), 1, String.valueOf(payload));
    }

    @Override
    public CompletableFuture<VenueResponse<Object>> call(
            String operation, Map<String, ?> arguments, Duration deadline) {
        Received call = new Received(operation, arguments, time.nanoTime(), deadline);
        for (String id : call.ids()) {
            if (operation.equals("cancel") && invalidIds.contains(id)) {
                throw new NotSentException("test", "cancel", id + " is not an id; nothing was sent", null);
            }
        }
        if (operation.equals(invalidOperation)) {
            throw new NotSentException("test", operation, "symbol is not a symbol; nothing was sent", null);
        }
        received.add(call);
        time.advance(preparation);
        running++;
        mostRunning = Math.max(mostRunning, running);
        CompletableFuture<VenueResponse<Object>> future = new CompletableFuture<>();
        Duration taken = latency.get();
        time.in(deadline, () -> future.completeExceptionally(ScriptedFault.transport(Effect.UNKNOWN)));
        time.in(taken, () -> {
            running--;
            Deque<ScriptedFault> script = faults.get(operation);
            ScriptedFault fault = script != null && !script.isEmpty() ? script.remove() : fault(operation);
            try {
                future.complete(response(fault == null ? book.execute(call) : fault.apply(() -> book.execute(call))));
            } catch (RuntimeException e) {
                future.completeExceptionally(e);
            }
        });
        return future;
    }

    private @Nullable ScriptedFault fault(String operation) {
        return operation.startsWith("lookup") && chaosOnLookups != null ? chaosOnLookups : chaos.get();
    }

    @Override
    public @Nullable Instant statedTime(VenueResponse<?> response) {
        return stated;
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
        return book.pageSize;
    }
}
