package dev.openvenue.simulator;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong with a request, on the wire and not by pretence: connections are really cut, answers are really late.
 * Hand it to {@link VenueSimulator#faults()}.
 */
public final class Fault {
    private final String name;
    private final Script script;

    private Fault(String name, Script script) {
        this.name = name;
        this.script = script;
    }

    /** What a fault does with a request. */
    @FunctionalInterface
    interface Script {
        Answer run(Attempt attempt) throws InterruptedException;
    }

    /** The venue refuses with this code, in its own document; nothing is executed. */
    public static Fault refuse(String code, String message) {
        return new Fault("refuse " + code, attempt -> attempt.refuse(code, message));
    }

    /** The request is executed late, and so is the answer. */
    public static Fault delayBeforeExecution(Duration delay) {
        return new Fault("delay " + delay + " before execution", attempt -> {
            attempt.pause(delay);
            return attempt.execute();
        });
    }

    /** The request is executed at once; the answer is late. */
    public static Fault delayAfterExecution(Duration delay) {
        return new Fault("delay " + delay + " after execution", attempt -> {
            Answer answer = attempt.execute();
            attempt.pause(delay);
            return answer;
        });
    }

    /** The connection is closed instead of an answer; nothing is executed. */
    public static Fault dropBeforeExecution() {
        return new Fault("drop before execution", attempt -> Answer.NONE);
    }

    /** The request is executed; the connection is closed instead of an answer. */
    public static Fault dropAfterExecution() {
        return new Fault("drop after execution", attempt -> {
            attempt.execute();
            return Answer.NONE;
        });
    }

    /** The request is executed; the answer has the right status and is no JSON. */
    public static Fault malformedBody() {
        return new Fault(
                "malformed body", attempt -> attempt.execute().withBody("{\"code\": <upstream connect error>"));
    }

    /** The request is executed; the connection is closed in the middle of the answer's body. */
    public static Fault truncatedBody() {
        return new Fault("truncated body", attempt -> attempt.execute().cutInHalf());
    }

    /**
     * The venue refuses for too many requests, in its own document; nothing is executed.
     *
     * @param retryAfter what to state in {@code Retry-After}, in whole seconds; null for no such header
     */
    public static Fault rateLimited(@Nullable Duration retryAfter) {
        return new Fault("rate limited", attempt -> attempt.rateLimited(retryAfter));
    }

    /** A proxy in front of the venue answers with this status and a page of HTML; nothing is executed. */
    public static Fault serverError(int status) {
        return new Fault("server error " + status, attempt -> Answer.html(status, status + " Server Error"));
    }

    /** The request is executed; a proxy answers with this status and a page of HTML all the same, as when it lost patience. */
    public static Fault serverErrorAfterExecution(int status) {
        return new Fault("server error " + status + " after execution", attempt -> {
            attempt.execute();
            return Answer.html(status, status + " Server Error");
        });
    }

    /** A redirect (307, which keeps method and body) to this URL; nothing is executed. */
    public static Fault redirect(String url) {
        return new Fault("redirect", attempt -> new Answer(307, Map.of("Location", url), "", Answer.Delivery.WHOLE));
    }

    /** The request reaches the venue twice, as after a proxy's replay; the client gets the second answer. */
    public static Fault duplicateDelivery() {
        return new Fault("duplicate delivery", attempt -> {
            attempt.execute();
            return attempt.execute();
        });
    }

    /** Something happens between arrival and execution; an order is filled, say, or the test lets the request wait. */
    public static Fault beforeExecution(Runnable action) {
        return new Fault("action before execution", attempt -> {
            action.run();
            return attempt.execute();
        });
    }

    /** Something happens between execution and the answer. */
    public static Fault afterExecution(Runnable action) {
        return new Fault("action after execution", attempt -> {
            Answer answer = attempt.execute();
            action.run();
            return answer;
        });
    }

    Answer run(Attempt attempt) throws InterruptedException {
        return script.run(attempt);
    }

    @Override
    public String toString() {
        return "Fault[" + name + "]";
    }
}
