package dev.openvenue.core;

import java.time.Duration;
import java.util.List;
import okhttp3.Authenticator;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/** Makes the OkHttp client that sends a venue's calls. */
final class HttpClients {
    private HttpClients() {}

    /** Only its deadline ends a call. */
    static OkHttpClient own() {
        return new OkHttpClient.Builder()
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .build();
    }

    /** Puts the SDK's rules on top of a client. */
    static OkHttpClient withRules(
            OkHttpClient base,
            Duration pingInterval,
            CallThreads threads,
            List<Interceptor> interceptors,
            Interceptor beforeTheWire) {
        OkHttpClient.Builder builder = base.newBuilder()
                // OkHttp would silently send a POST again, and the order would be placed twice.
                .retryOnConnectionFailure(false)
                .authenticator(Authenticator.NONE)
                // A redirect would carry API key and signature to another host.
                .followRedirects(false)
                .followSslRedirects(false)
                // A response about orders must never come from memory.
                .cache(null)
                .callTimeout(Duration.ZERO)
                .socketFactory(NoDelaySocketFactory.around(base.socketFactory()))
                .dns(new AbandonableDns(base.dns(), threads))
                .addNetworkInterceptor(beforeTheWire);
        if (base.pingIntervalMillis() == 0) {
            // A connection that a firewall dropped looks healthy, and every call would use it until the kernel gives
            // up, after a quarter of an hour.
            builder.pingInterval(pingInterval);
        }
        interceptors.forEach(builder::addInterceptor);
        return builder.build();
    }
}
