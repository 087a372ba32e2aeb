package dev.openvenue.simulator;

import dev.openvenue.simulator.Router.Route;
import dev.openvenue.simulator.SimulatedExchange.SignatureVerdict;
import dev.openvenue.simulator.explain.Explanation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * From a request to a response: find the operation, apply a fault, verify the signature, count against the limit of the
 * account that signed, execute. Its lock guards the books: only one request at a time accesses them, so that its reads
 * and writes are consistent.
 */
final class RequestPipeline {
    private final Venue venue;
    private final Router router;
    private final InstantSource clock;
    private final KeyRing keys;
    private final SimulatedAccount firstAccount;
    private final VenueBehavior habits;
    private final RequestLimiter allowances;
    private final RequestLog log;
    private final Faults faults;
    private final Explanations explanations;
    private final AtomicLong numbers = new AtomicLong();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Object lock = new Object();
    private final PriorityQueue<Late> heldUp =
            new PriorityQueue<>(Comparator.comparing(Late::due).thenComparing(Late::number));
    private final List<DeadMansSwitch> switches = new ArrayList<>();
    private final SimulatorSetup setup;
    private volatile Duration latency = Duration.ZERO;
    private int late;

    RequestPipeline(
            Venue venue,
            UnservedOperations documented,
            InstantSource clock,
            KeyRing keys,
            VenueBehavior habits,
            RequestLimiter allowances,
            RequestLog log,
            Faults faults,
            Explanations explanations,
            SimulatorSetup setup) {
        this.venue = venue;
        this.router = new Router(venue, documented);
        this.clock = clock;
        this.keys = keys;
        this.habits = habits;
        this.allowances = allowances;
        this.log = log;
        this.faults = faults;
        this.explanations = explanations;
        this.setup = setup;
        this.firstAccount = account(0);
    }

    /** A new account with a number. */
    SimulatedAccount account(int number) {
        return new SimulatedAccount(venue, keys, number, habits, this, clock, setup.seed);
    }

    /** The account for which unsigned requests act. */
    SimulatedAccount firstAccount() {
        return firstAccount;
    }

    SimulatedResponse serve(VenueRequest request) throws InterruptedException {
        return serve(request, null);
    }

    /** Serves a request again, with what was said of its signature then. */
    SimulatedResponse replay(VenueRequest request, RecordedVerdict verdict) throws InterruptedException {
        return serve(request, verdict);
    }

    /**
     * What a venue said of a signature.
     *
     * @param signer the account that signed, if the signature was accepted
     * @param rejection why it was not
     */
    record RecordedVerdict(
            SimulatedAccount signer, @Nullable VenueRejection rejection) {}

    private SimulatedResponse serve(VenueRequest request, @Nullable RecordedVerdict recorded)
            throws InterruptedException {
        if (!latency.isZero()) {
            pause(latency);
        }
        executeDue();
        Route route = router.find(request);
        Fault fault = faults.take(route == null ? null : route.operation().id());
        boolean struck = fault != null && fault.strikes();
        Delivery delivery = new Delivery(request, route, struck, recorded);
        SimulatedResponse response = fault == null ? delivery.execute() : fault.run(delivery);
        delivery.logIfNothingWasExecuted();
        SimulatedResponse sent =
                struck || !delivery.accepted() ? explained(response, delivery, struck ? fault : null) : response;
        setup.observer.accept(delivery.exchange(struck ? fault : null, sent));
        return sent;
    }

    /** Explaining is left to those who ask; the response only learns the number. */
    private SimulatedResponse explained(SimulatedResponse response, Delivery delivery, @Nullable Fault fault) {
        explanations.keep(delivery.failedRequest(fault));
        return response.withHeader(Explanation.HEADER, Long.toString(delivery.number));
    }

    void latency(Duration each) {
        latency = each;
    }

    Duration latency() {
        return latency;
    }

    /** Forgets the requests that were held up. */
    void forgetLate() {
        synchronized (lock) {
            heldUp.clear();
        }
    }

    private void pause(Duration duration) throws InterruptedException {
        // Waking up early is harmless: nobody waits for the response once the simulator is closed.
        boolean released = setup.pauses && closed.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        if (released) {
            throw new InterruptedException("The simulator was closed");
        }
    }

    /** Reads from the books after everything that is due by now has been executed. */
    <T> T settled(Supplier<T> question) {
        synchronized (lock) {
            executeDue();
            return question.get();
        }
    }

    /** Lets a switch fire in time. */
    void watch(DeadMansSwitch deadMansSwitch) {
        synchronized (lock) {
            switches.add(deadMansSwitch);
        }
    }

    /** Ends every pause. */
    void close() {
        closed.countDown();
    }

    private void executeDue() {
        synchronized (lock) {
            Instant now = clock.instant();
            while (!heldUp.isEmpty() && !heldUp.element().due().isAfter(now)) {
                Late next = heldUp.remove();
                switches.forEach(one -> one.fireIfDue(next.due()));
                next.delivery().outcome(next.due(), order -> true);
            }
            switches.forEach(one -> one.fireIfDue(now));
        }
    }

    /** The response, and why the venue did not execute the request; null if it did. */
    private record Outcome(
            SimulatedResponse response, @Nullable Rejected rejected) {
        boolean accepted() {
            return rejected == null;
        }
    }

    /** A request that is executed when it is due; those due at the same time are executed in the order of arrival. */
    private record Late(Instant due, int number, Delivery delivery) {}

