package dev.openvenue.core.cancel;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/**
 * Reports a run's progress to the user's listener. If the listener fails, that is logged and it is not called again;
 * the run goes on, for money depends on it.
 */
final class ProgressListener {
    private static final Logger LOGGER = System.getLogger(BatchCancel.class.getName());

    private final String venue;
    private final Consumer<? super CancelProgress> listener;
    private long told;
    private boolean failed;

    ProgressListener(String venue, Consumer<? super CancelProgress> listener) {
        this.venue = venue;
        this.listener = listener;
    }

    void hear(long orders, long settled, long calls) {
        if (failed || settled + orders == told) {
            return;
        }
        told = settled + orders;
        tell(new CancelProgress(venue, orders, settled, calls));
    }

    /** Says before the first call that the timeout cannot suffice. */
    void warn(String warning) {
        tell(new CancelProgress(venue, 0, 0, 0, warning));
    }

    private void tell(CancelProgress progress) {
        try {
            listener.accept(progress);
        } catch (RuntimeException | Error e) {
            failed = true;
            LOGGER.log(
                    Level.WARNING,
                    "The progress listener of the batch cancel at " + venue
                            + " failed and hears no more; the run goes on",
                    e);
        }
    }
}
