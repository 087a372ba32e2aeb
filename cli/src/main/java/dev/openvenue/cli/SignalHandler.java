package dev.openvenue.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Notifies a command that it must end early (Ctrl-C), and leaves it time to report its progress. */
@FunctionalInterface
interface SignalHandler {
    /** Ctrl-C and the end of the process by a signal. */
    SignalHandler SYSTEM = SignalHandler::hook;

    /**
     * Starts listening.
     *
     * @param action what to do when interrupted; it runs on another thread and returns at once
     * @return a handle to close when the command has finished its report
     */
    Registration listen(Runnable action);

    /** Stops listening. */
    @FunctionalInterface
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    private static Registration hook(Runnable action) {
        CountDownLatch done = new CountDownLatch(1);
        Thread hook = new Thread(() -> interrupt(action, done), "openvenue-interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
        return () -> {
            done.countDown();
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The process is ending: the hook is running, and was released above.
            }
        };
    }

    /** The JVM ends when its hooks return, so this one stays until the command has printed its report. */
    private static void interrupt(Runnable action, CountDownLatch done) {
        action.run();
        try {
            done.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
