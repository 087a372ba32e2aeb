package dev.openvenue.core.cancel;

import dev.openvenue.core.engine.ProgressListener;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a run.
 *
 * @param venue the venue's short name, such as {@code bitget}
 * @param inputs how many orders were read so far
 * @param settled how many of them have an outcome
 * @param calls how many calls were made
 * @param warning before the first call: why the timeout cannot suffice; null if it may, and in all later events
 */
public record CancelProgress(
        String venue,
        long inputs,
        long settled,
        long calls,
        @Nullable String warning) {
    private static final System.Logger LOGGER = System.getLogger(BatchCancel.class.getName());

    /** Reports a run's progress to the user's listener. */
    static ProgressListener<CancelProgress> to(String venue, Consumer<? super CancelProgress> listener) {
        return new ProgressListener<>(
                LOGGER,
                "batch cancel at " + venue,
                (inputs, settled, calls, warning) -> new CancelProgress(venue, inputs, settled, calls, warning),
                listener);
    }
}
