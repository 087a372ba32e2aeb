package dev.openvenue.core;

import dev.openvenue.core.error.VenueException;
import dev.openvenue.core.limit.PermitRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A call that runs on a thread of the client. Its future completes at the deadline at the latest, whatever that thread
 * is stuck in.
 */
final class PendingCall<T, R> {
    private final ClientContext context;
    private final CallState<T> state;
    private final Function<VenueResponse<T>, R> result;
    private final CallCompletion end;
    private final CallFuture<R> future;
    private volatile @Nullable PermitRequest permit;
    private volatile boolean begun;

    PendingCall(ClientContext context, CallState<T> state, Function<VenueResponse<T>, R> result) {
        this.context = context;
        this.state = state;
        this.result = result;
        this.end = state.end();
        this.future = new CallFuture<>(end);
        if (context.events().isHeard()) {
            var unused =
                    future.whenComplete((value, failure) -> context.events().ended(state, verdict(failure)));
        }
    }

    /** The failure of a call whose future failed; one that somebody completed from outside was abandoned. */
    private @Nullable VenueException verdict(@Nullable Throwable failure) {
        return failure == null || failure instanceof VenueException
                ? (VenueException) failure
                : context.ended(state, null);
    }

    /** Starts the call as soon as it has its permits and its lane has room. */
    CompletableFuture<R> start(CallLane lane) {
        if (enter()) {
            state.runIn(lane);
            queue(lane, () -> {
                try {
                    run();
                } finally {
                    lane.leave();
                }
            });
        }
        return future;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // They only listen.
    private void queue(CallLane lane, Runnable run) {
        state.waits();
        PermitRequest first = context.limiter().join(state.endpoint().id(), state.isUrgent(), state.remaining());
        permit = first;
        if (first == null) {
            lane.enter(run);
        } else {
            // However the permit request is decided, the call begins: its own interceptor reads the decision and
            // reports it.
            state.permit().bring(first);
            first.decided().whenComplete((decided, failure) -> lane.enter(run));
        }
        end.woken().thenRun(() -> {
            if (first != null) {
                first.leave();
            }
            if (lane.forget(run)) {
                leaveQueue();
            }
        });
    }

    /**
     * Leaves the queue: a call that was ended has its result; one whose client was closed begins, and fails by itself.
     */
    private void leaveQueue() {
        if (end.isClosed()) {
            context.threads().execute(this::run);
        } else {
            context.threads().exit(end);
        }
    }

    /** Makes the call at once and waits for its end. */
    R await() {
        if (enter()) {
            CallCompletion.afterOuter(this::endWithOuter);
            context.threads().execute(this::run);
        }
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            if (end.now()) {
                VenueException interrupted = context.ended(state, e);
                context.events().ended(state, interrupted);
                throw interrupted;
            }
            return joined();
        } catch (ExecutionException e) {
            throw traced(e.getCause());
        }
    }

    /** The result of a call that is over, even if its future is not complete yet. */
    private R joined() {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw traced(e.getCause());
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // thenRun only listens.
    private boolean enter() {
        VenueException closed = context.enter(state);
        if (closed != null) {
            fail(closed);
            return false;
        }
        end.over().thenRun(context.countdown(state, this::late));
        return true;
    }

    private void late() {
        // Read before the end, which lets a call that waits for a permit begin, to find out that it is over.
        boolean hadBegun = begun;
        if (state.expire()) {
            context.distrustConnections(state);
            future.completeExceptionally(hadBegun ? context.ended(state, null) : context.late(state, permit));
        }
    }

    private void endWithOuter() {
        if (end.now()) {
            future.completeExceptionally(context.ended(state, null));
        }
    }

    private void run() {
        begun = true;
        try {
            if (end.occupy()) {
                succeed(context.make(state));
            }
        } catch (VenueException e) {
            fail(e);
        } finally {
            end.vacate();
            context.threads().exit(end);
        }
    }

    private void succeed(VenueResponse<T> response) {
        if (end.finish()) {
            future.complete(result.apply(response));
        }
    }

    private void fail(VenueException failure) {
        if (end.finish()) {
            future.completeExceptionally(failure);
        }
    }

    /** Adds the caller's stack trace, which would otherwise show the client's thread alone. */
    private static VenueException traced(@Nullable Throwable cause) {
        if (!(cause instanceof VenueException failure)) {
            throw new IllegalStateException("A call ends in no other exception", cause);
        }
        failure.setStackTrace(Stream.of(failure.getStackTrace(), new Throwable().getStackTrace())
                .flatMap(Stream::of)
                .toArray(StackTraceElement[]::new));
        return failure;
    }
}
