package dev.openvenue.simulator;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A fault injected into a request, on the wire and not merely pretended: connections are really closed, responses are
 * really late. A fault affects one request; what a venue does all the time is configured with
 * {@link VenueSimulator#habits()}. Pass it to {@link VenueSimulator#faults()}.
 */
public final class Fault {
    /** More spaces than any client waits for, and still a valid content length. */
    private static final long ENDLESS = 1L << 40;

    private static final String NONE = "none";

    private final String name;
    private final Script script;

    private final boolean decides;

    private Fault(String name, Script script) {
        this(name, false, script);
    }

    private Fault(String name, boolean decides, Script script) {
        this.name = name;
        this.decides = decides;
        this.script = script;
    }

    /** The effect of a fault on a request. */
    @FunctionalInterface
    interface Script {
        SimulatedResponse run(FaultContext attempt) throws InterruptedException;
    }

    /** No fault; lets one request pass in a queue of faults. */
    public static Fault none() {
        return new Fault(NONE, FaultContext::execute);
    }

    /** The venue rejects the request with this code, in its own format; nothing is executed. */
    public static Fault reject(String code, String message) {
        return new Fault("reject " + code, attempt -> attempt.reject(code, message));
    }

    /** The request is executed late, and so is the response. */
    public static Fault delayBeforeExecution(Duration delay) {
        return new Fault("delay " + delay + " before execution", attempt -> {
            attempt.pause(delay);
            return attempt.execute();
        });
    }

    /** The request is executed at once; the response is late. */
    public static Fault delayAfterExecution(Duration delay) {
        return new Fault("delay " + delay + " after execution", attempt -> {
            SimulatedResponse response = attempt.execute();
            attempt.pause(delay);
            return response;
        });
    }

    /** The connection is closed instead of a response; nothing is executed. */
    public static Fault dropBeforeExecution() {
        return new Fault("drop before execution", attempt -> SimulatedResponse.NONE);
    }

    /** The request is executed; the connection is closed instead of a response. */
    public static Fault dropAfterExecution() {
        return new Fault("drop after execution", attempt -> {
            attempt.execute();
            return SimulatedResponse.NONE;
        });
    }

    /**
     * The connection is closed instead of a response, and the request is still executed once the simulator's clock has
     * advanced by this much, like a request that was delayed on its way. Its signature, its timestamp and its receive
     * window are checked only then, and its response is discarded. With a clock that the test controls this is
     * deterministic: a request that is due is executed before the next one arrives, and before the test reads the book.
     */
    public static Fault executesLater(Duration delay) {
        return new Fault("executes " + delay + " later", attempt -> {
            attempt.executeLater(delay);
            return SimulatedResponse.NONE;
        });
    }

    /** Like {@link #executesLater(Duration)}, but a proxy responds with this status and an HTML page. */
    public static Fault executesLater(Duration delay, int status) {
        return new Fault("server error " + status + ", executes " + delay + " later", attempt -> {
            attempt.executeLater(delay);
            return SimulatedResponse.html(status, status + " Server Error");
        });
    }

    /**
     * The venue claims not to know any order, in its own format: lookups and cancels find nothing, for each order of a
     * batch, and lists are empty. Placing is not affected.
     */
    public static Fault notFound() {
        return new Fault("not found", true, attempt -> attempt.execute(order -> false));
    }

    /** The venue claims not to know these orders, in its own format; it knows all others. */
    public static Fault notFound(String... orderIds) {
        Set<String> denied = Set.of(orderIds);
        return new Fault(
                "not found " + denied, true, attempt -> attempt.execute(order -> !denied.contains(order.orderId())));
    }

    /** The request is executed; the response has the right status and is not JSON. */
    public static Fault malformedBody() {
        return new Fault(
                "malformed body", attempt -> attempt.execute().withBody("{\"code\": <upstream connect error>"));
    }

    /** The request is executed; the connection is closed in the middle of the response's body. */
    public static Fault truncatedBody() {
        return new Fault("truncated body", attempt -> attempt.execute().cutInHalf());
    }

    /**
     * The request is executed and gets its response, and then the connection is silently dead: it stays open, but
     * nothing that arrives on it is executed or gets a response, including HTTP/2 pings. New connections work. To stall
     * after the n-th request, queue {@link #none()} first.
     */
    public static Fault stallsConnection() {
        return new Fault("stalls the connection", attempt -> attempt.execute().lastOfItsConnection());
    }

    /**
     * The request is executed; status and headers arrive at once, then a space per interval for ever, but never the
     * document.
     */
    public static Fault trickle(Duration interval) {
        return trickle(interval, ENDLESS);
    }

    /**
     * The request is executed; status and headers arrive at once, then the given number of spaces, one per interval,
     * and then the document.
     */
    public static Fault trickle(Duration interval, long blanks) {
        return new Fault(
                "trickle a blank every " + interval,
                attempt -> attempt.execute().trickling(interval, blanks));
    }

    /**
     * The venue rejects the request because of its rate limit, in its own format; nothing is executed.
     *
     * @param retryAfter the value of {@code Retry-After}, in whole seconds; null for no such header
     */
    public static Fault rateLimited(@Nullable Duration retryAfter) {
        return new Fault("rate limited", attempt -> attempt.rateLimited(retryAfter));
    }

    /** A proxy in front of the venue responds with this status and an HTML page; nothing is executed. */
    public static Fault serverError(int status) {
        return new Fault("server error " + status, attempt -> SimulatedResponse.html(status, status + " Server Error"));
    }

    /** The request is executed, but a proxy responds with this status and an HTML page, as after a gateway timeout. */
    public static Fault serverErrorAfterExecution(int status) {
        return new Fault("server error " + status + " after execution", attempt -> {
            attempt.execute();
            return SimulatedResponse.html(status, status + " Server Error");
        });
    }

    /** A redirect (307, which keeps method and body) to this URL; nothing is executed. */
    public static Fault redirect(String url) {
        return new Fault(
                "redirect",
                attempt -> new SimulatedResponse(307, Map.of("Location", url), "", SimulatedResponse.Delivery.WHOLE));
    }

    /** The request reaches the venue twice, as when a proxy replays it; the client gets the second response. */
    public static Fault duplicateDelivery() {
        return new Fault("duplicate delivery", true, attempt -> {
            attempt.execute();
            return attempt.execute();
        });
    }

    /**
     * Runs an action between arrival and execution: an order is filled, for example, or the test delays the request.
     */
    public static Fault beforeExecution(Runnable action) {
        return new Fault("action before execution", true, attempt -> {
            action.run();
            return attempt.execute();
        });
    }

    /** Runs an action between execution and the response. */
    public static Fault afterExecution(Runnable action) {
        return new Fault("action after execution", attempt -> {
            SimulatedResponse response = attempt.execute();
            action.run();
            return response;
        });
    }

    SimulatedResponse run(FaultContext attempt) throws InterruptedException {
        return script.run(attempt);
    }

    /** What happens, in words. */
    String name() {
        return name;
    }

    /** Whether it may be why the venue rejects a request that reached it. */
    boolean decides() {
        return decides;
    }

    /** Whether it changes anything. */
    boolean strikes() {
        return !name.equals(NONE);
    }

    @Override
    public String toString() {
        return "Fault[" + name + "]";
    }
}
