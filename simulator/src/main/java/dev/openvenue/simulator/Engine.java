package dev.openvenue.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * From a request to an answer: find the operation, meet a fault, count the limit, check the signature, carry it out. The order is a
 * gateway's: what costs least is refused first.
 */
final class Engine {
    private final Venue venue;
    private final List<Operation> operations;
    private final InstantSource clock;
    private final KeyRing keys;
    private final SimulatedOrders orders;
    private final Executions executions;
    private final Allowances allowances;
    private final RequestLog log;
    private final Faults faults;
    private final CountDownLatch closed = new CountDownLatch(1);

    Engine(
            Venue venue,
            List<Operation> operations,
            InstantSource clock,
            KeyRing keys,
            SimulatedOrders orders,
            Executions executions,
            Allowances allowances,
            RequestLog log,
            Faults faults) {
        this.venue = venue;
        this.operations = operations;
        this.clock = clock;
        this.keys = keys;
        this.orders = orders;
        this.executions = executions;
        this.allowances = allowances;
        this.log = log;
        this.faults = faults;
    }

    Answer serve(VenueRequest request) throws InterruptedException {
        Delivery delivery = new Delivery(request, route(request));
        Fault fault = faults.take(delivery.operationId());
        Answer answer = fault == null ? delivery.execute() : fault.run(delivery);
        delivery.logIfNothingWasExecuted();
        return answer;
    }

    /** Ends every pause. */
    void close() {
        closed.countDown();
    }

    private @Nullable Route route(VenueRequest request) {
        for (Operation operation : operations) {
            String pathId = operation.match(request.method(), request.path());
            if (pathId != null) {
                return new Route(operation, pathId);
            }
        }
        return null;
    }

    private record Route(Operation operation, String pathId) {}

    /** One request as it meets its fault. */
    private final class Delivery implements Attempt {
        private final VenueRequest request;
        private final @Nullable Route route;
        private boolean logged;

        Delivery(VenueRequest request, @Nullable Route route) {
            this.request = request;
            this.route = route;
        }

        @Nullable
        String operationId() {
            return route == null ? null : route.operation().id();
        }

        @Override
        public Answer execute() {
            Instant now = clock.instant();
            try {
                venue.admit(request);
                if (route == null) {
                    throw venue.unknownPath(request);
                }
                return execute(route, now);
            } catch (Refusal refusal) {
                log(now, false);
                return venue.refuse(refusal, now);
            }
        }

        private Answer execute(Route to, Instant now) {
            Allowances.Usage usage = allowances.arrive(to.operation(), now);
            Answer answer;
            try {
                if (!usage.admitted()) {
                    throw venue.tooManyRequests(to.operation());
                }
                if (to.operation().signed()) {
                    venue.authenticate(request, keys, now);
                }
                answer = venue.accept(to.operation(), carryOut(to, now), now);
                log(now, true);
            } catch (Refusal refusal) {
                answer = venue.refuse(refusal, now);
                log(now, false);
            }
            return answer.withHeaders(venue.limitHeaders(usage));
        }

        private @Nullable Object carryOut(Route to, Instant now) throws Refusal {
            Call call = new Call(request, to.pathId(), now, orders, executions);
            // One request at a time touches the book, so that what it reads and what it changes belong together.
            synchronized (orders) {
                int before = executions.changes();
                boolean refused = true;
                try {
                    Object payload = to.operation().handler().handle(call);
                    refused = false;
                    return payload;
                } finally {
                    if (!refused || executions.changes() > before) {
                        executions.tookEffect(to.operation().id());
                    }
                }
            }
        }

        @Override
        public Answer refuse(String code, String message) {
            return venue.refuse(new Refusal(code, message), clock.instant());
        }

        @Override
        public Answer rateLimited(@Nullable Duration retryAfter) {
            Refusal refusal = venue.tooManyRequests(route == null ? null : route.operation());
            Answer answer = venue.refuse(refusal, clock.instant());
            return retryAfter == null
                    ? answer
                    : answer.withHeader("Retry-After", Long.toString(retryAfter.toSeconds()));
        }

        @Override
        public void pause(Duration duration) throws InterruptedException {
            // Early release is no loss: whoever would have waited for the answer is gone with the simulator.
            boolean released = closed.await(duration.toNanos(), TimeUnit.NANOSECONDS);
            if (released) {
                throw new InterruptedException("The simulator was closed");
            }
        }

        void logIfNothingWasExecuted() {
            if (!logged) {
                log(clock.instant(), false);
            }
        }

        private void log(Instant at, boolean accepted) {
            logged = true;
            log.add(new ReceivedRequest(request.method(), request.path(), operationId(), at, accepted));
        }
    }
}
