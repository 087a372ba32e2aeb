package dev.openvenue.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How a command hears that it shall end early (Ctrl-C), and gets the time to say how far it came. */
@FunctionalInterface
interface SignalHandler {
    /** Ctrl-C and the end of the process by a signal. */
    SignalHandler SYSTEM = SignalHandler::hook;

    /**
     * Listens from now on.
     *
     * @param action what to do when interrupted; it runs on another thread and returns at once
     * @return to be closed when the command has said all it has to say
     */
    Registration listen(Runnable action);

    /** Ends the listening. */
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
                // The process is ending: the hook runs, and was told above that it need not wait any longer.
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
