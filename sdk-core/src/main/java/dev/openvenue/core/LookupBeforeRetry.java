package dev.openvenue.core;

import dev.openvenue.core.error.Seconds;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Interceptor.Chain;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what became of an earlier attempt before the next one is made. A single lookup proves nothing: the request
 * may still be on its way, or the order may not be visible yet. So there are several lookups, the last one when the
 * venue can no longer accept the earlier attempt.
 */
final class LookupBeforeRetry {
    private static final int LOOKS = 3;

    /** How long an accepted order may stay invisible, or wait inside the venue. */
    private static final Duration LAG = Duration.ofSeconds(2);

    private final ClientIdLookup lookup;
    private final VenueExceptions failures;
    private final Sleeper sleeper;

    LookupBeforeRetry(ClientIdLookup lookup, VenueExceptions failures, Sleeper sleeper) {
        this.lookup = lookup;
        this.failures = failures;
        this.sleeper = sleeper;
    }

    /**
     * Returns the result of an earlier attempt, as the response of the call; null if it certainly had no effect.
     *
     * @throws VenueIoException if that cannot be determined; then the call must not be sent again
     */
    <T> @Nullable Response earlier(Chain chain, CallState<T> state, VenueIoException last) throws IOException {
        Duration pause = Duration.ZERO;
        for (int lookups = 1; ; lookups++) {
            LookupResult<T> look = lookUp(state, last);
            if (look instanceof LookupResult.Found<T> found) {
                return response(chain, state, found.response());
            }
            if (look instanceof LookupResult.Foreign<T> foreign) {
                throw notRetried(state, foreign.words(), last);
            }
            if (lookups == LOOKS) {
                return null;
            }
            if (look instanceof LookupResult.NotFound<T> absent && lookups == 1) {
                pause = untilCertain(state, absent.asOf(), last).dividedBy(LOOKS - 1);
            }
            pause(pause, chain, state, last);
        }
    }

    private <T> LookupResult<T> lookUp(CallState<T> state, VenueIoException last) throws VenueIoException {
        try {
            return lookup.lookUp(state);
        } catch (RuntimeException asking) {
            last.failure().addSuppressed(asking);
            throw last;
        }
    }

    /** How long it takes until the earlier attempt can no longer be executed, and would be visible if it was. */
    private Duration untilCertain(CallState<?> state, Instant now, VenueIoException last) throws VenueIoException {
        Duration window = ReceiveWindow.of(state);
        Duration closed = window.isZero()
                ? Duration.ZERO
                : Duration.between(now, state.signedTime().plus(window));
        Duration wait = closed.isNegative() ? LAG : closed.plus(LAG);
        if (wait.compareTo(state.remaining()) < 0) {
            return wait;
        }
        throw notRetried(
                state,
                "no order of it was seen yet, but an earlier attempt may still be executed for "
                        + Seconds.text(wait) + ", and the deadline of " + Seconds.text(state.deadline())
                        + " passes before",
                last);
    }

    private VenueIoException notRetried(CallState<?> state, String why, VenueIoException last) {
        return new VenueIoException(failures.notRetried(state, why, last.failure()));
    }

    /**
     * Pauses before the next attempt or lookup. If the thread is interrupted or the call ends meanwhile, it fails with
     * the failure before the pause.
     */
    void pause(Duration pause, Chain chain, CallState<?> state, VenueIoException last) throws VenueIoException {
        try {
            sleeper.sleep(pause, state);
        } catch (InterruptedIOException e) {
            last.failure().addSuppressed(e);
            throw last;
        }
        if (chain.call().isCanceled() || state.end().isOver()) {
            throw last;
        }
    }

    private static <T> Response response(Chain chain, CallState<T> state, VenueResponse<T> found) {
        state.succeeded(found);
        return new Response.Builder()
                .request(chain.request())
                .protocol(Protocol.HTTP_1_1)
                .code(found.status())
                .message("")
                .body(ResponseBody.create(found.body(), null))
                .build();
    }
}
