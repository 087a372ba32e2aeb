package dev.openvenue.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.simulator.RawHttp.Received;
import dev.openvenue.simulator.SimulatedOrder.Side;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every fault as the client meets it, and what is true behind it. */
@Timeout(60) // A simulator that does not let go would otherwise hold up the build.
final class FaultTest {
    private static final String PLACE = "/api/v2/spot/trade/place-order";
    private static final String ORDER = "{\"symbol\":\"BTCUSDT\",\"side\":\"buy\",\"orderType\":\"limit\","
            + "\"force\":\"gtc\",\"price\":\"1\",\"size\":\"1\",\"clientOid\":\"a\"}";
    private static final String PLACED = "{\"code\":\"00000\",\"msg\":\"success\",\"requestTime\":1700000000000,"
            + "\"data\":{\"orderId\":\"1223051794820370433\",\"clientOid\":\"a\"}}";

    private final VenueSimulator venue =
            VenueSimulator.start("bitget", new TestClock(Instant.ofEpochMilli(1_700_000_000_000L)));
    private final BitgetCaller caller = new BitgetCaller(venue);

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void rejectionComesInTheVenuesDocument() throws IOException {
        venue.faults().on("placeOrder").next(Fault.reject("43012", "Insufficient balance"));

        Received response = place();

        assertThat(response.body())
                .isEqualTo("{\"code\":\"43012\",\"msg\":\"Insufficient balance\",\"requestTime\":1700000000000,"
                        + "\"data\":null}");
        assertThat(response.status()).isEqualTo(400);
        assertNothingPlaced();
    }

    @Test
    void connectionDroppedBeforeExecutionLeavesNoOrder() {
        venue.faults().on("placeOrder").next(Fault.dropBeforeExecution());
        assertThatThrownBy(this::place).isInstanceOf(IOException.class);
        assertNothingPlaced();
        assertThat(venue.requests().all())
                .containsExactly(new ReceivedRequest(1, "POST", PLACE, "placeOrder", venue.now(), false, true));
    }

    @Test
    void connectionDroppedAfterExecutionLeavesAnOrder() {
        venue.faults().on("placeOrder").next(Fault.dropAfterExecution());
        assertThatThrownBy(this::place).isInstanceOf(IOException.class);
        assertPlacedOnce();
    }

