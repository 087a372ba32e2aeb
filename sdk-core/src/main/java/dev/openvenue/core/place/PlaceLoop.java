package dev.openvenue.core.place;

import dev.openvenue.core.codegen.JsonTree;
import dev.openvenue.core.engine.CallDispatcher;
import dev.openvenue.core.engine.CallResult;
import dev.openvenue.core.engine.LimitTime;
import dev.openvenue.core.engine.ProgressListener;
import dev.openvenue.core.error.Seconds;
import dev.openvenue.core.error.VenueException;
import dev.openvenue.core.place.PlaceVerdict.Again;
import dev.openvenue.core.place.PlaceVerdict.Doubtful;
import dev.openvenue.core.place.PlaceVerdict.NotSent;
import dev.openvenue.core.place.PlaceVerdict.Placed;
import dev.openvenue.core.place.PlaceVerdict.Rejected;
import java.lang.System.Logger;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One run: sends the orders, call by call, and looks up those whose outcome is in doubt, until every order has its
 * outcome or the run is over. An order is sent again only if the call before certainly had no effect. One thread owns
 * all of its state.
 */
final class PlaceLoop {
    private static final Logger LOGGER = System.getLogger(BatchPlace.class.getName());

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);

    private final PlaceContext venue;
    private final PlaceOptions options;
    private final CallDispatcher dispatcher;
    private final OrderFinder finder;
    private final PlaceResponseReader responses;
    private final List<PlaceIntent> orders;
    private final ProgressListener<PlaceProgress> listener;
    private final Deque<Chunk> waiting = new ArrayDeque<>();

    /** Orders of ended calls that may have placed them; others need no lookup. */
    private final Set<PlaceIntent> doubtful = new LinkedHashSet<>();

    private int settled;
    private long quietUntil;

    /** The orders of one call that is yet to be made. */
    private record Chunk(List<PlaceIntent> orders, int tries) {}

    PlaceLoop(PlaceContext venue, PlaceOptions options, CallDispatcher dispatcher, List<PlaceIntent> orders) {
        this.venue = venue;
        this.options = options;
        this.dispatcher = dispatcher;
        this.orders = orders;
        this.finder = new OrderFinder(venue, dispatcher, options.lag());
        this.responses = new PlaceResponseReader(venue);
        this.listener = new ProgressListener<>(
                LOGGER,
                "batch place at " + venue.id(),
                (inputs, done, made, warning) -> new PlaceProgress(venue.id(), inputs, done, made, warning),
                options.listener());
    }

    /** Runs to the end on this thread, and throws nothing: an unforeseen failure becomes the outcome of its orders. */
    void run() {
        try {
            divide();
            warning().ifPresent(listener::warn);
            while (!dispatcher.isOver() && settled < orders.size()) {
                step();
                listener.hear(orders.size(), settled, dispatcher.calls());
            }
            dispatcher.drain();
        } catch (RuntimeException | Error e) {
            dispatcher.fail(e);
        } finally {
            dispatcher.abandon();
        }
        end();
        listener.hear(orders.size(), orders.size(), dispatcher.calls());
    }

    /** Gives every order without an outcome what is known of it. */
    void end() {
        String reason = dispatcher.reason();
        VenueException unsent = dispatcher.ended();
        VenueException noResponse = dispatcher.withoutResponse();
        orders.forEach(order -> order.ended(reason, unsent, noResponse));
    }

    private void divide() {
        List<PlaceIntent> sound =
                orders.stream().filter(order -> !order.isDone()).toList();
        settled = orders.size() - sound.size();
        String category = venue.description().item().category();
        Map<String, List<PlaceIntent>> groups = new LinkedHashMap<>();
        for (PlaceIntent order : sound) {
            String group = String.valueOf(JsonTree.text(order.fields(), category));
            groups.computeIfAbsent(group, key -> new ArrayList<>()).add(order);
        }
        groups.values().forEach(this::divide);
    }

    /** Orders that one call may hold together. */
    private void divide(List<PlaceIntent> group) {
        int cap = venue.description().cap();
        for (int from = 0; from < group.size(); from += cap) {
            waiting.add(new Chunk(group.subList(from, Math.min(group.size(), from + cap)), 0));
        }
    }

    /** Why the time that the run was given cannot suffice; empty if it may. */
    private Optional<String> warning() {
        Duration needed = LimitTime.of(venue.gateway(), Map.of(venue.operation(), (long) waiting.size()));
        if (waiting.isEmpty() || needed.compareTo(options.timeout()) <= 0) {
            return Optional.empty();
        }
        return Optional.of(orders.size() + " orders need at least " + Seconds.text(needed) + " by " + venue.name()
                + "'s rate limits, and the timeout is " + Seconds.text(options.timeout())
                + ": some will not be sent. Give a longer timeout, or fewer orders");
    }

    private void step() {
        long now = dispatcher.now();
        while (isFree() && now >= quietUntil && !waiting.isEmpty()) {
            send(waiting.remove());
        }
        List<PlaceIntent> due = due(now);
        while (isFree() && !due.isEmpty()) {
            finder.look(due);
            due = due(now);
        }
        dispatcher.await(wakeUp());
        count();
    }

    private void count() {
        int before = doubtful.size();
        doubtful.removeIf(PlaceIntent::isDone);
        settled += before - doubtful.size();
    }

    private boolean isFree() {
        return dispatcher.running() < options.parallelism() && !dispatcher.isOver();
    }

    /** The next order that is to be looked up, with all others that the same call serves. */
    private List<PlaceIntent> due(long now) {
        PlaceIntent first = doubtful.stream()
                .filter(order -> order.nextLook() <= now)
                .findFirst()
                .orElse(null);
        if (first == null || !finder.isList()) {
            return first == null ? List.of() : List.of(first);
        }
        return doubtful.stream()
                .filter(order -> order.nextLook() < Long.MAX_VALUE && Objects.equals(order.symbol(), first.symbol()))
                .toList();
    }

    /** The time of the next action if nothing arrives. */
    private long wakeUp() {
        if (dispatcher.running() >= options.parallelism()) {
            return Long.MAX_VALUE;
        }
        long look = doubtful.stream().mapToLong(PlaceIntent::nextLook).min().orElse(Long.MAX_VALUE);
        return waiting.isEmpty() ? look : Math.min(look, quietUntil);
    }

    private void send(Chunk chunk) {
        long now = dispatcher.now();
        chunk.orders().forEach(order -> order.sent(now));
        dispatcher.send(
                venue.operation(),
                venue.arguments(
                        options.symbol(),
                        chunk.orders().stream().map(PlaceIntent::fields).toList()),
                result -> {
                    if (result instanceof CallResult.Succeeded succeeded) {
                        settle(chunk, responses.read(chunk.orders(), succeeded.response()));
                    } else {
                        failed(chunk, ((CallResult.Unsuccessful) result).failure());
                    }
                });
    }

    private void failed(Chunk chunk, VenueException failure) {
        int size = chunk.orders().size();
        PlaceVerdict verdict =
                PlaceFailures.verdict(failure, size, venue.description().allOrNothing());
        settle(chunk, Collections.nCopies(size, verdict));
        if (verdict instanceof Again again) {
            sendAgain(chunk, again);
        }
    }

    private void settle(Chunk chunk, List<PlaceVerdict> verdicts) {
        for (int i = 0; i < verdicts.size(); i++) {
            settle(chunk.orders().get(i), verdicts.get(i));
        }
    }

    private void settle(PlaceIntent order, PlaceVerdict verdict) {
        if (verdict instanceof Placed placed) {
            order.placed(placed.orderId());
        } else if (verdict instanceof Rejected rejected) {
            order.rejected(rejected.cause());
        } else if (verdict instanceof NotSent unsent) {
            order.notSent(unsent.cause());
        } else if (verdict instanceof Again again) {
            order.setBack(again.cause());
        } else if (verdict instanceof Doubtful unclear) {
            String obstacle = finder.obstacle(order);
            order.doubted(unclear.cause(), dispatcher.now(), obstacle.isEmpty(), obstacle);
        }
        if (order.isDone()) {
            settled++;
        } else if (verdict instanceof Doubtful) {
            doubtful.add(order);
        }
    }

    /** After a venue asked to wait, pauses all orders that were not sent yet, not only those that it rejected. */
    private void sendAgain(Chunk chunk, Again again) {
        Duration pause = SHORTEST_PAUSE.multipliedBy(1L << Math.min(chunk.tries(), 4));
        Duration demanded = again.pause().compareTo(options.timeout()) < 0 ? again.pause() : options.timeout();
        quietUntil =
                Math.max(quietUntil, dispatcher.now() + (demanded.compareTo(pause) > 0 ? demanded : pause).toNanos());
        waiting.addFirst(new Chunk(chunk.orders(), chunk.tries() + 1));
    }
}