    /** One request, as its fault handles it. */
    private final class Delivery implements FaultContext {
        private final VenueRequest request;
        private final @Nullable Route route;
        private final @Nullable RecordedVerdict recorded;
        private final long number = numbers.incrementAndGet();
        private final boolean struck;
        private boolean logged;
        private SignatureVerdict signature = SignatureVerdict.NOT_CHECKED;
        private @Nullable SimulatedAccount caller;
        private @Nullable Outcome last;
        private Instant lastAt = clock.instant();

        /** @param recorded what was said of the signature before; null if it is to be verified */
        Delivery(VenueRequest request, @Nullable Route route, boolean struck, @Nullable RecordedVerdict recorded) {
            this.request = request;
            this.route = route;
            this.struck = struck;
            this.recorded = recorded;
        }

        /** Whether the venue executed the request before it responded, and did so each time. */
        boolean accepted() {
            return last != null && last.accepted();
        }

        FailedRequest failedRequest(@Nullable Fault fault) {
            return new FailedRequest(
                    number,
                    request,
                    route == null ? null : route.operation(),
                    lastAt,
                    last == null ? null : last.rejected(),
                    fault,
                    last != null,
                    keys.snapshot(),
                    venue instanceof DescribesSigning described ? described.signing() : null);
        }

        @Nullable
        String operationId() {
            return route == null ? null : route.operation().id();
        }

        @Override
        public SimulatedResponse execute(Predicate<SimulatedOrder> known) {
            Instant now = clock.instant();
            Outcome outcome = outcome(now, known);
            last = outcome;
            lastAt = now;
            log(now, outcome.accepted());
            return outcome.response();
        }

        @Override
        public void executeLater(Duration delay) {
            synchronized (lock) {
                heldUp.add(new Late(clock.instant().plus(delay), late++, this));
            }
        }

        Outcome outcome(Instant now, Predicate<SimulatedOrder> known) {
            Rejected.Stage stage = Rejected.Stage.GATEWAY;
            try {
                venue.admit(request);
                stage = Rejected.Stage.ROUTE;
                if (route == null) {
                    throw router.notServed(request);
                }
                stage = Rejected.Stage.SIGNATURE;
                SimulatedAccount account = route.operation().signed() ? signer(now) : firstAccount;
                return outcome(
                        route.operation(), new OperationContext(request, route.pathId(), now, account, habits, known));
            } catch (VenueRejection rejection) {
                return new Outcome(venue.reject(rejection, now), new Rejected(stage, rejection, null));
            }
        }

        private SimulatedAccount signer(Instant now) throws VenueRejection {
            signature = SignatureVerdict.REJECTED;
            if (recorded != null && recorded.rejection() != null) {
                throw recorded.rejection();
            }
            SimulatedAccount signer =
                    recorded == null ? keys.accountOf(venue.authenticate(request, keys, now)) : recorded.signer();
            signature = SignatureVerdict.ACCEPTED;
            caller = signer;
            return signer;
        }

        /** Counts against the limit of the account, which only authenticated requests can consume. */
        private Outcome outcome(SimulatedOperation operation, OperationContext call) {
            RequestLimiter.Usage usage =
                    allowances.arrive(operation, call.account().number(), call.now());
            Map<String, String> headers = venue.limitHeaders(usage);
            Rejected.Stage stage = Rejected.Stage.LIMIT;
            try {
                if (!usage.admitted()) {
                    throw venue.tooManyRequests(operation);
                }
                stage = Rejected.Stage.EXECUTION;
                SimulatedResponse response = venue.accept(operation, carryOut(operation, call), call.now());
                return new Outcome(response.withHeaders(headers), null);
            } catch (VenueRejection rejection) {
                return new Outcome(
                        venue.reject(rejection, call.now()).withHeaders(headers),
                        new Rejected(stage, rejection, usage));
            }
        }

        private @Nullable Object carryOut(SimulatedOperation operation, OperationContext call) throws VenueRejection {
            CompletedActions completedActions = call.account().completedActions();
            synchronized (lock) {
                int before = completedActions.changes();
                boolean rejected = true;
                try {
                    Object payload = operation.handler().handle(call);
                    rejected = false;
                    return payload;
                } finally {
                    if (!rejected || completedActions.changes() > before) {
                        completedActions.tookEffect(operation.id());
                    }
                }
            }
        }

        @Override
        public SimulatedResponse reject(String code, String message) {
            return venue.reject(new VenueRejection(code, message), clock.instant());
        }

        @Override
        public SimulatedResponse rateLimited(@Nullable Duration retryAfter) {
            VenueRejection rejection = venue.tooManyRequests(route == null ? null : route.operation());
            SimulatedResponse response = venue.reject(rejection, clock.instant());
            return retryAfter == null
                    ? response
                    : response.withHeader("Retry-After", Long.toString(retryAfter.toSeconds()));
        }

        @Override
        public void pause(Duration duration) throws InterruptedException {
            RequestPipeline.this.pause(duration);
        }

        void logIfNothingWasExecuted() {
            if (!logged) {
                log(clock.instant(), false);
            }
        }

        private void log(Instant at, boolean accepted) {
            logged = true;
            log.add(new ReceivedRequest(
                    number, request.method(), request.path(), operationId(), at, accepted, struck || !accepted));
        }

        SimulatedExchange exchange(@Nullable Fault fault, SimulatedResponse response) {
            Rejected rejected = last == null ? null : last.rejected();
            return new SimulatedExchange(
                    venue.id(),
                    number,
                    lastAt,
                    request,
                    operationId(),
                    route == null || route.operation().signed() ? signature : SignatureVerdict.NOT_NEEDED,
                    caller == null ? null : caller.number(),
                    fault == null ? null : fault.name(),
                    accepted(),
                    rejected == null ? null : rejected.rejection(),
                    response);
        }
    }
}
