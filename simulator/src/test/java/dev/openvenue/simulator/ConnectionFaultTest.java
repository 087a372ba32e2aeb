package dev.openvenue.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that die silently, and responses that never end. */
@Timeout(60)
final class ConnectionFaultTest {
    private static final String RESPONSE = "{\"code\":\"00000\",\"msg\":\"success\",\"requestTime\":1700000000000,"
            + "\"data\":{\"serverTime\":\"1700000000000\"}}";
    private static final InstantSource CLOCK = new TestClock(Instant.ofEpochMilli(1_700_000_000_000L));

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void stalledConnectionIsDeafAndANewOneIsNot(boolean http2) throws IOException {
        try (VenueSimulator venue = start(http2)) {
            venue.faults().on("getServerTime").next(Fault.none(), Fault.stallsConnection());
            OkHttpClient patient = client(http2, Duration.ofSeconds(20));
            assertThat(time(venue, patient)).isEqualTo(RESPONSE);
            assertThat(time(venue, patient)).isEqualTo(RESPONSE);

            OkHttpClient impatient =
                    patient.newBuilder().callTimeout(Duration.ofMillis(300)).build();
            assertThatThrownBy(() -> time(venue, impatient)).isInstanceOf(InterruptedIOException.class);

            assertThat(venue.requests().count("getServerTime")).isEqualTo(2);
            assertThat(time(venue, client(http2, Duration.ofSeconds(20)))).isEqualTo(RESPONSE);
        }
    }

    @Test
    void responseTricklesUntilTheClientGivesUp() throws IOException {
        try (VenueSimulator venue = start(false)) {
            venue.faults().on("getServerTime").next(Fault.trickle(Duration.ofMillis(5)));
            OkHttpClient client = client(false, Duration.ofSeconds(20))
                    .newBuilder()
                    .callTimeout(Duration.ofMillis(300))
                    .build();
            assertThatThrownBy(() -> time(venue, client)).isInstanceOf(InterruptedIOException.class);
            assertThat(venue.completedActions().count("getServerTime")).isOne();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void trickleEndsWithTheDocumentWhenToldTo(boolean http2) throws IOException {
        try (VenueSimulator venue = start(http2)) {
            venue.faults().on("getServerTime").next(Fault.trickle(Duration.ofMillis(1), 3));
            assertThat(time(venue, client(http2, Duration.ofSeconds(20)))).isEqualTo("   " + RESPONSE);
        }
    }

    private static VenueSimulator start(boolean http2) {
        return http2 ? VenueSimulator.startHttp2("bitget", CLOCK) : VenueSimulator.start("bitget", CLOCK);
    }

    private static OkHttpClient client(boolean http2, Duration timeout) {
        return new OkHttpClient.Builder()
                .protocols(List.of(http2 ? Protocol.H2_PRIOR_KNOWLEDGE : Protocol.HTTP_1_1))
                .retryOnConnectionFailure(false)
                .readTimeout(timeout)
                .build();
    }

    private static String time(VenueSimulator venue, OkHttpClient client) throws IOException {
        Request request = new Request.Builder()
                .url(venue.baseUrl() + "/api/v2/public/time")
                .build();
        try (Response response = client.newCall(request).execute()) {
            return response.body().string();
        }
    }
}
