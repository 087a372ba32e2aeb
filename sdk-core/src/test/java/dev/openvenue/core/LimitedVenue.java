package dev.openvenue.core;

import dev.openvenue.core.limit.RateLimits;
import dev.openvenue.core.limit.VirtualLimitTime;
import dev.openvenue.fixtures.NoDelayServerSocketFactory;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The venue with limits as a server on this machine. Calls go over real sockets; only the time of the limits and
 * deadlines is virtual.
 */
final class LimitedVenue implements BeforeEachCallback, AfterEachCallback {
    static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    static final CallOptions SHORT = ManualDeadlines.SHORT;
    static final CallOptions LONG = CallOptions.timeout(Duration.ofMinutes(1));

    final VirtualLimitTime time = new VirtualLimitTime();
    final ManualDeadlines deadlines = new ManualDeadlines();
    final RateLimits limits = time.limits();
    final MockWebServer server = new MockWebServer();

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        server.setServerSocketFactory(new NoDelayServerSocketFactory());
        server.start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        server.close();
    }

    VenueClientBuilder<LimitedClient> builder() {
        return deadlines
                .rule(LimitedClient.builder())
                .baseUrl("http://127.0.0.1:" + server.getPort())
                .rateLimits(limits)
                .clock(() -> NOW)
                .jitter(() -> 0)
                .sleeper((pause, state) -> {});
    }

    /** A client that Retries what it may. */
    LimitedApi api() {
        return builder().build().api();
    }

    /** A client that retries nothing. */
    LimitedApi once() {
        return builder().retryPolicy(RetryPolicy.none()).build().api();
    }

    void responds(int times) {
        for (int i = 0; i < times; i++) {
            server.enqueue(ok().build());
        }
    }

    void rejects(int status, String body, String... headers) {
        MockResponse.Builder response = new MockResponse.Builder().code(status).body(body);
        for (String header : headers) {
            response.addHeader(header);
        }
        server.enqueue(response.build());
    }

    static MockResponse.Builder ok() {
        return new MockResponse.Builder().body("{\"code\":\"0\",\"data\":\"ok\"}");
    }
}
