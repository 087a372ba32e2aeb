package dev.openvenue.core;

import java.io.IOException;
import java.net.ProtocolException;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * A network interceptor, the last one before the wire: records that the attempt leaves this process, stops it on a
 * connection whose responses do not belong to its requests, and keeps OkHttp from sending anything twice. OkHttp
 * retries any request by itself after {@code 503} with {@code Retry-After: 0}, so that header is hidden from it; should
 * it ever resend for another reason, the second request ends here. So does a response of a negative length, which
 * OkHttp can neither read nor close.
 */
final class ResendGuardInterceptor implements Interceptor {
    private static final Set<Integer> REPEATED_BY_OKHTTP = Set.of(408, 503);
    private static final long UNKNOWN_LENGTH = -1;

    private final InstantSource clock;

    ResendGuardInterceptor(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        CallState<?> state = CallState.of(chain.request());
        Connection connection = Objects.requireNonNull(chain.connection(), "a network interceptor has a connection");
        WatchedSocket socket = WatchedSocket.below(connection);
        if (socket != null) {
            socket.depart(connection.socket());
        }
        state.leave(clock.instant());
        Response proceeded = chain.proceed(chain.request());
        Response response = socket == null ? proceeded : socket.arrive(proceeded);
        state.attempt().responded(Attempt.Head.of(response, clock.instant()));
        if (response.body().contentLength() < UNKNOWN_LENGTH) {
            // An exception from here releases the connection.
            throw new ProtocolException(
                    "the Content-Length is " + response.body().contentLength());
        }
        return REPEATED_BY_OKHTTP.contains(response.code())
                ? response.newBuilder().removeHeader("Retry-After").build()
                : response;
    }
}
