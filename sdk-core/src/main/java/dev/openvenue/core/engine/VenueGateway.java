package dev.openvenue.core.engine;

import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.annotation.Page;
import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.VenueException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** How a run calls a venue: operations by id, arguments by wire name, payloads as JSON values. */
public interface VenueGateway {
    /**
     * Starts a call. Cancelling the future cancels the call.
     *
     * @return fails with {@link VenueException}
     * @throws NotSentException at once, if the arguments are invalid
     */
    CompletableFuture<VenueResponse<Object>> call(String operation, Map<String, ?> arguments, Duration deadline);

    /** The venue's time when it responded, as the response tells it; null if it does not. */
    default @Nullable Instant statedTime(VenueResponse<?> response) {
        Date date = response.headers().getDate("Date");
        return date == null ? null : date.toInstant();
    }

    /** Runs an action once when the client is closed, at once if it is; the result withdraws it. */
    default Runnable onClose(Runnable action) {
        return () -> {};
    }

    /**
     * Checks the arguments of a call, and sends nothing.
     *
     * @throws NotSentException if they break the spec
     */
    void validate(String operation, Map<String, ?> arguments);

    /** Whether an operation accepts the given value of an argument. */
    boolean takes(String operation, String argument, Object value);

    /** Whether an operation cannot be called without an argument. */
    boolean requires(String operation, String argument);

    /** How an operation is paginated; null if it is not. */
    @Nullable
    Page page(String operation);

    /**
     * The rate limits that an operation counts against.
     *
     * @param name what counts against it: operations with the same name share it
     * @param permits how many calls a period may hold
     */
    record Limit(String name, int permits, Duration period) {}

    /** The rate limits that the spec states for an operation. */
    List<Limit> limits(String operation);

    /** The largest number that an argument of an operation may have; null if the spec states none. */
    @Nullable
    Integer largest(String operation, String argument);

    /** The venue's time when it sent a response: what the response states, else that of the client's clock. */
    Instant time(VenueResponse<?> response);
}
