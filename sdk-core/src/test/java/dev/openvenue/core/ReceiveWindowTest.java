package dev.openvenue.core;

import static dev.openvenue.core.SampleVenue.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.TransportException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which orders are sent again after an unknown outcome, and when the venue can no longer take the first attempt. */
class ReceiveWindowTest {
    private static final String NOT_FOUND = "{\"code\":2003}";
    private static final String PLACED = "{\"code\":0,\"data\":{\"orderId\":\"2\"}}";

    @RegisterExtension
    final SampleVenue venue = new SampleVenue();

    @Test
    void orderIsSentAgainWhenTheVenueCanNoLongerTakeTheFirstAttempt() {
        venue.dropsTheConnection()
                .responds(none(200))
                .responds(none(2600))
                .responds(none(5000))
                .responds(PLACED);

        VenueResponse<SampleApi.Order> response =
                api(RetryPolicy.DEFAULT).placeGuarded(order()).executeWithResponse();

        RecordedRequest first = venue.request();
        assertThat(response.attempts()).isEqualTo(2);
        assertThat(first.getBody().utf8()).isEqualTo("{\"size\":\"1\",\"clientOid\":\"mine-1\",\"window\":\"3000\"}");
        assertThat(first.getHeaders().get("Sample-Sign")).isEqualTo(SampleVenue.expectedSignature(first));
        assertThat(venue.pauses)
                .containsExactly(Duration.ofMillis(200), Duration.ofMillis(2400), Duration.ofMillis(2400));
    }

    @Test
    void windowIsCountedByTheVenuesClock() {
        venue.dropsTheConnection().responds(none(-20_000));

        TransportException e = failure(api(RetryPolicy.DEFAULT).placeGuarded(order()), TransportException.class);

        assertThat(e)
                .hasMessage(
                        "placeGuarded was not retried: no order of it was seen yet, but an earlier attempt may still"
                                + " be executed for 25 s, and the deadline of 10 s passes before"
                                + " (outcome unknown: look the order up before retrying)");
    }

    @Test
    void clockIsMeasuredWhereTheVenueDoesNotStateItsTime() {
        String ahead = "{\"code\":0,\"data\":{\"serverTime\":" + (SampleVenue.NOW.toEpochMilli() + 1200) + "}}";
        venue.dropsTheConnection()
                .responds(400, NOT_FOUND)
                .responds(ahead)
                .responds(ahead)
                .responds(ahead)
                .responds(400, NOT_FOUND)
                .responds(400, NOT_FOUND)
                .responds(PLACED);

        api(RetryPolicy.DEFAULT).placeGuarded(order()).execute();

        assertThat(venue.pauses)
                .containsExactly(Duration.ofMillis(200), Duration.ofMillis(1900), Duration.ofMillis(1900));
    }

    @Test
    void callersOwnWindowIsSentAndWaitedFor() {
        venue.dropsTheConnection()
                .responds(none(200))
                .responds(none(1700))
                .responds(none(3200))
                .responds(PLACED);

        api(RetryPolicy.DEFAULT).placeGuarded(order("window", "1000")).execute();

        assertThat(venue.request().getBody().utf8())
                .isEqualTo("{\"size\":\"1\",\"clientOid\":\"mine-1\",\"window\":\"1000\"}");
        assertThat(venue.pauses)
                .containsExactly(Duration.ofMillis(200), Duration.ofMillis(1400), Duration.ofMillis(1400));
    }

    @Test
    void windowThatCannotBeReadIsNeverOver() {
        venue.dropsTheConnection().responds(none(200));

        assertThat(failure(api(RetryPolicy.DEFAULT).placeGuarded(order("window", "soon")), TransportException.class))
                .hasMessageContaining("may still be executed for 86401.8 s, and the deadline of 10 s passes before");
    }

    @Test
    void orderThatIsNeverSentAgainNeedsNoWindow() {
        venue.responds(PLACED).responds(PLACED);

        api(RetryPolicy.none()).placeGuarded(order()).execute();
        api(RetryPolicy.DEFAULT).placeGuarded(Map.of("size", "1")).execute();

        assertThat(venue.request().getBody().utf8()).isEqualTo("{\"size\":\"1\",\"clientOid\":\"mine-1\"}");
        assertThat(venue.request().getBody().utf8()).isEqualTo("{\"size\":\"1\"}");
    }

    @ParameterizedTest
    @CsvSource({"kind,trigger,1", "type,market,1", "force,ioc,1", "kind,plain,2", "force,gtc,2"})
    void ordersWhoseClientIdIsIgnoredOrThatFillAtOnceAreNotSentAgain(String name, String value, int placed) {
        venue.dropsTheConnection()
                .responds(none(200))
                .responds(none(2600))
                .responds(none(5000))
                .responds(PLACED);

        VenueCall<SampleApi.Order> call = api(RetryPolicy.DEFAULT).placeGuarded(order(name, value));

        if (placed == 1) {
            assertThat(failure(call, TransportException.class).effect()).isEqualTo(Effect.UNKNOWN);
            assertThat(venue.server.getRequestCount()).isEqualTo(1);
        } else {
            assertThat(call.executeWithResponse().attempts()).isEqualTo(placed);
        }
    }

    @Test
    void ordersThatFillAtOnceAreSentAgainIfThePolicySaysSo() {
        venue.dropsTheConnection()
                .responds(none(200))
                .responds(none(2600))
                .responds(none(5000))
                .responds(PLACED);

        SampleApi api = api(RetryPolicy.DEFAULT.withImmediateOrders());

        assertThat(api.placeGuarded(order("type", "market"))
                        .executeWithResponse()
                        .attempts())
                .isEqualTo(2);
    }

    @Test
    void ordersWhoseClientIdIsIgnoredAreNeverSentAgain() {
        venue.dropsTheConnection();
        SampleApi api = api(RetryPolicy.DEFAULT.withImmediateOrders());

        failure(api.placeGuarded(order("kind", "trigger")), TransportException.class);

        assertThat(venue.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void orderOfAnyKindIsSentAgainAfterItWasCertainlyNotExecuted() {
        venue.responds(429, "").responds(PLACED);

        assertThat(api(RetryPolicy.DEFAULT)
                        .placeGuarded(order("kind", "trigger"))
                        .executeWithResponse()
                        .attempts())
                .isEqualTo(2);
    }

    private SampleApi api(RetryPolicy policy) {
        return venue.builder()
                .nanoTime(() -> Duration.between(SampleVenue.NOW, venue.now).toNanos())
                .deadlineTimer(new ManualDeadlines())
                .retryPolicy(policy)
                .build()
                .api();
    }

    private static Map<String, String> order(String... more) {
        Map<String, String> order = new LinkedHashMap<>();
        order.put("size", "1");
        order.put("clientOid", "mine-1");
        for (int i = 0; i < more.length; i += 2) {
            order.put(more[i], more[i + 1]);
        }
        return order;
    }

    /** The venue knows no such order, so many milliseconds after the beginning by its clock. */
    private static String none(long millis) {
        return "{\"code\":0,\"time\":" + SampleVenue.NOW.plusMillis(millis).toEpochMilli() + ",\"data\":[]}";
    }
}
