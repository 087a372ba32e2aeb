package dev.openvenue.core.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reports a run's progress to the user's listener. If the listener fails, that is logged and it is not called again;
 * the run goes on, for money depends on it.
 *
 * @param <P> the event that the listener hears
 */
public final class ProgressListener<P> {
    private final Logger logger;
    private final String run;
    private final Form<P> form;
    private final Consumer<? super P> listener;
    private long told;
    private boolean failed;

    /**
     * Makes events.
     *
     * @param <P> the event
     */
    public interface Form<P> {
        /** An event. */
        P event(long inputs, long settled, long calls, @Nullable String warning);
    }

    /**
     * Begins with nothing told.
     *
     * @param logger where it says that the listener failed
     * @param run what reports, such as {@code batch cancel at bitget}
     */
    public ProgressListener(Logger logger, String run, Form<P> form, Consumer<? super P> listener) {
        this.logger = logger;
        this.run = run;
        this.form = form;
        this.listener = listener;
    }

    /** Tells of orders that were read or settled since the last event, if there are any. */
    public void hear(long orders, long settled, long calls) {
        if (failed || settled + orders == told) {
            return;
        }
        told = settled + orders;
        tell(form.event(orders, settled, calls, null));
    }

    /** Says before the first call that the timeout cannot suffice. */
    public void warn(String warning) {
        tell(form.event(0, 0, 0, warning));
    }

    private void tell(P progress) {
        try {
            listener.accept(progress);
        } catch (RuntimeException | Error e) {
            failed = true;
            logger.log(
                    Level.WARNING,
                    "The progress listener of the " + run + " failed and hears no more; the run goes on",
                    e);
        }
    }
}
