package dev.openvenue.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.signing.Credentials;
import dev.openvenue.core.signing.SigningKey;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What all simulated venues have in common, tried at one of them. */
final class VenueSimulatorTest {
    private static final String TIME = "/api/v2/public/time";

    private final TestClock clock = new TestClock(Instant.ofEpochMilli(1_700_000_000_000L));
    private final VenueSimulator venue = VenueSimulator.start("bitget", clock);

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void unknownVenueIsNamedBesideTheKnownOnes() {
        assertThatThrownBy(() -> VenueSimulator.start("mtgox"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no simulator for the venue 'mtgox'; there is one for "
                        + String.join(", ", VenueSimulator.venues())
                        + ". Another one is a class that implements Venue");
    }

    @Test
    void listensOnTheLoopbackAddressOnly() {
        assertThat(venue.baseUrl()).matches("http://127\\.0\\.0\\.1:\\d+");
    }

    @Test
    void inventsTheSameCredentialsEachTimeAndOthersForEachSimulator() {
        Credentials credentials = venue.credentials();
        assertThat(venue.credentials()).isSameAs(credentials);
        try (VenueSimulator other = VenueSimulator.start("bitget")) {
            assertThat(other.credentials().apiKey()).isNotEqualTo(credentials.apiKey());
        }
    }

    @Test
    void keyOfAnUnsupportedKindIsRejected() {
        assertThatThrownBy(() -> venue.credentials(SigningKey.Algorithm.SECP256K1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The venue 'bitget' takes no key of kind SECP256K1; it takes [HMAC_SHA256, RSA_SHA256]");
    }

    @Test
    void printsNoSecrets() {
        Credentials credentials = venue.credentials();
        assertThat(venue.toString()).isEqualTo("VenueSimulator[bitget at " + venue.baseUrl() + "]");
        assertThat(AccountKey.hmac("key", "secret").toString()).isEqualTo("AccountKey[HMAC_SHA256]");
        assertThat(credentials.toString()).doesNotContain(credentials.apiKey());
    }

    @Test
    void clockCanBeSkewedEitherWay() {
        venue.skewClock(Duration.ofSeconds(40));
        assertThat(venue.now()).isEqualTo(clock.instant().plusSeconds(40));
        venue.skewClock(Duration.ofSeconds(-40));
        assertThat(venue.now()).isEqualTo(clock.instant().minusSeconds(40));
    }

    @Test
    void limitsAreCountedAndOnlyEnforcedOnDemand() throws IOException {
        for (int i = 0; i < 21; i++) {
            assertThat(time().status()).isEqualTo(200);
        }
        assertThat(venue.requests().peak("getServerTime")).isEqualTo(21);
        assertThat(venue.requests().peak("placeOrder")).isZero();

        venue.enforceLimits(true);
        assertThat(time().status()).isEqualTo(429);
        clock.advance(Duration.ofSeconds(1));
        assertThat(time().headers().get("x-mbx-used-remain-limit")).isEqualTo("19");
    }

    @Test
    void windowSlides() throws IOException {
        venue.enforceLimits(true);
        for (int i = 0; i < 19; i++) {
            time();
        }
        clock.advance(Duration.ofMillis(600));
        assertThat(time().headers().get("x-mbx-used-remain-limit")).isEqualTo("0");
        assertThat(time().status()).isEqualTo(429);
        clock.advance(Duration.ofMillis(400));
        assertThat(time().headers().get("x-mbx-used-remain-limit")).isEqualTo("18");
        assertThat(venue.requests().peak("getServerTime")).isEqualTo(21);
        assertThat(venue.requests().count("getServerTime")).isEqualTo(22);
    }

    @Test
    void requestLogForgetsTheOldestAndKeepsCounting() {
        RequestLog log = new RequestLog(Map.of(), new RequestLimiter());
        for (int i = 0; i < 10_001; i++) {
            log.add(new ReceivedRequest(i, "GET", "/" + i, "getServerTime", Instant.EPOCH, true, false));
        }
        assertThat(log.all()).hasSize(10_000);
        assertThat(log.all().get(0).path()).isEqualTo("/1");
        assertThat(log.count("getServerTime")).isEqualTo(10_001);
    }

    @Test
    void negativeCancelLatencyIsRejected() {
        assertThatThrownBy(() -> venue.cancelLatency(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The cancel latency is -1 queries; it cannot be below 0");
    }

    @Test
    void closedSimulatorNoLongerResponds() {
        venue.close();
        assertThatThrownBy(this::time).isInstanceOf(IOException.class);
    }

    private RawHttp.Received time() throws IOException {
        return RawHttp.get(venue.baseUrl() + TIME, Map.of());
    }
}
