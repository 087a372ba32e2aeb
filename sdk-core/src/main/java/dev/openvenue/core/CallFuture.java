package dev.openvenue.core;

import java.util.concurrent.CompletableFuture;

/**
 * The future of a call. Whoever ends it ends the call, and before anybody hears of it: dependents run in the order last
 * come, first served, so a dependent of our own would come after all that users attach.
 */
final class CallFuture<R> extends CompletableFuture<R> {
    private final CallCompletion end;

    CallFuture(CallCompletion end) {
        this.end = end;
        // For the ways that do not lead through the methods below, such as completeAsync.
        var unused = whenComplete((value, failure) -> end.now());
    }

    @Override
    public boolean complete(R value) {
        end.now();
        return super.complete(value);
    }

    @Override
    public boolean completeExceptionally(Throwable failure) {
        end.now();
        return super.completeExceptionally(failure);
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
        end.now();
        return super.cancel(mayInterrupt);
    }

    @Override
    public void obtrudeValue(R value) {
        end.now();
        super.obtrudeValue(value);
    }

    @Override
    public void obtrudeException(Throwable failure) {
        end.now();
        super.obtrudeException(failure);
    }

    /** What is derived from it is an ordinary future: ending that leaves the call alone, as everywhere in the JDK. */
    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }
}
