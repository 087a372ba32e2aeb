package dev.openvenue.core;

import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okio.AsyncTimeout;

/**
 * Ends a call when its time is up, wherever it is: on the wire, in a pause, or waiting for its turn in OkHttp's dispatcher, which
 * OkHttp's own call timeout does not count.
 */
final class Deadline extends AsyncTimeout {
    private final CallState<?> state;
    private final Call call;
    private final Runnable whenWaiting;

    private Deadline(CallState<?> state, Call call, Runnable whenWaiting) {
        this.state = state;
        this.call = call;
        this.whenWaiting = whenWaiting;
    }

    /**
     * Starts the countdown; {@link #exit} ends it.
     *
     * @param whenWaiting what to do if the deadline passes while the call still waits for its turn; must not throw or block
     */
    static Deadline start(CallState<?> state, Call call, Runnable whenWaiting) {
        Deadline deadline = new Deadline(state, call, whenWaiting);
        deadline.timeout(Math.max(1, state.remaining().toNanos()), TimeUnit.NANOSECONDS);
        deadline.enter();
        return deadline;
    }

    @Override
    protected void timedOut() {
        state.expire();
        call.cancel();
        state.wake();
        if (!state.hasEntered()) {
            whenWaiting.run();
        }
    }
}
