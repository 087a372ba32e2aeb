package dev.openvenue.core;

import static dev.openvenue.core.SampleVenue.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.SampleApi.NewOrder;
import dev.openvenue.core.SampleApi.NewOrders;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.MalformedResponseException;
import dev.openvenue.core.error.RejectedException;
import dev.openvenue.core.error.TransportException;
import dev.openvenue.core.signing.Credentials;
import dev.openvenue.core.signing.SigningKey;
import java.time.Duration;
import java.util.List;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RetryTest {
    private static final String PLACED = "{\"code\":0,\"data\":{\"orderId\":\"1\"}}";
    private static final String TIME = "{\"code\":0,\"data\":{\"serverTime\":1767323050678}}";
    private static final NewOrder NAMED = NewOrder.BUY.withClientOid("mine-1");

    @RegisterExtension
    final SampleVenue venue = new SampleVenue();

    @Test
    void orderWithClientIdIsRetriedAfterAnUnknownOutcome() {
        venue.dropsTheConnection().responds(PLACED);

        VenueResponse<SampleApi.Order> response =
                venue.api().placeOrderOnce(NAMED).executeWithResponse();

        assertThat(response.attempts()).isEqualTo(2);
    }

    @Test
    void orderWithoutClientIdIsNotRetriedAfterAnUnknownOutcome() {
        venue.dropsTheConnection().responds(PLACED);

        failure(venue.api().placeOrderOnce(NewOrder.BUY), TransportException.class);

        assertThat(venue.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void ordersAreRetriedOnlyIfEachHasAClientId() {
        venue.dropsTheConnection().responds("{\"code\":0,\"data\":[]}").dropsTheConnection();

        venue.api().placeOrders(new NewOrders(List.of(NAMED, NAMED))).execute();
        failure(venue.api().placeOrders(new NewOrders(List.of(NAMED, NewOrder.BUY))), TransportException.class);

        assertThat(venue.server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void rejectionAfterAnUnknownOutcomeDoesNotMeanThatNothingWasExecuted() {
        venue.dropsTheConnection().responds(400, "{\"code\":2002,\"msg\":\"duplicate id\"}");

        RejectedException e = failure(venue.api().placeOrderOnce(NAMED), RejectedException.class);

        assertThat(e)
                .hasMessage("Sample rejected placeOrderOnce: 2002 duplicate id (duplicate order; no effect this time,"
                        + " but an earlier attempt may have had one: look the order up before retrying)");
        assertThat(e.effect()).isEqualTo(Effect.UNKNOWN);
    }

    @Test
    void unreachableVenueAfterAnUnknownOutcomeDoesNotMeanThatNothingWasExecuted() {
        venue.dropsTheConnection();
        SampleApi api = venue.builder()
                .sleeper((pause, state) -> venue.server.close())
                .build()
                .api();

        TransportException e = failure(api.placeOrderOnce(NAMED), TransportException.class);

        assertThat(e)
                .hasMessage("placeOrderOnce did not reach Sample: no connection could be made (no effect this time,"
                        + " but an earlier attempt may have had one: look the order up before retrying)");
        assertThat(e.effect()).isEqualTo(Effect.UNKNOWN);
    }

    @Test
    void failureToSignAfterAnUnknownOutcomeDoesNotMeanThatNothingWasExecuted() {
        venue.dropsTheConnection();
        int[] signatures = {0};
        SigningKey breaking = SigningKey.of(SigningKey.Algorithm.HMAC_SHA256, message -> {
            if (signatures[0]++ > 0) {
                throw new IllegalStateException("the key service is away");
            }
            return SampleVenue.hmac(message);
        });
        SampleApi api = venue.builder()
                .credentials(Credentials.of("invented-api-key", breaking))
                .build()
                .api();

        TransportException e = failure(api.placeOrderOnce(NAMED), TransportException.class);

        assertThat(e)
                .hasMessage("placeOrderOnce could not be signed: the key service is away (no effect this time,"
                        + " but an earlier attempt may have had one: look the order up before retrying)");
        assertThat(e.effect()).isEqualTo(Effect.UNKNOWN);
    }

    @Test
    void timeRejectedAfterAnUnknownOutcomeIsHealedAllTheSame() {
        venue.dropsTheConnection()
                .responds(400, "{\"code\":1001}")
                .responds(TIME)
                .responds(TIME)
                .responds(TIME)
                .responds(PLACED);

        assertThat(venue.api().placeOrderOnce(NAMED).executeWithResponse().attempts())
                .isEqualTo(3);
    }

    /** Such is Bitget's "transfer in progress": it may be this very transfer. */
    @Test
    void callThatTheVenueMayBeCarryingOutIsNotRetriedWithOrWithoutAClientId() {
        venue.responds(400, "{\"code\":5002}").responds(400, "{\"code\":5002}");

        failure(venue.api().placeOrderOnce(NewOrder.BUY), RejectedException.class);
        failure(venue.api().placeOrderOnce(NAMED), RejectedException.class);

        assertThat(venue.server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void rejectionThatARetryCannotFixIsNotRetried() {
        venue.responds(400, "{\"code\":2001,\"msg\":\"Insufficient balance\"}");

        RejectedException e = failure(venue.api().placeOrderOnce(NAMED), RejectedException.class);

        assertThat(e)
                .hasMessage(
                        "Sample rejected placeOrderOnce: 2001 Insufficient balance (insufficient funds; no effect)");
        assertThat(venue.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void rejectionThatAsksToWaitIsRetried() {
        venue.responds(400, "{\"code\":3002}").responds(PLACED);

        assertThat(venue.api().placeOrder(NewOrder.BUY).executeWithResponse().attempts())
                .isEqualTo(2);
    }

    @Test
    void refusedConnectionIsRetriedForAnOrderToo() {
        SampleApi api = venue.api();
        venue.server.close();

        failure(api.placeOrder(NewOrder.BUY), TransportException.class);

        assertThat(venue.pauses).containsExactly(Duration.ofMillis(200), Duration.ofMillis(400));
    }

    @Test
    void queryIsRetriedAfterAServerErrorWhateverItsCodeSays() {
        venue.responds(500, "{\"code\":2001}").responds(PLACED);

        assertThat(venue.api().findOrder("1").executeWithResponse().attempts()).isEqualTo(2);
    }

    @Test
    void asynchronousQueryIsRetriedToo() {
        venue.dropsTheConnection().responds(503, "").responds(PLACED);

        assertThat(venue.api().findOrder("1").executeWithResponseAsync().join().attempts())
                .isEqualTo(3);
    }

    @Test
    void responseThatWasCutOffIsRetried() {
        venue.cutsOff(PLACED).responds(PLACED);

        assertThat(venue.api().findOrder("1").executeWithResponse().attempts()).isEqualTo(2);
    }

    @Test
    void responseThatIsNotJsonIsNotRetried() {
        venue.responds("<html>");

        failure(venue.api().findOrder("1"), MalformedResponseException.class);

        assertThat(venue.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void pauseIsAsLongAsTheVenueAsks() {
        venue.responds(429, "", "Retry-After: 3")
                .responds(429, "", "Retry-After: 0")
                .responds(PLACED);

        venue.api().findOrder("1").execute();

        assertThat(venue.pauses).containsExactly(Duration.ofSeconds(3), Duration.ofMillis(400));
    }

    @Test
    void pauseThatLeavesNoTimeForTheNextAttemptIsNotMade() {
        venue.responds(429, "", "Retry-After: 10");
        SampleApi api = venue.builder().nanoTime(() -> 0).build().api();

        RejectedException e = failure(api.findOrder("1"), RejectedException.class);

        assertThat(e).hasMessage("Sample rejected findOrder: HTTP 429 (rate limit; no effect)");
        assertThat(venue.pauses).isEmpty();
    }

    @Test
    void callThatIsCancelledAsItFailsMakesNoPause() {
        venue.responds(503, "");
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

        RejectedException e = failure(api.findOrder("1"), RejectedException.class);

        assertThat(e.code()).isEqualTo("HTTP 503");
        assertThat(venue.pauses).isEmpty();
    }

    @Test
    void callThatIsCancelledInAPauseEndsInWhatWentBefore() {
        venue.responds(503, "");
        SampleApi api = venue.builder()
                .sleeper((pause, state) -> state.end().call().cancel())
                .build()
                .api();

        RejectedException e = failure(api.findOrder("1"), RejectedException.class);

        assertThat(e.code()).isEqualTo("HTTP 503");
    }

    @Test
    void pausesGrowUpToTheCapAndAreRandomBelowIt() {
        RetryPolicy policy = new RetryPolicy(9, Duration.ofMillis(100), Duration.ofMillis(350));

        assertThat(policy.pause(1, 1)).isEqualTo(Duration.ofMillis(100));
        assertThat(policy.pause(2, 1)).isEqualTo(Duration.ofMillis(200));
        assertThat(policy.pause(3, 1)).isEqualTo(Duration.ofMillis(350));
        assertThat(policy.pause(2000, 1)).isEqualTo(Duration.ofMillis(350));
        assertThat(policy.pause(2, 0.25)).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void policyWithoutAttemptsIsRejected() {
        assertThatThrownBy(() -> new RetryPolicy(0, Duration.ZERO, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxAttempts is 0; it must be at least 1");
    }

    @Test
    void policyWithPausesThatMakeNoSenseIsRejected() {
        assertThatThrownBy(() -> new RetryPolicy(1, Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The pauses are PT2S up to PT1S; they must not be negative, and the cap not below the base");
    }

    @Test
    void policyWithPausesThatNoDeadlineOutlastsIsRejected() {
        Duration year = Duration.ofDays(365);
        RetryPolicy longest = new RetryPolicy(1000, year, year);

        assertThat(longest.pause(999, 1)).isEqualTo(year);
        assertThatThrownBy(() -> new RetryPolicy(2, Duration.ZERO, year.plusNanos(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The pauses are PT0S up to PT8760H0.000000001S; they must not be longer than 365 days");
        assertThatThrownBy(() ->
                        new RetryPolicy(2, Duration.ofSeconds(Long.MAX_VALUE), Duration.ofSeconds(Long.MAX_VALUE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The pauses are PT2562047788015215H30M7S up to PT2562047788015215H30M7S;"
                        + " they must not be longer than 365 days");
    }
}
