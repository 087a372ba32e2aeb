package dev.openvenue.core;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The threads of a client, and its calls in progress. The threads are the client's own even if the user supplied an
 * OkHttpClient: the dispatcher of that one may be busy with anything, and it runs only five calls per host at once.
 */
final class CallThreads implements Executor {
    /** The reason in messages of a closed client. */
    static final String CLOSED = "the client was closed";

    static final int PARALLEL_CALLS = 64;

    /** Cancels wait for nothing but the rate limits; this only bounds the threads where there are none. */
    private static final int PARALLEL_CANCELS = 256;

    /** Short, since idle threads keep a program alive whose client nobody closes. */
    private static final long IDLE_SECONDS = 2;

    private final ThreadPoolExecutor pool;
    private final CallLane ordinary = new CallLane(PARALLEL_CALLS, this);
    private final CallLane urgent = new CallLane(PARALLEL_CANCELS, this);
    private final Set<CallCompletion> running = ConcurrentHashMap.newKeySet();
    private final Set<CloseAction> onClose = ConcurrentHashMap.newKeySet();
    private final @Nullable OkHttpClient given;
    private final Runnable release;
    private volatile boolean closed;

    /**
     * Starts threads on demand.
     *
     * @param given the user's own client, which the user may shut down
     * @param release releases what the client holds besides threads; runs after {@link #close} whenever a call has
     *     ended
     */
    CallThreads(String venue, @Nullable OkHttpClient given, Runnable release) {
        AtomicInteger started = new AtomicInteger();
        this.pool = new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                task -> new Thread(task, "openvenue-" + venue + "-" + started.incrementAndGet()));
        this.given = given;
        this.release = release;
    }

    /**
     * The queue of asynchronous calls: those that cancel orders, or that a cancel depends on, never queue behind
     * others.
     */
    CallLane lane(boolean isUrgent) {
        return isUrgent ? urgent : ordinary;
    }

    /** Runs a task at once. */
    @Override
    public void execute(Runnable task) {
        pool.execute(task);
    }

    /**
     * Begins a call, which must later {@link #exit}. Returns why no call can be made any more; null if it may proceed.
     */
    @Nullable
    String enter(CallCompletion call) {
        running.add(call);
        String reason = closed
                ? CLOSED
                : given != null && given.dispatcher().executorService().isShutdown()
                        ? "the OkHttpClient that it was given was shut down"
                        : null;
        if (reason != null) {
            exit(call);
        }
        return reason;
    }

    /** Ends a call. */
    void exit(CallCompletion call) {
        running.remove(call);
        if (closed) {
            release.run();
        }
    }

    /** An action for the end of the client, compared by identity. */
    private static final class CloseAction {
        private final Runnable action;
        private final AtomicBoolean done = new AtomicBoolean();

        CloseAction(Runnable action) {
            this.action = action;
        }

        void run() {
            if (done.compareAndSet(false, true)) {
                action.run();
            }
        }
    }

    /** Runs an action once at the {@link #close}, or at once after it; the result withdraws it. */
    Runnable onClose(Runnable action) {
        CloseAction registered = new CloseAction(action);
        onClose.add(registered);
        if (closed) {
            registered.run();
        }
        return () -> onClose.remove(registered);
    }

    /** Begins no further call and sends nothing more; idle threads end at once, the others with their current task. */
    void close() {
        closed = true;
        pool.setKeepAliveTime(0, TimeUnit.SECONDS);
        running.forEach(CallCompletion::close);
        onClose.forEach(CloseAction::run);
        release.run();
    }
}
