package dev.openvenue.cli;

import dev.openvenue.core.cancel.CancelProgress;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Progress as plain lines, at most one every few seconds. */
final class ProgressInLog implements Progress {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final PrintStream err;
    private final InstantSource clock;
    private Instant last;

    ProgressInLog(PrintStream err, InstantSource clock) {
        this.err = err;
        this.clock = clock;
        this.last = clock.instant();
    }

    @Override
    public Consumer<CancelProgress> listener(Session session) {
        return progress -> show(session, progress);
    }

    private synchronized void show(Session session, CancelProgress progress) {
        if (progress.warning() != null) {
            err.println(session.origin() + "  " + progress.warning());
            return;
        }
        Instant now = clock.instant();
        if (Duration.between(last, now).compareTo(PAUSE) >= 0) {
            last = now;
            err.println(session.origin() + "  " + progress.settled() + " of " + progress.inputs() + " orders settled, "
                    + progress.calls() + " calls");
        }
    }

    @Override
    public synchronized void above(Runnable print) {
        print.run();
    }

    @Override
    public void close() {}
}
