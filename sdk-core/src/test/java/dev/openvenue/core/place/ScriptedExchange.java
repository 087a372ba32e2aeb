package dev.openvenue.core.place;

import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.annotation.Page;
import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import dev.openvenue.core.codegen.BatchPlaceDescription;
import dev.openvenue.core.codegen.BatchPlaceDescription.Absence;
import dev.openvenue.core.codegen.BatchPlaceDescription.Alphabet;
import dev.openvenue.core.codegen.BatchPlaceDescription.Item;
import dev.openvenue.core.codegen.BatchPlaceDescription.Lookup;
import dev.openvenue.core.codegen.BatchPlaceDescription.Response;
import dev.openvenue.core.codegen.QueryBuilder;
import dev.openvenue.core.engine.EngineClock;
import dev.openvenue.core.engine.PlainGateway;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorCatalogue;
import dev.openvenue.core.error.ErrorCatalogue.Remedy;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.RejectedException;
import dev.openvenue.core.error.TransportException;
import dev.openvenue.core.error.VenueException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** A venue in memory that takes orders in batches, its time, which passes only while somebody waits, and its faults. */
final class ScriptedExchange implements PlainGateway, EngineClock {
    static final Instant BEGINNING = Instant.parse("2026-01-02T03:04:05Z");
    /** No run of a test asks so often in one moment. */
    private static final int MOST_QUESTIONS = 100_000;

    static final Duration LATENCY = Duration.ofMillis(10);

    static final ErrorCatalogue ERRORS = ErrorCatalogue.builder()
            .codes("poor", "")
            .stated(ErrorKind.INSUFFICIENT_FUNDS, Effect.NONE, Remedy.NONE)
            .codes("twice", "")
            .stated(ErrorKind.DUPLICATE_ORDER, Effect.NONE, Remedy.NONE)
            .build();

    /** A call as it arrived. */
    record Received(String operation, Map<String, ?> arguments, Duration at) {
        /** The orders of a place. */
        List<Map<?, ?>> orders() {
            return ((List<?>) Objects.requireNonNull(arguments.get("orders")))
                    .stream().<Map<?, ?>>map(order -> (Map<?, ?>) order).toList();
        }

        /** The client order id of a lookup. */
        Object clientId() {
            return Objects.requireNonNull(arguments.get("cid"));
        }
    }

    /** What happens to a call instead of its execution; it may execute it. */
    interface Fault extends Function<Received, @Nullable Object> {}

    private record Event(long at, long number, Runnable action) {}

    final List<Map<String, Object>> book = new ArrayList<>();
    final List<Received> received = new ArrayList<>();
    final Map<String, Deque<Fault>> faults = new HashMap<>();
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
    Response response =
            new Response("rows", null, null, "id", "cid", "code", "message", List.of(), Set.of(), List.of());
    Item item = new Item("symbol", "cid", Alphabet.HEXADECIMAL, 32, null);

    @Nullable
    Lookup lookup = new Lookup(false, "made", new Absence(Duration.ofSeconds(30), Map.of()));

    @Nullable
    String symbol;

    /** How lookups take the symbol; null if they do not. */
    @Nullable
    String lookupSymbol;

    /** Whether two orders are on a page of the open ones. */
    boolean paged;

    boolean allOrNothing;
    List<Limit> limits = List.of();
    int cap = 3;
    private long now;
    private long askedAt;
    private int questions;
    private long number;

    BatchPlace<Map<String, ?>> batchPlace() {
        return batchPlace(this);
    }

    BatchPlace<Map<String, ?>> batchPlace(EngineClock clock) {
        BatchPlaceDescription description = new BatchPlaceDescription(
                "place", "orders", cap, symbol, Map.of("mode", "many"), item, allOrNothing, response, lookup);
        QueryBuilder builder = Query.builder(lookup != null && lookup.open() ? "open" : "look")
                .id(IdKind.CLIENT_ORDER_ID, "cid")
                .rows("rows")
                .orderId("id")
                .clientOrderId("cid");
        if (lookupSymbol != null) {
            builder.symbol(lookupSymbol);
        }
        Query query = lookup == null ? null : builder.build();
        return new BatchPlace<>(
                new PlaceContext("test", "Test", description, query, ERRORS, this),
                order -> order,
                clock,
                PlaceOptions.DEFAULT);
    }

    /** The next call of an operation meets this. */
    ScriptedExchange fault(String operation, Fault fault) {
        faults.computeIfAbsent(operation, key -> new ArrayDeque<>()).add(fault);
        return this;
    }

