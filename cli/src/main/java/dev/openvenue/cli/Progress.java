package dev.openvenue.cli;

import dev.openvenue.core.cancel.CancelProgress;
import java.util.function.Consumer;

/** Shows how far the runs have come, on standard error. */
interface Progress extends AutoCloseable {
    /** The listener of one venue's run. */
    Consumer<CancelProgress> listener(Session session);

    /** Writes a result without disturbing the display. */
    void above(Runnable print);

    @Override
    void close();

    /** A bar on a terminal, else an occasional line. */
    static Progress of(CliEnvironment environment) {
        return environment.terminal()
                ? new ProgressOnTerminal(environment.err())
                : new ProgressInLog(environment.err(), environment.clock());
    }
}
