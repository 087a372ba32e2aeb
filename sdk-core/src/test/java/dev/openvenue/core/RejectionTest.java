package dev.openvenue.core;

import static dev.openvenue.core.SampleVenue.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.SampleApi.NewOrder;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorCatalogue.Remedy;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.RejectedException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is certain after a rejection, and how long to wait. */
class RejectionTest {
    private static final String LOOK = "outcome unknown: look the order up before retrying)";

    @RegisterExtension
    final SampleVenue venue = new SampleVenue();

    @ParameterizedTest
    @CsvSource(textBlock = """
            200, OTHER,             UNKNOWN,      LOOK_UP_ORDER
            400, OTHER,             UNKNOWN,      LOOK_UP_ORDER
            401, AUTHENTICATION,    NONE, NONE
            403, PERMISSION,        NONE, NONE
            404, OTHER,             UNKNOWN,      LOOK_UP_ORDER
            408, VENUE_UNAVAILABLE, UNKNOWN,      LOOK_UP_ORDER
            429, RATE_LIMIT,        NONE, WAIT
            500, VENUE_UNAVAILABLE, UNKNOWN,      LOOK_UP_ORDER
            503, VENUE_UNAVAILABLE, UNKNOWN,      LOOK_UP_ORDER
            """)
    void codeThatTheCatalogueDoesNotListIsCertainOnlyIfTheStatusRejectsTheCaller(
            int status, ErrorKind kind, Effect effect, Remedy remedy) {
        venue.responds(status, "{\"code\":\"X9\",\"msg\":\"new\"}");

        RejectedException e = failure(once().placeOrder(NewOrder.BUY), RejectedException.class);

        assertThat(e.code()).isEqualTo("X9");
        assertThat(e.kind()).isEqualTo(kind);
        assertThat(e.effect()).isEqualTo(effect);
        assertThat(e.remedy()).isEqualTo(remedy);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            400, OTHER,             NONE, NONE
            401, AUTHENTICATION,    NONE, NONE
            404, OTHER,             NONE, NONE
            408, VENUE_UNAVAILABLE, UNKNOWN,      LOOK_UP_ORDER
            409, OTHER,             UNKNOWN,      LOOK_UP_ORDER
            413, OTHER,             NONE, NONE
            422, OTHER,             UNKNOWN,      LOOK_UP_ORDER
            425, OTHER,             NONE, NONE
            429, RATE_LIMIT,        NONE, WAIT
            499, OTHER,             UNKNOWN,      LOOK_UP_ORDER
            502, VENUE_UNAVAILABLE, UNKNOWN,      LOOK_UP_ORDER
            """)
    void pageOfAGatewayIsClassifiedByItsStatus(int status, ErrorKind kind, Effect effect, Remedy remedy) {
        venue.responds(status, "<html>");

        RejectedException e = failure(once().placeOrder(NewOrder.BUY), RejectedException.class);

        assertThat(e.code()).isEqualTo("HTTP " + status);
        assertThat(e.kind()).isEqualTo(kind);
        assertThat(e.effect()).isEqualTo(effect);
        assertThat(e.remedy()).isEqualTo(remedy);
    }

    @Test
    void successUnderAStatusOfFailureMayHaveBeenExecuted() {
        venue.responds(400, "{\"code\":0,\"data\":{\"orderId\":\"1\"}}");

        RejectedException e = failure(once().placeOrder(NewOrder.BUY), RejectedException.class);

        assertThat(e).hasMessage("Sample rejected placeOrder: HTTP 400 (" + LOOK);
        assertThat(e.effect()).isEqualTo(Effect.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            400, 2001, INSUFFICIENT_FUNDS, UNKNOWN,      LOOK_UP_ORDER
            400, 3002, MARKET_UNAVAILABLE, UNKNOWN,      LOOK_UP_ORDER
            429, 3001, RATE_LIMIT,         NONE, WAIT
            400, 5001, VENUE_UNAVAILABLE,  UNKNOWN,      LOOK_UP_ORDER
            401, X9,   AUTHENTICATION,     UNKNOWN,      LOOK_UP_ORDER
            """)
    void codeOfASingleOrderSaysNothingOfABatchUnlessTheOperationSaysSo(
            int status, String code, ErrorKind kind, Effect effect, Remedy remedy) {
        venue.responds(status, "{\"code\":\"" + code + "\"}");

        RejectedException e = failure(once().placeAll(Map.of("orders", "2")), RejectedException.class);

        assertThat(e.kind()).isEqualTo(kind);
        assertThat(e.effect()).isEqualTo(effect);
        assertThat(e.remedy()).isEqualTo(remedy);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            7                             |                               | PT7S
            Fri, 02 Jan 2026 03:05:05 GMT |                               | PT59.322S
            Fri, 02 Jan 2026 03:05:05 GMT | Fri, 02 Jan 2026 03:05:00 GMT | PT5S
            Fri, 02 Jan 2026 03:00:00 GMT |                               | PT0S
            601                           |                               | PT10M
            999999999                     |                               | PT10M
            99999999999999999999          |                               | PT10M
            Fri, 31 Dec 9999 23:59:59 GMT |                               | PT10M
            """)
    void waitIsReadFromSecondsAndFromADateOfTheVenuesClockAndIsBounded(String wait, String date, Duration expected) {
        venue.responds(429, "", "Retry-After: " + wait, "Date: " + (date == null ? "no" : date));

        assertThat(waitAsked()).contains(expected);
    }

    @Test
    void waitThatCannotBeReadIsNone() {
        venue.responds(503, "", "Retry-After: soon");

        assertThat(waitAsked()).isEmpty();
    }

    private Optional<Duration> waitAsked() {
        return failure(once().placeOrder(NewOrder.BUY), RejectedException.class).retryAfter();
    }

    private SampleApi once() {
        return venue.builder().retryPolicy(RetryPolicy.none()).build().api();
    }
}
