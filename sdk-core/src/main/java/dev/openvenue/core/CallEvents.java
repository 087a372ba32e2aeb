package dev.openvenue.core;

import dev.openvenue.core.error.VenueException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells the user's listener what happens. If the listener fails, that is logged and it is not called again: no call
 * depends on it.
 */
final class CallEvents {
    /** Shorter waits are the time that any call takes. */
    private static final Duration NOTICEABLE = Duration.ofMillis(1);

    private static final Logger LOGGER = System.getLogger(CallEvents.class.getName());

    private final String venue;
    private volatile @Nullable Consumer<? super CallEvent> listener;

    CallEvents(String venue, @Nullable Consumer<? super CallEvent> listener) {
        this.venue = venue;
        this.listener = listener;
    }

    /** Whether anybody listens. */
    boolean isHeard() {
        return listener != null;
    }

    void waited(CallState<?> state, Duration time) {
        if (isHeard() && time.compareTo(NOTICEABLE) >= 0) {
            tell(new CallEvent.Waited(venue, state.endpoint().id(), time));
        }
    }

    void attempted(CallState<?> state, Duration time, @Nullable VenueException failure) {
        if (isHeard()) {
            tell(new CallEvent.Attempted(venue, state.endpoint().id(), state.attempts(), time, failure));
        }
    }

    void retrying(CallState<?> state, Duration pause, VenueException failure) {
        if (isHeard()) {
            tell(new CallEvent.Retrying(venue, state.endpoint().id(), state.attempts(), pause, failure));
        }
    }

    void clockCorrected(CallState<?> state, Duration offset) {
        if (isHeard()) {
            tell(new CallEvent.ClockCorrected(venue, state.endpoint().id(), offset));
        }
    }

    void ended(CallState<?> state, @Nullable VenueException failure) {
        if (isHeard()) {
            tell(new CallEvent.Ended(venue, state.endpoint().id(), state.attempts(), state.elapsed(), failure));
        }
    }

    /** How a failure continues a line; here, because ProGuard cannot shrink a private method of an interface. */
    static String words(@Nullable VenueException failure) {
        return failure == null ? "" : ": " + failure.getMessage();
    }

    private void tell(CallEvent event) {
        Consumer<? super CallEvent> hearing = listener;
        if (hearing == null) {
            return;
        }
        try {
            hearing.accept(event);
        } catch (RuntimeException | Error e) {
            listener = null;
            LOGGER.log(
                    Level.WARNING, "The listener of the " + venue + " client failed and hears no more; calls go on", e);
        }
    }
}
