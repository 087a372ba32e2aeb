package dev.openvenue.core;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/**
 * The end of a call, whoever brings it about: the call's own thread, which has its result; or its deadline, whoever
 * completes its future, or an interrupt. The first of them decides. Once a call was ended from outside, nothing of it
 * leaves this process.
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

    /** The end of the call that this thread is making; null if it makes none. */
    static @Nullable CallCompletion here() {
        return HERE.get();
    }

    /** Something that happens unless the call has ended. */
    @FunctionalInterface
    interface Step {
        void take() throws IOException;
    }

    /** Gives what OkHttp makes of the call, before the call begins. */
    void attach(Call call) {
        this.call = call;
    }

    /** What OkHttp makes of the call. */
    Call call() {
        return Objects.requireNonNull(call, "attached before it is made");
    }

    /** Whether it is this call that OkHttp is making, and not a copy of it. */
    boolean isOf(Call other) {
        return call == other;
    }

    /**
     * Runs when the call that this thread is making is over, if it makes one: a lookup ends with the call that needs
     * it.
     */
    static void afterOuter(Runnable end) {
        CallCompletion outer = HERE.get();
        if (outer != null) {
            var unused = outer.over.thenRun(end);
        }
    }

    /** Notes that this thread makes the call; returns what it was making before, for {@link #leaveThread}. */
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
     * Lets this thread, which must be the client's own, be interrupted by the end; false if the call has ended already.
     */
    synchronized boolean occupy() {
        thread = Thread.currentThread();
        return !ended;
    }

    /** This thread is done with the call; an interrupt that was meant for it does not reach the next one. */
    @SuppressWarnings("ResultOfMethodCallIgnored")
    synchronized void vacate() {
        thread = null;
        Thread.interrupted();
    }

    /** The call's thread has the result; false if it comes too late, since the call was ended from outside. */
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

    /** Ends the call wherever it is, on the wire, in a pause or in a queue; false if it is over already. */
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

    /** The client was closed: what is on the wire comes to its end, but nothing more is sent, and no pause lasts. */
    void close() {
        closed = true;
        woken.complete(null);
    }

    boolean isClosed() {
        return closed;
    }

    /** Whether the call shall not go on. */
    synchronized boolean isOver() {
        return ended || closed;
    }

    /** Does what must not happen after the end. */
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

    /** Completes when the call is to wait no longer: when it is over, or the client was closed. */
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
