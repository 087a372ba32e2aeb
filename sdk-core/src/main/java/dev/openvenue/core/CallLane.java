package dev.openvenue.core;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how many asynchronous calls run at once; those beyond wait in the order of arrival. A call that only pauses
 * does not count, so that no number of calls that were told to wait can hold up those that could go.
 */
final class CallLane {
    private final int size;
    private final Executor threads;
    private final Set<Runnable> waiting = new LinkedHashSet<>();
    private int running;

    CallLane(int size, Executor threads) {
        this.size = size;
        this.threads = threads;
    }

    /** Runs a call as soon as there is room; it must {@link #leave} at its end. */
    void enter(Runnable call) {
        synchronized (this) {
            if (running >= size) {
                waiting.add(call);
                return;
            }
            running++;
        }
        start(call);
    }

    /** A call no longer runs, or begins to pause. */
    void leave() {
        Runnable next;
        synchronized (this) {
            running--;
            next = next();
        }
        if (next != null) {
            start(next);
        }
    }

    /** A call ends its pause. It goes on at once, even if others took its place: it has its thread anyway. */
    synchronized void resume() {
        running++;
    }

    /** A call no longer wants to run. */
    synchronized boolean forget(Runnable call) {
        return waiting.remove(call);
    }

    /** A call for which no thread can be had must not keep its place for ever. */
    private void start(Runnable call) {
        try {
            threads.execute(call);
        } catch (OutOfMemoryError e) {
            synchronized (this) {
                running--;
            }
            throw e;
        }
    }

    private @Nullable Runnable next() {
        if (running >= size || waiting.isEmpty()) {
            return null;
        }
        Iterator<Runnable> calls = waiting.iterator();
        Runnable next = calls.next();
        calls.remove();
        running++;
        return next;
    }
}
