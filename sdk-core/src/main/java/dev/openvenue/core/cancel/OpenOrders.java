package dev.openvenue.core.cancel;

import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import dev.openvenue.core.codegen.JsonTree;
import dev.openvenue.core.engine.CallDispatcher;
import dev.openvenue.core.engine.OrderListing;
import dev.openvenue.core.error.VenueException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Reads a venue's complete list of open orders, page by page. */
final class OpenOrders {
    /** Calls end at their deadlines by themselves; this bounds one that does not. */
    private static final long SLACK_MILLIS = 1_000;

    private final VenueContext venue;
    private final CallDispatcher dispatcher;
    private final Query open;
    private final Duration deadline;

    OpenOrders(VenueContext venue, CallDispatcher dispatcher, Query open, Duration deadline) {
        this.venue = venue;
        this.dispatcher = dispatcher;
        this.open = open;
        this.deadline = deadline;
    }

    /** The orders, in the venue's order. */
    List<OpenOrder> read(Map<String, Object> arguments) {
        OrderListing listing = venue.listing(open, arguments);
        while (!dispatcher.isOver()) {
            VenueResponse<Object> page = await(
                    venue.gateway().call(listing.operation(), listing.next(), deadline.minus(dispatcher.elapsed())));
            switch (listing.read(page)) {
                case WHOLE -> {
                    return listing.rows().values().stream().map(this::order).toList();
                }
                case UNUSABLE -> throw listing.problem(page);
                case MORE -> {}
            }
        }
        throw venue.notSent(
                open.operation(), "The list of open orders was not read to its end: " + dispatcher.reason(), null);
    }

    private VenueResponse<Object> await(CompletableFuture<VenueResponse<Object>> call) {
        try {
            return call.get(deadline.toMillis() + SLACK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            call.cancel(true);
            throw venue.withoutResponse(open.operation(), open.operation() + " did not end at its deadline", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            call.cancel(true);
            throw venue.withoutResponse(open.operation(), open.operation() + " was not waited for: interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof VenueException failure) {
                throw failure;
            }
            throw new IllegalStateException(open.operation() + " failed: " + e.getCause(), e.getCause());
        }
    }

    private OpenOrder order(Object row) {
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        ((Map<?, ?>) row).forEach((name, value) -> details.put(String.valueOf(name), value));
        return new OpenOrder(
                Objects.requireNonNull(JsonTree.text(row, open.orderId())),
                JsonTree.text(row, open.clientOrderId()),
                JsonTree.text(row, open.status()),
                details);
    }
}
