package dev.openvenue.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.CallOptions;
import dev.openvenue.core.RetryPolicy;
import dev.openvenue.core.VenueClient;
import dev.openvenue.core.VenueClientBuilder;
import dev.openvenue.core.error.TransportException;
import dev.openvenue.simulator.Fault;
import dev.openvenue.simulator.VenueSimulator;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An HTTP/2 connection that died silently costs one attempt a few pings, and does not cost every call its deadline. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class StalledConnectionTest {
    private final VenueSimulator simulator = VenueSimulator.startHttp2("bitget", InstantSource.system());

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void callThatFindsOutFailsAndTheNextOneOpensAnother() {
        try (VenueClient client = client().retryPolicy(RetryPolicy.none()).build()) {
            simulator.faults().on("getServerTime").next(Fault.stallsConnection());
            assertThat(time(client)).isNotNull();

            assertThatThrownBy(() -> time(client)).isInstanceOf(TransportException.class);

            assertThat(time(client)).isNotNull();
            assertThat(simulator.requests().count("getServerTime")).isEqualTo(2);
        }
    }

    @Test
    void callThatMayBeRetriedFindsOutByItself() {
        try (VenueClient client = client().build()) {
            simulator.faults().on("getServerTime").next(Fault.stallsConnection());
            assertThat(time(client)).isNotNull();

            assertThat(time(client)).isNotNull();
        }
    }

    private VenueClientBuilder<? extends VenueClient> client() {
        OkHttpClient http2 = new OkHttpClient.Builder()
                .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
                .readTimeout(Duration.ZERO)
                .pingInterval(Duration.ofMillis(500))
                .build();
        return Venue.of("bitget").client().baseUrl(simulator.baseUrl()).httpClient(http2);
    }

    /** With a deadline that only a failing test reaches. */
    private static @Nullable Object time(VenueClient client) {
        return client.operations()
                .find("getServerTime")
                .call(Map.of())
                .with(CallOptions.timeout(Duration.ofMinutes(5)))
                .execute();
    }
}
