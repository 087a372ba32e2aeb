package dev.openvenue.cli;

import dev.openvenue.core.cancel.CancelProgress;
import java.util.function.Consumer;

/** Shows how far the runs have come, on standard error. */
interface Progress extends AutoCloseable {
    /** Who hears of one venue's run. */
    Consumer<CancelProgress> listener(Session session);

    /** Writes a result in the midst of the display. */
    void above(Runnable print);

    @Override
    void close();

    /** A bar where a person watches, else a line now and then. */
    static Progress of(CliEnvironment environment) {
        return environment.terminal()
                ? new ProgressOnTerminal(environment.err())
                : new ProgressInLog(environment.err(), environment.clock());
    }
}
