package dev.openvenue.core;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import okhttp3.Dns;

/**
 * Resolves names on another thread, so that a call can stop waiting when it ends: the JDK's lookup cannot be
 * interrupted, and the system's resolver may take half a minute to give up.
 */
final class AbandonableDns implements Dns {
    private final Dns delegate;
    private final Executor threads;

    AbandonableDns(Dns delegate, Executor threads) {
        this.delegate = delegate;
        this.threads = threads;
    }

    @Override
    public List<InetAddress> lookup(String hostname) throws UnknownHostException {
        CallCompletion end = CallCompletion.here();
        if (end == null) {
            return delegate.lookup(hostname);
        }
        CompletableFuture<List<InetAddress>> lookup = new CompletableFuture<>();
        threads.execute(() -> lookUp(hostname, lookup));
        try {
            CompletableFuture.anyOf(lookup, end.woken()).get();
            if (lookup.isDone()) {
                return lookup.get();
            }
            throw new UnknownHostException("the call ended before the name was looked up");
        } catch (InterruptedException e) {
            throw unknown(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownHostException unknown) {
                throw unknown;
            }
            throw unknown(e);
        }
    }

    private void lookUp(String hostname, CompletableFuture<List<InetAddress>> lookup) {
        try {
            lookup.complete(delegate.lookup(hostname));
        } catch (Throwable e) {
            lookup.completeExceptionally(e);
        }
    }

    private static UnknownHostException unknown(Throwable cause) {
        UnknownHostException unknown = new UnknownHostException(String.valueOf(cause.getMessage()));
        unknown.initCause(cause);
        return unknown;
    }

    /** OkHttp shares connections only between clients whose resolvers are equal. */
    @Override
    public boolean equals(Object other) {
        return other instanceof AbandonableDns dns && dns.delegate.equals(delegate);
    }

    @Override
    public int hashCode() {
        return delegate.hashCode();
    }
}
