package dev.openvenue.benchmarks.gate;

import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Where an interceptor is the only one, and nothing is sent. */
record LastChain(Request request) implements Interceptor.Chain {
    private static final int TIMEOUT = 0;

    @Override
    public Response proceed(Request signed) {
        return new Response.Builder()
                .request(signed)
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("")
                .build();
    }

    @Override
    public Call call() {
        throw new UnsupportedOperationException("Nothing is called");
    }

    @Override
    public @Nullable Connection connection() {
        return null;
    }

    @Override
    public int connectTimeoutMillis() {
        return TIMEOUT;
    }

    @Override
    public int readTimeoutMillis() {
        return TIMEOUT;
    }

    @Override
    public int writeTimeoutMillis() {
        return TIMEOUT;
    }

    @Override
    public Interceptor.Chain withConnectTimeout(int timeout, TimeUnit unit) {
        return this;
    }

    @Override
    public Interceptor.Chain withReadTimeout(int timeout, TimeUnit unit) {
        return this;
    }

    @Override
    public Interceptor.Chain withWriteTimeout(int timeout, TimeUnit unit) {
        return this;
    }
}
