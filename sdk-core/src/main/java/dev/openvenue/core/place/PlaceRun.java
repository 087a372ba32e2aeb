package dev.openvenue.core.place;

import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.error.VenueException;
import dev.openvenue.core.place.PlaceVerdict.Again;
import dev.openvenue.core.place.PlaceVerdict.Doubtful;
import dev.openvenue.core.place.PlaceVerdict.NotSent;
import dev.openvenue.core.place.PlaceVerdict.Placed;
import dev.openvenue.core.place.PlaceVerdict.Rejected;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * One run: sends the orders, call by call, and looks up those whose outcome is in doubt, until every order has its
 * outcome or the run is over. An order is sent again only if the call before certainly had no effect. One thread owns
 * all of its state.
 */
final class PlaceRun {
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);

    private final PlaceContext venue;
    private final PlaceOptions options;
    private final PlaceCalls calls;
    private final OrderFinder finder;
    private final PlaceResponseReader responses;
    private final List<PlaceIntent> orders;
    private final List<Chunk> waiting = new ArrayList<>();
    private long quietUntil;

    /** The orders of one call that is yet to be made. */
    private record Chunk(List<PlaceIntent> orders, int tries) {}

    PlaceRun(PlaceContext venue, PlaceOptions options, PlaceCalls calls, List<PlaceIntent> orders) {
        this.venue = venue;
        this.options = options;
        this.calls = calls;
        this.orders = orders;
        this.finder = new OrderFinder(venue, calls, options.lag());
        this.responses = new PlaceResponseReader(venue);
    }

    /** Runs to the end on this thread, and throws nothing: an unforeseen failure becomes the outcome of its orders. */
    List<PlaceIntent.Ending> run() {
        try {
            divide();
            while (!calls.isOver() && orders.stream().anyMatch(order -> !order.isDone())) {
                step();
            }
            // Results that have arrived by now still count.
            calls.await(0);
        } catch (RuntimeException | Error e) {
            calls.fail(e);
        } finally {
            calls.abandon();
        }
        String reason = calls.reason();
        VenueException unsent = calls.unsent();
        VenueException noResponse = calls.withoutResponse();
        return orders.stream()
                .map(order -> order.ended(reason, unsent, noResponse))
                .toList();
    }

    private void divide() {
        List<PlaceIntent> sound =
                orders.stream().filter(order -> !order.isDone()).toList();
        int cap = venue.description().cap();
        for (int from = 0; from < sound.size(); from += cap) {
            waiting.add(new Chunk(sound.subList(from, Math.min(sound.size(), from + cap)), 0));
        }
    }

    private void step() {
        long now = calls.now();
        while (isFree() && now >= quietUntil && !waiting.isEmpty()) {
            send(waiting.remove(0));
        }
        List<PlaceIntent> due = due(now);
        while (isFree() && !due.isEmpty()) {
            finder.look(due);
            due = due(now);
        }
        calls.await(wakeUp());
    }

    private boolean isFree() {
        return calls.running() < options.parallelism() && !calls.isOver();
    }

    /** The next order that is to be looked up, with all others that the same call serves. */
    private List<PlaceIntent> due(long now) {
        PlaceIntent first = orders.stream()
                .filter(order -> order.nextLook() <= now)
                .findFirst()
                .orElse(null);
        if (first == null || !finder.isList()) {
            return first == null ? List.of() : List.of(first);
        }
        return orders.stream()
                .filter(order -> order.nextLook() < Long.MAX_VALUE && Objects.equals(order.symbol(), first.symbol()))
                .toList();
    }

    /** The time of the next action if nothing arrives. */
    private long wakeUp() {
        if (calls.running() >= options.parallelism()) {
            return Long.MAX_VALUE;
        }
        long look = orders.stream().mapToLong(PlaceIntent::nextLook).min().orElse(Long.MAX_VALUE);
        return waiting.isEmpty() ? look : Math.min(look, quietUntil);
    }

    private void send(Chunk chunk) {
        long now = calls.now();
        chunk.orders().forEach(order -> order.sent(now));
        calls.send(
                venue.operation(),
                venue.arguments(
                        options.symbol(),
                        chunk.orders().stream().map(PlaceIntent::fields).toList()),
                new PlaceCalls.Handler() {
                    @Override
                    public void responded(VenueResponse<Object> response) {
                        settle(chunk, responses.read(chunk.orders(), response));
                    }

                    @Override
                    public void failed(VenueException failure) {
                        int size = chunk.orders().size();
                        PlaceVerdict verdict = PlaceFailures.verdict(
                                failure, size, venue.description().allOrNothing());
                        settle(chunk, Collections.nCopies(size, verdict));
                        if (verdict instanceof Again again) {
                            sendAgain(chunk, again);
                        }
                    }
                });
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
        } else if (verdict instanceof Doubtful doubtful) {
            String obstacle = finder.obstacle(order);
            order.doubted(doubtful.cause(), calls.now(), obstacle.isEmpty(), obstacle);
        }
    }

    /** After a venue asked to wait, pauses all orders that were not sent yet, not only those that it rejected. */
    private void sendAgain(Chunk chunk, Again again) {
        Duration pause = SHORTEST_PAUSE.multipliedBy(1L << Math.min(chunk.tries(), 4));
        Duration demanded = again.pause().compareTo(options.timeout()) < 0 ? again.pause() : options.timeout();
        quietUntil = Math.max(quietUntil, calls.now() + (demanded.compareTo(pause) > 0 ? demanded : pause).toNanos());
        waiting.add(0, new Chunk(chunk.orders(), chunk.tries() + 1));
    }
}