    @Test
    void malformedBodyHidesAnOrder() throws IOException {
        venue.faults().on("placeOrder").next(Fault.malformedBody());
        Received response = place();
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"code\": <upstream connect error>");
        assertPlacedOnce();
    }

    @Test
    void truncatedBodyEndsTooEarly() {
        venue.faults().on("placeOrder").next(Fault.truncatedBody());
        assertThatThrownBy(this::place).isInstanceOf(IOException.class).hasMessage("unexpected end of stream");
        assertPlacedOnce();
    }

    @Test
    void lateResponseHidesAnOrder() {
        venue.faults().on("placeOrder").next(Fault.delayAfterExecution(Duration.ofMinutes(10)));
        Request request = caller.postRequest(PLACE, ORDER);
        assertThatThrownBy(() -> RawHttp.call(request, Duration.ofMillis(300)))
                .isInstanceOf(SocketTimeoutException.class);
        assertPlacedOnce();
    }

    @Test
    void requestThatWaitsIsNotExecutedBeforeItsTime() {
        venue.faults().on("placeOrder").next(Fault.delayBeforeExecution(Duration.ofMinutes(10)));
        Request request = caller.postRequest(PLACE, ORDER);
        assertThatThrownBy(() -> RawHttp.call(request, Duration.ofMillis(300)))
                .isInstanceOf(SocketTimeoutException.class);
        assertNothingPlaced();
    }

    @Test
    void delayedRequestGetsItsResponseInTheEnd() throws IOException {
        venue.faults()
                .on("placeOrder")
                .next(
                        Fault.delayBeforeExecution(Duration.ofMillis(1)),
                        Fault.delayAfterExecution(Duration.ofMillis(1)));
        assertThat(place().body()).isEqualTo(PLACED);
        assertThat(place().body())
                .isEqualTo("{\"code\":\"43118\",\"msg\":\"clientOrderId duplicate\",\"requestTime\":1700000000000,"
                        + "\"data\":null}");
    }

    @Test
    void closingReleasesRequestsThatWait() {
        venue.orders().place("BTCUSDT", Side.BUY, BigDecimal.ONE, BigDecimal.ONE, "a");
        venue.faults().on("cancelOrder").next(Fault.delayAfterExecution(Duration.ofMinutes(10)));
        CompletableFuture<Boolean> failed = CompletableFuture.supplyAsync(() -> {
            try {
                caller.post("/api/v2/spot/trade/cancel-order", "{\"symbol\":\"BTCUSDT\",\"clientOid\":\"a\"}");
                return false;
            } catch (IOException expected) {
                return true;
            }
        });
        while (venue.completedActions().count("cancelOrder") == 0) {
            Thread.onSpinWait();
        }
        venue.close();
        assertThat(failed.join()).isTrue();
    }

    @Test
    void rateLimitStatesWhenToRetry() throws IOException {
        venue.faults().onAny().next(Fault.rateLimited(Duration.ofSeconds(3)), Fault.rateLimited(null));

        Received first = place();
        Received second = place();

        assertThat(first.status()).isEqualTo(429);
        assertThat(first.headers().get("Retry-After")).isEqualTo("3");
        assertThat(first.body())
                .isEqualTo("{\"code\":\"429\",\"msg\":\"Too Many Requests\",\"requestTime\":1700000000000,"
                        + "\"data\":null}");
        assertThat(second.status()).isEqualTo(429);
        assertThat(second.headers().get("Retry-After")).isNull();
        assertNothingPlaced();
    }

    @Test
    void serverErrorIsAPageAndExecutesNothing() throws IOException {
        venue.faults().on("placeOrder").next(Fault.serverError(502));
        Received response = place();
        assertThat(response.status()).isEqualTo(502);
        assertThat(response.body()).startsWith("<html>");
        assertNothingPlaced();
    }

    @Test
    void serverErrorMayHideAnOrder() throws IOException {
        venue.faults().on("placeOrder").next(Fault.serverErrorAfterExecution(504));
        assertThat(place().status()).isEqualTo(504);
        assertPlacedOnce();
    }

    @Test
    void redirectGoesToAnotherHost() throws IOException {
        venue.faults().on("placeOrder").next(Fault.redirect("http://198.51.100.7/elsewhere"));
        Received response = place();
        assertThat(response.status()).isEqualTo(307);
        assertThat(response.headers().get("Location")).isEqualTo("http://198.51.100.7/elsewhere");
        assertNothingPlaced();
    }

    @Test
    void duplicateDeliveryPlacesTwiceUnlessTheVenueNotices() throws IOException {
        String anonymous = ORDER.replace(",\"clientOid\":\"a\"", "");
        venue.faults().on("placeOrder").always(Fault.duplicateDelivery());

        caller.post(PLACE, anonymous);
        Received noticed = place();

        assertThat(venue.completedActions().placedClientOrderIds()).containsExactly("v2-1", "v2-2", "a");
        assertThat(venue.completedActions().count("placeOrder")).isEqualTo(3);
        assertThat(venue.requests().count("placeOrder")).isEqualTo(4);
        assertThat(noticed.body()).contains("\"code\":\"43118\"");
    }

    @Test
    void somethingMayHappenBeforeExecution() throws IOException {
        String order = venue.orders().place("BTCUSDT", Side.BUY, BigDecimal.ONE, BigDecimal.ONE, "b");
        venue.faults()
                .on("cancelOrder")
                .next(Fault.beforeExecution(() -> venue.orders().fill(order)));

        Received response = caller.post(
                "/api/v2/spot/trade/cancel-order", "{\"symbol\":\"BTCUSDT\",\"orderId\":\"" + order + "\"}");

        assertThat(response.body()).contains("\"code\":\"45031\"");
        assertThat(venue.orders().find(order).orElseThrow().state()).isEqualTo(SimulatedOrder.State.FILLED);
    }

    @Test
    void somethingMayHappenBeforeTheResponse() throws IOException {
        venue.faults()
                .on("placeOrder")
                .next(Fault.afterExecution(() -> venue.orders().fill("1223051794820370433")));
        assertThat(place().body()).isEqualTo(PLACED);
        assertThat(venue.orders().open()).isEmpty();
    }

    @Test
    void failureOfTheTestsOwnActionIsSeen() throws IOException {
        venue.faults()
                .on("placeOrder")
                .next(Fault.beforeExecution(() -> venue.orders().fill("5")));
        Received response = place();
        assertThat(response.status()).isEqualTo(500);
        assertThat(response.body())
                .contains("The simulator failed: java.lang.IllegalStateException: Order 5 is unknown, not open");
    }

    @Test
    void assertionInTheTestsOwnActionIsSeen() throws IOException {
        venue.faults().on("placeOrder").next(Fault.beforeExecution(() -> {
            throw new AssertionError("2 orders expected");
        }));
        assertThat(place().body()).contains("The simulator failed: java.lang.AssertionError: 2 orders expected");
    }

    @Test
    void queuedFaultsComeBeforeStandingOnesAndOwnBeforeThoseOfAny() throws IOException {
        venue.faults().on("placeOrder").next(Fault.serverError(501)).always(Fault.serverError(503));
        venue.faults().onAny().next(Fault.serverError(502)).always(Fault.serverError(504));

        assertThat(place().status()).isEqualTo(501);
        assertThat(place().status()).isEqualTo(502);
        assertThat(place().status()).isEqualTo(503);
        assertThat(place().status()).isEqualTo(503);
        assertThat(caller.get("/nowhere").status()).isEqualTo(504);
        venue.faults().clear();
        assertThat(place().status()).isEqualTo(200);
    }

    @Test
    void faultOfAnUnknownOperationIsRejected() {
        assertThatThrownBy(() -> venue.faults().on("batchOrders"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The simulated venue has no operation batchOrders; a fault there would never happen");
    }

    @Test
    void faultOfOneOperationSparesTheOthers() throws IOException {
        venue.faults().on("placeOrder").always(Fault.dropBeforeExecution());
        assertThat(RawHttp.get(venue.baseUrl() + "/api/v2/public/time", Map.of())
                        .status())
                .isEqualTo(200);
    }

    private Received place() throws IOException {
        return caller.post(PLACE, ORDER);
    }

    private void assertNothingPlaced() {
        assertThat(venue.orders().all()).isEmpty();
        assertThat(venue.completedActions().count("placeOrder")).isZero();
    }

    private void assertPlacedOnce() {
        assertThat(venue.completedActions().placedClientOrderIds()).containsExactly("a");
        assertThat(venue.orders().open()).hasSize(1);
    }
}
