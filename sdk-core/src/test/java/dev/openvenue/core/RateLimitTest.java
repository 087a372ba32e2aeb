package dev.openvenue.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real calls over real sockets; only the time of the limits is virtual. */
@Timeout(20)
final class RateLimitTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final CallOptions SHORT = CallOptions.deadline(Duration.ofMillis(500));
    private static final CallOptions LONG = CallOptions.deadline(Duration.ofMinutes(1));

    private final VirtualTime time = new VirtualTime();
    private final RateLimits limits = RateLimits.inMemory(time);
    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void callsBeyondTheLimitWaitForTheirTurn() throws Exception {
        LimitedApi api = client();
        answer(6);
        for (int i = 0; i < 5; i++) {
            api.cancel().execute();
        }
        CompletableFuture<String> sixth = api.cancel().with(LONG).executeAsync();
        time.pass(Duration.ofMillis(1049));
        assertThat(server.getRequestCount()).isEqualTo(5);
        assertThat(sixth).isNotDone();
        time.pass(Duration.ofMillis(1));
        assertThat(sixth.get()).isEqualTo("ok");
    }

    @Test
    void waitingCallThatBlocksItsThreadIsWoken() throws Exception {
        LimitedApi api = client();
        answer(3);
        api.status().execute();
        api.status().execute();
        CompletableFuture<String> third = CompletableFuture.supplyAsync(() -> api.status().with(LONG).execute());
        while (!third.isDone()) {
            time.pass(Duration.ofMillis(10));
        }
        assertThat(third.get()).isEqualTo("ok");
    }

    @Test
    void callThatCannotGoBeforeItsDeadlineSaysWhenItCould() {
        LimitedApi api = client();
        answer(4);
        for (int i = 0; i < 4; i++) {
            api.place().execute();
        }
        Throwable failure = catchThrowable(() -> api.place().with(SHORT).execute());
        assertThat(failure)
                .isInstanceOf(NotSentException.class)
                .hasMessage("place was held back: Limited allows 5 requests per 1 s and account for orders,"
                        + " 1 of them kept for cancels, and the next permit is free in 1.05 s,"
                        + " after the deadline of 0.5 s; nothing was sent");
        assertThat(server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void asynchronousCallThatCannotGoSaysTheSame() {
        LimitedApi api = client();
        answer(2);
        api.status().execute();
        api.status().execute();
        Throwable failure = failure(api.status().with(SHORT).executeAsync());
        assertThat(failure)
                .isInstanceOf(NotSentException.class)
                .hasMessage("status was held back: Limited allows 2 requests per 1 s and key for status,"
                        + " and the next permit is free in 1.05 s, after the deadline of 0.5 s; nothing was sent");
    }

    @Test
    void callThatIsStillInTheQueueAtItsDeadlineSaysTheSame() {
        LimitedApi api = client();
        answer(2);
        api.status().execute();
        api.status().execute();
        time.pass(Duration.ofMillis(900));
        api.status().with(LONG).executeAsync();
        api.status().with(LONG).executeAsync();
        Throwable failure = failure(api.status().with(SHORT).executeAsync());
        assertThat(failure)
                .isInstanceOf(NotSentException.class)
                .hasMessage("status was held back: Limited allows 2 requests per 1 s and key for status,"
                        + " and the next permit is free in 0.15 s, after the deadline of 0.5 s; nothing was sent");
    }

    @Test
    void theLastPermitsAreKeptForCancels() {
        LimitedApi api = client();
        answer(5);
        for (int i = 0; i < 4; i++) {
            api.place().execute();
        }
        assertThat(api.place().with(LONG).executeAsync()).isNotDone();
        assertThat(api.cancel().with(SHORT).execute()).isEqualTo("ok");
    }

    @Test
    void everyRequestCountsAgainstTheLimitOfTheVenue() {
        LimitedApi api = client();
        answer(16);
        for (int i = 0; i < 16; i++) {
            api.news().execute();
        }
        Throwable failure = catchThrowable(() -> api.news().with(SHORT).execute());
        assertThat(failure)
                .hasMessage("news was held back: Limited allows 20 requests per 60 s and IP address over all operations,"
                        + " 4 of them kept for cancels, and the next permit is free in 63 s,"
                        + " after the deadline of 0.5 s; nothing was sent");
    }

    @Test
    void everyAttemptTakesAPermit() {
        LimitedApi api = client();
        server.enqueue(new MockResponse.Builder().code(500).build());
        answer(2);
        assertThat(api.status().exchange().attempts()).isEqualTo(2);
        Throwable failure = catchThrowable(() -> api.status().with(SHORT).execute());
        assertThat(failure).isInstanceOf(NotSentException.class);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void clientsOfOneAccountShareItsLimits() {
        LimitedApi one = client();
        LimitedApi other = client();
        answer(2);
        one.status().execute();
        other.status().execute();
        assertThat(catchThrowable(() -> one.status().with(SHORT).execute())).isInstanceOf(NotSentException.class);
    }

    @Test
    void clientsOfOtherAccountsDoNot() {
        answer(10);
        LimitedApi one = client();
        LimitedApi other = builder().rateLimits(limits.account("other")).build().api();
        for (int i = 0; i < 4; i++) {
            one.place().execute();
            other.place().with(SHORT).execute();
        }
        assertThat(server.getRequestCount()).isEqualTo(8);
    }

    @Test
    void withoutLimitsNothingIsHeldBack() {
        LimitedApi api = builder().rateLimits(RateLimits.none()).build().api();
        answer(30);
        for (int i = 0; i < 30; i++) {
            api.status().with(SHORT).execute();
        }
        assertThat(server.getRequestCount()).isEqualTo(30);
    }

    @Test
    void nothingIsSentBeforeTheTimeThatTheVenueGave() throws Exception {
        LimitedApi api = once();
        refuse(429, "{\"code\":\"429\"}", "Retry-After", "7");
        answer(1);
        assertThat(catchThrowable(() -> api.place().execute())).isInstanceOf(RejectedException.class);
        CompletableFuture<String> cancel = api.cancel().with(LONG).executeAsync();
        time.pass(Duration.ofMillis(6999));
        assertThat(server.getRequestCount()).isEqualTo(1);
        time.pass(Duration.ofMillis(1));
        assertThat(cancel.get()).isEqualTo("ok");
    }

    @Test
    void refusalByCodeInsideASuccessIsObeyedToo() throws Exception {
        LimitedApi api = once();
        refuse(200, "{\"code\":\"7\",\"msg\":\"slow\"}", "X", "y");
        answer(1);
        assertThat(catchThrowable(() -> api.place().execute())).isInstanceOf(RejectedException.class);
        CompletableFuture<String> next = api.place().with(LONG).executeAsync();
        time.pass(Duration.ofMillis(999));
        assertThat(server.getRequestCount()).isEqualTo(1);
        time.pass(Duration.ofMillis(1));
        assertThat(next.get()).isEqualTo("ok");
    }

    @Test
    void otherOperationsGoOnDuringAPause() {
        LimitedApi api = once();
        refuse(429, "", "Retry-After", "7");
        answer(1);
        assertThat(catchThrowable(() -> api.place().execute())).isInstanceOf(RejectedException.class);
        assertThat(api.status().with(SHORT).execute()).isEqualTo("ok");
    }

    @Test
    void pauseBeyondTheDeadlineEndsInTheVenuesOwnRefusal() {
        LimitedApi api = client();
        refuse(429, "{\"code\":\"7\",\"msg\":\"slow\"}", "X", "y");
        RejectedException refusal = catchThrowableOfType(
                RejectedException.class, () -> api.status().with(SHORT).execute());
        assertThat(refusal).hasMessage("Limited refused status: 7 slow (rate limit; not executed)");
        assertThat(refusal.getSuppressed())
                .singleElement()
                .extracting(Throwable::getMessage)
                .isEqualTo("status was held back: Limited refused earlier requests as too many, and the next permit"
                        + " is free in 1 s, after the deadline of 0.5 s; nothing was sent");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void countOfZeroPausesTheOperationUntilItsPeriodEnds() throws Exception {
        LimitedApi api = once();
        server.enqueue(ok().addHeader("Left", "0").addHeader("Ends", "400").build());
        answer(1);
        api.place().execute();
        CompletableFuture<String> next = api.cancel().with(LONG).executeAsync();
        time.pass(Duration.ofMillis(399));
        assertThat(server.getRequestCount()).isEqualTo(1);
        time.pass(Duration.ofMillis(1));
        assertThat(next.get()).isEqualTo("ok");
    }

    @Test
    void endOfThePeriodMayBeAnInstant() throws Exception {
        LimitedApi api = once();
        String end = Long.toString(NOW.plusMillis(300).toEpochMilli());
        server.enqueue(ok().addHeader("Left", "0").addHeader("Ends", end).build());
        answer(1);
        api.place().execute();
        CompletableFuture<String> next = api.cancel().with(LONG).executeAsync();
        time.pass(Duration.ofMillis(299));
        assertThat(server.getRequestCount()).isEqualTo(1);
        time.pass(Duration.ofMillis(1));
        assertThat(next.get()).isEqualTo("ok");
    }

    @Test
    void countAboveZeroPausesNothing() {
        LimitedApi api = once();
        server.enqueue(ok().addHeader("Left", "1").addHeader("Ends", "400").build());
        answer(1);
        api.place().execute();
        assertThat(api.cancel().with(SHORT).execute()).isEqualTo("ok");
    }

    @Test
    void refusalForAnotherReasonPausesNothing() {
        LimitedApi api = once();
        refuse(400, "{\"code\":\"8\"}", "X", "y");
        answer(1);
        assertThat(catchThrowable(() -> api.place().execute())).isInstanceOf(RejectedException.class);
        assertThat(api.place().with(SHORT).execute()).isEqualTo("ok");
    }

    @Test
    void cancellingAWaitingCallCostsNoPermit() throws Exception {
        LimitedApi api = client();
        answer(3);
        api.status().execute();
        time.pass(Duration.ofMillis(500));
        api.status().execute();
        CompletableFuture<String> third = api.status().with(LONG).executeAsync();
        CompletableFuture<String> fourth = api.status().with(LONG).executeAsync();
        third.cancel(true);
        time.pass(Duration.ofMillis(550));
        assertThat(fourth.get(5, TimeUnit.SECONDS)).isEqualTo("ok");
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    private VenueClientBuilder<LimitedClient> builder() {
        return LimitedClient.builder()
                .baseUrl("http://127.0.0.1:" + server.getPort())
                .rateLimits(limits)
                .clock(() -> NOW)
                .jitter(() -> 0)
                .sleeper((pause, state) -> {});
    }

    private LimitedApi client() {
        return builder().build().api();
    }

    private LimitedApi once() {
        return builder().retryPolicy(RetryPolicy.none()).build().api();
    }

    private void answer(int times) {
        for (int i = 0; i < times; i++) {
            server.enqueue(ok().build());
        }
    }

    private void refuse(int status, String body, String header, String value) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .body(body)
                .addHeader(header, value)
                .build());
    }

    private static MockResponse.Builder ok() {
        return new MockResponse.Builder().body("{\"code\":\"0\",\"data\":\"ok\"}");
    }

    private static Throwable failure(CompletableFuture<?> future) {
        Throwable thrown = catchThrowable(() -> future.get(5, TimeUnit.SECONDS));
        return thrown instanceof ExecutionException ? thrown.getCause() : thrown;
    }
}
