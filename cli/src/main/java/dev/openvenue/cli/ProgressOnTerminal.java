package dev.openvenue.cli;

import dev.openvenue.core.cancel.CancelProgress;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress as one bar for all runs; results appear above it. */
final class ProgressOnTerminal implements Progress {
    private static final int WIDTH = 100;
    private static final String ERASE_LINE = "\r\u001b[K";

    private final PrintStream err;
    private final ProgressBar bar;
    private final Map<Session, CancelProgress> runs = new HashMap<>();

    ProgressOnTerminal(PrintStream err) {
        this.err = err;
        this.bar = new ProgressBarBuilder()
                .setTaskName("orders")
                .setInitialMax(0)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(100)
                .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
                .build();
    }

    @Override
    public Consumer<CancelProgress> listener(Session session) {
        return progress -> show(session, progress);
    }

    private synchronized void show(Session session, CancelProgress progress) {
        if (progress.warning() != null) {
            above(() -> err.println(session.origin() + "  " + progress.warning()));
            return;
        }
        runs.put(session, progress);
        bar.maxHint(runs.values().stream().mapToLong(CancelProgress::inputs).sum());
        bar.stepTo(runs.values().stream().mapToLong(CancelProgress::settled).sum());
        bar.setExtraMessage(session.origin().toString());
    }

    @Override
    public synchronized void above(Runnable print) {
        err.print(ERASE_LINE);
        err.flush();
        print.run();
    }

    @Override
    public void close() {
        bar.close();
    }
}
