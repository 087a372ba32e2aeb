package dev.openvenue.core;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/**
 * The end of a call, whatever causes it: the call's own thread, which has its result; or, from outside, its deadline,
 * an interrupt, or somebody who completes its future. The first of them wins. Once a call was ended from outside, none
 * of its requests leaves this process.
 */
final class CallCompletion {
    private static final ThreadLocal<@Nullable CallCompletion> HERE = new ThreadLocal<>();

    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final CompletableFuture<Void> woken = new CompletableFuture<>();
    private volatile @Nullable Call call;
    private @Nullable Thread thread;
    private boolean finished;
    private boolean ended;
    private volatile boolean closed;

    /** The completion of the call that this thread is making; null if it makes none. */
    static @Nullable CallCompletion here() {
        return HERE.get();
    }

    /** A step that is taken only if the call has not ended. */
    @FunctionalInterface
    interface Step {
        void take() throws IOException;
    }

    /** Attaches OkHttp's call, before the call begins. */
    void attach(Call call) {
        this.call = call;
    }

    /** OkHttp's call. */
    Call call() {
        return Objects.requireNonNull(call, "attached before it is made");
    }

    /** Whether the given call is this one, and not a copy of it. */
    boolean isOf(Call other) {
        return call == other;
    }

    /**
     * Runs an action when the call that this thread is making is over, if there is one: a lookup ends with the call
     * that needs it.
     */
    static void afterOuter(Runnable end) {
        CallCompletion outer = HERE.get();
        if (outer != null) {
            var unused = outer.over.thenRun(end);
        }
    }

    /** Records that this thread makes the call; returns the one that it was making before, for {@link #leaveThread}. */
    @Nullable
    CallCompletion enterThread() {
        CallCompletion outer = HERE.get();
        HERE.set(this);
        return outer;
    }

    static void leaveThread(@Nullable CallCompletion outer) {
        if (outer == null) {
            HERE.remove();
        } else {
            HERE.set(outer);
        }
    }

    /**
     * Registers this thread, which must be one of the client's, to be interrupted when the call ends; false if it has
     * ended already.
     */
    synchronized boolean occupy() {
        thread = Thread.currentThread();
        return !ended;
    }

    /** Unregisters this thread; an interrupt that was meant for this call does not reach the next one. */
    @SuppressWarnings("ResultOfMethodCallIgnored")
    synchronized void vacate() {
        thread = null;
        Thread.interrupted();
    }

    /** Ends the call with its own result; false if that comes too late, since the call was ended from outside. */
    boolean finish() {
        synchronized (this) {
            if (ended) {
                return false;
            }
            finished = true;
        }
        settle();
        return true;
    }

    /**
     * Ends the call from outside wherever it is, on the wire, in a pause or in a queue; false if it is over already.
     */
    boolean now() {
        synchronized (this) {
            if (finished || ended) {
                return false;
            }
            ended = true;
        }
        Call running = call;
        if (running != null) {
            running.cancel();
        }
        settle();
        interrupt();
        return true;
    }

    /** Reacts to the client's close: what is on the wire completes, but nothing more is sent, and pauses end. */
    void close() {
        closed = true;
        woken.complete(null);
    }

    boolean isClosed() {
        return closed;
    }

    /** Whether the call must not go on. */
    synchronized boolean isOver() {
        return ended || closed;
    }

    /** Takes a step that must not be taken after the end. */
    synchronized void unlessOver(Step step) throws IOException {
        if (ended || closed) {
            throw new IOException(closed ? "the client was closed" : "the call was ended");
        }
        step.take();
    }

    /** Completes when the call is over. */
    CompletableFuture<Void> over() {
        return over;
    }

    /** Completes when the call must stop waiting: when it is over, or the client was closed. */
    CompletableFuture<Void> woken() {
        return woken;
    }

    private void settle() {
        woken.complete(null);
        over.complete(null);
    }

    private synchronized void interrupt() {
        if (thread != null) {
            thread.interrupt();
        }
    }
}
