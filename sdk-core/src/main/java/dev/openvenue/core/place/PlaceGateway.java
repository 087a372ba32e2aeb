package dev.openvenue.core.place;

import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.annotation.Page;
import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.VenueException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** How the batch-place engine calls a venue: operations by id, arguments by wire name, payloads as JSON values. */
interface PlaceGateway {
    /**
     * Starts a call. Cancelling the future cancels the call.
     *
     * @return fails with {@link VenueException}
     */
    CompletableFuture<VenueResponse<Object>> call(String operation, Map<String, ?> arguments, Duration timeout);

    /**
     * Checks the arguments of a call, and sends nothing.
     *
     * @throws NotSentException if they break the spec
     */
    void validate(String operation, Map<String, ?> arguments);

    /** How an operation is paginated; null if it is not. */
    @Nullable
    Page page(String operation);

    /** The venue's time when it sent a response, as far as known. */
    Instant time(VenueResponse<?> response);
}