    /** The next place is lost: never executed, and no response. */
    ScriptedExchange lose() {
        return fault("place", call -> {
            throw transport();
        });
    }

    /** The response to the next place is lost, and it is executed after a while. */
    ScriptedExchange late(Duration delay) {
        return fault("place", call -> {
            in(delay, () -> execute(call));
            throw transport();
        });
    }

    static TransportException transport() {
        return new TransportException("test", "place", Effect.UNKNOWN, "no response", null);
    }

    static RejectedException rejection(ErrorKind kind, Effect effect, @Nullable Duration retryAfter) {
        return new RejectedException(
                "test", "place", effect, "Test rejected place: no", "no", kind, Remedy.NONE, 200, "", retryAfter, "");
    }

    List<String> calls() {
        return received.stream().map(Received::operation).toList();
    }

    /** What is placed under a client order id, how often. */
    long placed(@Nullable String clientId) {
        return book.stream()
                .filter(order -> Objects.equals(clientId, order.get("cid")))
                .count();
    }

    void in(Duration delay, Runnable action) {
        events.add(new Event(now + delay.toNanos(), number++, action));
    }

    /** Lets everything happen that is due within a while. */
    void passTime(Duration duration) {
        await(new LinkedBlockingQueue<>(), duration);
    }

    Object execute(Received call) {
        if (call.operation().equals("place")) {
            return Map.of("rows", call.orders().stream().map(this::place).toList());
        }
        boolean all = call.operation().equals("open");
        Object page = call.arguments().get("page");
        Object wanted = lookupSymbol == null ? null : call.arguments().get(lookupSymbol);
        return Map.of(
                "rows",
                book.stream()
                        .filter(order -> all || call.clientId().equals(order.get("cid")))
                        .filter(order -> wanted == null || wanted.equals(order.get("symbol")))
                        .skip(page == null ? 0 : 2L * (Integer.parseInt(page.toString()) - 1))
                        .limit(page == null ? Integer.MAX_VALUE : 2)
                        .toList());
    }

    Map<String, Object> place(Map<?, ?> order) {
        Map<String, Object> placed = new HashMap<>();
        order.forEach((name, value) -> placed.put(String.valueOf(name), value));
        placed.put("id", String.valueOf(book.size() + 1));
        placed.put("made", String.valueOf(BEGINNING.plusNanos(now).toEpochMilli()));
        book.add(placed);
        return placed;
    }

    @Override
    public CompletableFuture<VenueResponse<Object>> call(String operation, Map<String, ?> arguments, Duration timeout) {
        Received call = new Received(operation, arguments, Duration.ofNanos(now));
        received.add(call);
        CompletableFuture<VenueResponse<Object>> future = new CompletableFuture<>();
        Deque<Fault> script = faults.getOrDefault(operation, new ArrayDeque<>());
        Fault fault = script.isEmpty() ? this::execute : script.remove();
        in(LATENCY, () -> {
            try {
                Object payload = fault.apply(call);
                if (payload != null) {
                    future.complete(new VenueResponse<>(payload, 200, Headers.of(), Map.of(), 1, ""));
                }
            } catch (VenueException e) {
                future.completeExceptionally(e);
            }
        });
        in(timeout, () -> future.completeExceptionally(transport()));
        return future;
    }

    @Override
    public void validate(String operation, Map<String, ?> arguments) {
        if (String.valueOf(arguments).contains("price=-1")) {
            throw new NotSentException("test", operation, "price is -1; nothing was sent", null);
        }
    }

    @Override
    public List<Limit> limits(String operation) {
        return limits;
    }

    @Override
    public Instant time(VenueResponse<?> response) {
        return BEGINNING.plusNanos(now);
    }

    @Override
    public @Nullable Page page(String operation) {
        return paged && operation.equals("open") ? OrderFinderTest.page() : null;
    }

    @Override
    public long nanoTime() {
        questions = askedAt == now ? questions + 1 : 0;
        askedAt = now;
        if (questions > MOST_QUESTIONS) {
            throw new AssertionError("The run asks for the time for ever and lets none pass");
        }
        return now;
    }

    @Override
    public <E> @Nullable E await(BlockingQueue<E> queue, Duration atMost) {
        long until = now + atMost.toNanos();
        E arrival = queue.poll();
        for (Event next = events.peek(); arrival == null && next != null && next.at() <= until; next = events.peek()) {
            events.remove();
            now = Math.max(now, next.at());
            next.action().run();
            arrival = queue.poll();
        }
        if (arrival == null) {
            now = Math.max(now, until);
        }
        return arrival;
    }

    @Override
    public double jitter() {
        return 0;
    }
}
