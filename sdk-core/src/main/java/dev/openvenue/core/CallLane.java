package dev.openvenue.core;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how many asynchronous calls run at once; further calls wait in the order of arrival. A call that is pausing
 * does not count, so that calls which must wait cannot hold up those that could be sent.
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

    /** Releases the place of a call that ended or begins to pause. */
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

    /**
     * Takes a place again after a pause. The call continues at once, even if others took its place: it has its thread
     * anyway.
     */
    synchronized void resume() {
        running++;
    }

    /** Withdraws a waiting call. */
    synchronized boolean forget(Runnable call) {
        return waiting.remove(call);
    }

    /** Starts a call. If no thread can be created for it, it must not keep its place for ever. */
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
