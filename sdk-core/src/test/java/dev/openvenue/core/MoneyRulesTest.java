package dev.openvenue.core;

import static dev.openvenue.core.SampleVenue.asyncFailure;
import static dev.openvenue.core.SampleVenue.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.SampleApi.NewOrder;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.RejectedException;
import dev.openvenue.core.error.TransportException;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The rules that money depends on, seen from the venue's side of the wire. */
class MoneyRulesTest {
    private static final String PLACED = "{\"code\":0,\"data\":{\"orderId\":\"1\"}}";
    private static final String DROPPED = "No response from Sample to placeOrder: the connection was closed"
            + " (outcome unknown: look the order up before retrying)";

    @RegisterExtension
    final SampleVenue venue = new SampleVenue();

    @Test
    void orderIsSentOnceWhenTheConnectionBreaksAfterIt() {
        venue.dropsTheConnection().responds(PLACED);

        TransportException e = failure(venue.api().placeOrder(NewOrder.BUY), TransportException.class);

        assertThat(e).hasMessage(DROPPED);
        assertThat(e.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(venue.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void asynchronousOrderIsSentOnceWhenTheConnectionBreaksAfterIt() {
        venue.dropsTheConnection().responds(PLACED);

        TransportException e = asyncFailure(venue.api().placeOrder(NewOrder.BUY), TransportException.class);

        assertThat(e).hasMessage(DROPPED);
        assertThat(e.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(venue.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void orderOnAReusedConnectionIsSentOnce() {
        venue.responds(PLACED).dropsTheConnection().responds(PLACED);
        SampleApi api = venue.api();
        api.placeOrder(NewOrder.BUY).execute();

        TransportException e = failure(api.placeOrder(NewOrder.BUY), TransportException.class);

        assertThat(e).hasMessage(DROPPED);
        assertThat(venue.server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void refusedConnectionMeansNotExecuted() {
        SampleApi api = venue.builder().retryPolicy(RetryPolicy.none()).build().api();
        venue.server.close();

        TransportException e = failure(api.placeOrder(NewOrder.BUY), TransportException.class);

        assertThat(e).hasMessage("placeOrder did not reach Sample: no connection could be made (no effect)");
        assertThat(e.effect()).isEqualTo(Effect.NONE);
    }

    @Test
    void redirectToAnotherHostIsNotFollowed() throws IOException {
        try (MockWebServer stranger = new MockWebServer()) {
            stranger.start();
            venue.responds(307, "", "Location: http://127.0.0.1:" + stranger.getPort() + "/orders");

            RejectedException e = failure(venue.api().placeOrder(NewOrder.BUY), RejectedException.class);

            assertThat(e)
                    .hasMessage("Sample rejected placeOrder: HTTP 307 (redirects are not followed;"
                            + " outcome unknown: look the order up before retrying)");
            assertThat(e.effect()).isEqualTo(Effect.UNKNOWN);
            assertThat(stranger.getRequestCount()).isZero();
            assertThat(venue.server.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void signedBytesOfAJsonBodyAreTheBytesSent() {
        venue.responds(PLACED);

        venue.api().placeOrder(NewOrder.BUY.withClientOid("ä €")).execute();

        RecordedRequest request = venue.request();
        assertThat(request.getBody().utf8())
                .isEqualTo("{\"symbol\":\"BTCUSDT\",\"side\":\"buy\",\"size\":\"0.00000001\",\"clientOid\":\"ä €\"}");
        assertThat(request.getHeaders().get("Sample-Sign")).isEqualTo(SampleVenue.expectedSignature(request));
    }

    @Test
    void signedQueryIsTheQuerySent() {
        venue.responds("{\"code\":0,\"data\":[]}");

        venue.api()
                .openOrders(
                        "BTC",
                        List.of(new SampleApi.Side("a+b c"), new SampleApi.Side("é&,")),
                        Instant.ofEpochMilli(1_700_000_000_000L),
                        new BigDecimal("1E-8"),
                        true,
                        5)
                .execute();

        RecordedRequest request = venue.request();
        assertThat(request.getTarget())
                .isEqualTo("/orders?symbol=BTC&sides=a%2Bb%20c,%C3%A9%26%2C&since=1700000000000"
                        + "&minPrice=0.00000001&mine=True&limit=5");
        assertThat(request.getHeaders().get("Sample-Sign")).isEqualTo(SampleVenue.expectedSignature(request));
    }

    @Test
    void signedFormIsTheFormSent() {
        venue.responds("{\"code\":0}");

        venue.api().cancelOrders("BTC USDT", List.of("1", "2"), null).execute();

        RecordedRequest request = venue.request();
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(request.getBody().utf8()).isEqualTo("symbol=BTC+USDT&orderIds=WyIxIiwiMiJd");
        assertThat(request.getHeaders().get("Sample-Sign")).isEqualTo(SampleVenue.expectedSignature(request));
    }

    @Test
    void orderIsNotRetriedAfterAServerError() {
        venue.responds(500, "oops").responds(PLACED);

        RejectedException e = failure(venue.api().placeOrder(NewOrder.BUY), RejectedException.class);

        assertThat(e)
                .hasMessage("Sample rejected placeOrder: HTTP 500"
                        + " (venue unavailable; outcome unknown: look the order up before retrying)");
        assertThat(e.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(venue.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void orderIsRetriedWhenItWasCertainlyNotExecuted() {
        venue.responds(429, "{\"code\":3001,\"msg\":\"slow down\"}", "Retry-After: 2")
                .responds(PLACED);

        VenueResponse<SampleApi.Order> response =
                venue.api().placeOrder(NewOrder.BUY).executeWithResponse();

        assertThat(response.attempts()).isEqualTo(2);
        assertThat(venue.pauses).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void queryIsRetriedAndSignedAfresh() {
        venue.dropsTheConnection().responds(503, "").responds("{\"code\":0,\"data\":{\"orderId\":\"7\"}}");

        VenueResponse<SampleApi.Order> response = venue.api().findOrder("7").executeWithResponse();

        assertThat(response.attempts()).isEqualTo(3);
        RecordedRequest first = venue.request();
        RecordedRequest second = venue.request();
        RecordedRequest third = venue.request();
        assertThat(List.of(first, second, third))
                .extracting(request -> request.getHeaders().get("Sample-Time"))
                .containsExactly("1767323045678", "1767323045878", "1767323046278");
        assertThat(second.getHeaders().get("Sample-Sign")).isEqualTo(SampleVenue.expectedSignature(second));
        assertThat(third.getHeaders().values("Sample-Sign")).containsExactly(SampleVenue.expectedSignature(third));
    }

    @Test
    void orderIsSentOnceWhenTheVenueInvitesToRetryAtOnce() {
        venue.responds(503, "{\"code\":5001,\"msg\":\"busy\"}", "Retry-After: 0")
                .responds(PLACED);

        RejectedException e = failure(venue.api().placeOrder(NewOrder.BUY), RejectedException.class);

        assertThat(e)
                .hasMessage("Sample rejected placeOrder: 5001 busy"
                        + " (venue unavailable; outcome unknown: look the order up before retrying)");
        assertThat(e.retryAfter()).contains(Duration.ZERO);
        assertThat(venue.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void queryIsSentOnceWhenTheVenueInvitesToRetryAtOnceButThePolicyForbidsIt() {
        venue.responds(503, "", "Retry-After: 0").responds(PLACED);

        failure(venue.builder().retryPolicy(RetryPolicy.none()).build().api().findOrder("1"), RejectedException.class);

        assertThat(venue.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void unknownFieldsUnknownWordsAndNullsAreFine() {
        venue.responds("{\"code\":\"0\",\"new\":{\"a\":[1]},\"data\":"
                + "{\"extra\":[{}],\"orderId\":12345678901234567890,\"price\":null,\"side\":\"hold\"},\"data2\":null}");

        SampleApi.Order order = venue.api().findOrder("1").execute();

        assertThat(order).isEqualTo(new SampleApi.Order("12345678901234567890", null, new SampleApi.Side("hold")));
    }

    @Test
    void nagleIsOff() {
        List<Boolean> noDelay = Collections.synchronizedList(new ArrayList<>());
        OkHttpClient given = new OkHttpClient.Builder()
                .eventListener(new EventListener() {
                    @Override
                    public void connectionAcquired(Call call, Connection connection) {
                        noDelay.add(tcpNoDelay(connection.socket()));
                    }
                })
                .build();
        venue.responds(PLACED);

        venue.builder().httpClient(given).build().api().placeOrder(NewOrder.BUY).execute();

        assertThat(noDelay).containsExactly(true);
    }

    private static boolean tcpNoDelay(Socket socket) {
        try {
            return socket.getTcpNoDelay();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
