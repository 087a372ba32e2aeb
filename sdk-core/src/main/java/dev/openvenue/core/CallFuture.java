package dev.openvenue.core;

import java.util.concurrent.CompletableFuture;

/**
 * The future of a call. Completing it from outside ends the call, before any dependent stage runs: dependents run last
 * in, first out, so a dependent of our own would run after all those that users attach.
 */
final class CallFuture<R> extends CompletableFuture<R> {
    private final CallCompletion end;

    CallFuture(CallCompletion end) {
        this.end = end;
        // For completions that bypass the methods below, such as completeAsync.
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

    /** Derived futures are ordinary ones: completing them does not affect the call, as everywhere in the JDK. */
    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }
}
