package dev.openvenue.core;

import static dev.openvenue.core.SampleVenue.asyncFailure;
import static dev.openvenue.core.SampleVenue.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.SampleApi.NewOrder;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.RejectedException;
import java.time.Duration;
import mockwebserver3.RecordedRequest;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ClockSkewTest {
    private static final String WRONG_TIME = "{\"code\":1001,\"msg\":\"timestamp expired\"}";
    private static final String STILL_WRONG = "{\"code\":1002,\"msg\":\"timestamp expired\"}";
    private static final String PLACED = "{\"code\":0,\"data\":{\"orderId\":\"1\"}}";

    @RegisterExtension
    final SampleVenue venue = new SampleVenue();

    @Test
    void wrongClockIsHealedAndTheOrderSentOnceMore() {
        venue.responds(400, WRONG_TIME);
        measures(5000).responds(PLACED);
        SampleClient client = venue.builder().build();

        VenueResponse<SampleApi.Order> response =
                client.api().placeOrder(NewOrder.BUY).executeWithResponse();

        RecordedRequest first = venue.request();
        RecordedRequest measurement = venue.request();
        venue.request();
        venue.request();
        RecordedRequest second = venue.request();
        assertThat(response.attempts()).isEqualTo(2);
        assertThat(first.getHeaders().get("Sample-Time")).isEqualTo("1767323045678");
        assertThat(measurement.getTarget()).isEqualTo("/time");
        assertThat(measurement.getHeaders().names()).doesNotContain("Sample-Key", "Sample-Sign");
        assertThat(second.getHeaders().get("Sample-Time")).isEqualTo("1767323050678");
        assertThat(second.getHeaders().get("Sample-Sign")).isEqualTo(SampleVenue.expectedSignature(second));
        assertThat(client.clock().offset()).isEqualTo(Duration.ofSeconds(5));
        assertThat(venue.pauses).isEmpty();
    }

    @Test
    void clockIsMeasuredOncePerCallAndNotOncePerRetry() {
        venue.responds(400, WRONG_TIME);
        measures(5000).responds(503, "").responds(400, STILL_WRONG);

        RejectedException e = failure(venue.api().findOrder("1"), RejectedException.class);

        assertThat(e.code()).isEqualTo("1002");
        assertThat(venue.server.getRequestCount()).isEqualTo(6);
    }

    @Test
    void callThatIsCancelledAsTheRejectionArrivesMeasuresNothing() {
        venue.responds(400, WRONG_TIME).responds(timeAhead(5000));
        EventListener cancelling = new EventListener() {
            @Override
            public void responseBodyEnd(Call call, long byteCount) {
                call.cancel();
            }
        };
        SampleApi api = venue.builder()
                .httpClient(new OkHttpClient.Builder().eventListener(cancelling).build())
                .build()
                .api();

        failure(api.placeOrder(NewOrder.BUY), RejectedException.class);

        assertThat(venue.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void secondRejectionOfTheTimeIsPassedOn() {
        venue.responds(400, WRONG_TIME);
        measures(5000).responds(400, STILL_WRONG);

        RejectedException e = failure(venue.api().placeOrder(NewOrder.BUY), RejectedException.class);

        assertThat(e).hasMessage("Sample rejected placeOrder: 1002 timestamp expired (timestamp; no effect)");
        assertThat(venue.server.getRequestCount()).isEqualTo(5);
    }

    @Test
    void secondRejectionOfTheTimeIsPassedOnAsynchronously() {
        venue.responds(400, WRONG_TIME);
        measures(5000).responds(400, STILL_WRONG);

        RejectedException e = asyncFailure(venue.api().placeOrder(NewOrder.BUY), RejectedException.class);

        assertThat(e.code()).isEqualTo("1002");
        assertThat(venue.server.getRequestCount()).isEqualTo(5);
    }

    @Test
    void rejectionIsPassedOnWhenTheTimeCannotBeMeasured() {
        venue.responds(400, WRONG_TIME).responds(500, "");

        RejectedException e = failure(venue.api().placeOrder(NewOrder.BUY), RejectedException.class);

        assertThat(e.code()).isEqualTo("1001");
        assertThat(e.getSuppressed())
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.THROWABLE)
                .hasMessage(
                        "Sample rejected serverTime: HTTP 500 (venue unavailable; it only reads and may be retried)");
        assertThat(venue.server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void unsignedOperationIsNoReasonToMeasure() {
        venue.responds(400, WRONG_TIME);

        RejectedException e = failure(venue.api().lastPrice(), RejectedException.class);

        assertThat(e.kind()).isEqualTo(ErrorKind.TIMESTAMP);
        assertThat(venue.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void codeForAllThatCanBeWrongWithASignatureIsHealedIfItWasTheTime() {
        venue.responds(400, "{\"code\":1003}");
        measures(5000).responds(PLACED);

        assertThat(venue.api().placeOrder(NewOrder.BUY).executeWithResponse().attempts())
                .isEqualTo(2);
    }

    @Test
    void rejectionIsPassedOnWhenTheTimeWasRight() {
        venue.responds(400, "{\"code\":1003}");
        measures(499);

        RejectedException e = failure(venue.api().placeOrder(NewOrder.BUY), RejectedException.class);

        assertThat(e.kind()).isEqualTo(ErrorKind.AUTHENTICATION);
        assertThat(e.effect()).isEqualTo(Effect.NONE);
        assertThat(venue.server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void halfASecondIsWrongEnoughToSendOnceMore() {
        venue.responds(400, "{\"code\":1003}");
        measures(500).responds(PLACED);

        assertThat(venue.api().placeOrder(NewOrder.BUY).executeWithResponse().attempts())
                .isEqualTo(2);
    }

    @Test
    void wrongKeyDoesNotMeasureTheClockWithEveryCall() {
        venue.responds(400, "{\"code\":1003}");
        measures(0).responds(400, "{\"code\":1003}");
        SampleApi api = venue.api();

        failure(api.placeOrder(NewOrder.BUY), RejectedException.class);
        failure(api.placeOrder(NewOrder.BUY), RejectedException.class);

        assertThat(venue.server.getRequestCount()).isEqualTo(5);
    }

    @Test
    void orderThatWasPerhapsExecutedIsNotSentAgainWhateverTheTime() {
        venue.responds(400, "{\"code\":1004}");

        RejectedException e = failure(venue.api().placeOrder(NewOrder.BUY), RejectedException.class);

        assertThat(e.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(venue.server.getRequestCount()).isEqualTo(1);
    }

    /** Three responses, as a measurement asks for. */
    private SampleVenue measures(long millisAhead) {
        return venue.responds(timeAhead(millisAhead))
                .responds(timeAhead(millisAhead))
                .responds(timeAhead(millisAhead));
    }

    private static String timeAhead(long millis) {
        return "{\"code\":0,\"data\":{\"serverTime\":\"" + (1_767_323_045_678L + millis) + "\"}}";
    }
}
