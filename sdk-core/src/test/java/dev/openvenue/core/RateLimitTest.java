package dev.openvenue.core;

import static dev.openvenue.core.LimitedVenue.LONG;
import static dev.openvenue.core.LimitedVenue.SHORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.limit.Quota;
import dev.openvenue.core.limit.RateLimits;
import dev.openvenue.core.signing.Credentials;
import dev.openvenue.core.signing.SigningKeys;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What calls and their callers see of the limits. */
@Timeout(60)
final class RateLimitTest {
    @RegisterExtension
    final LimitedVenue venue = new LimitedVenue();

    @Test
    void figuresOfTheAccountReplaceThoseOfTheSpec() {
        RateLimits own = venue.limits
                .limit("orders", 60, Duration.ofSeconds(2))
                .limit(Quota.EVERYTHING, 7, Duration.ofSeconds(30));

        LimitedClient client = venue.builder().rateLimits(own).build();

        assertThat(client.operations().find("place").limits())
                .extracting(Quota::toString)
                .containsExactly(
                        "60 requests per 2 s and account for orders",
                        "7 requests per 30 s and IP address over all operations");
        assertThat(venue.builder().build().operations().find("place").limits())
                .extracting(Quota::permits)
                .containsExactly(5, 20);
    }

    @Test
    void callsAreHeldBackByTheFiguresOfTheAccount() {
        venue.responds(2);
        LimitedApi api = venue.builder()
                .rateLimits(venue.limits.limit("orders", 1, Duration.ofMinutes(5)))
                .build()
                .api();

        api.place().execute();
        NotSentException e = SampleVenue.failure(api.place().with(LimitedVenue.SHORT), NotSentException.class);

        assertThat(e.getMessage()).contains("1 request per 300 s and account for orders");
        assertThat(venue.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aFigureForWhatTheVenueDoesNotLimitIsRejected() {
        assertThatThrownBy(() -> venue.builder()
                        .rateLimits(venue.limits.limit("place", 60, Duration.ofSeconds(1)))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Limited has no rate limit named place; it has *, orders, status");
    }

    @Test
    void callsBeyondTheLimitWaitForTheirTurn() throws Exception {
        LimitedApi api = venue.api();
        venue.responds(6);
        for (int i = 0; i < 5; i++) {
            api.cancel().execute();
        }
        CompletableFuture<String> sixth = api.cancel().with(LONG).executeAsync();
        venue.time.pass(Duration.ofMillis(1049));
        assertThat(venue.server.getRequestCount()).isEqualTo(5);
        assertThat(sixth).isNotDone();
        venue.time.pass(Duration.ofMillis(1));
        assertThat(sixth.get()).isEqualTo("ok");
    }

    @Test
    void waitingCallThatBlocksItsThreadIsWoken() throws Exception {
        LimitedApi api = venue.api();
        venue.responds(3);
        api.status().execute();
        api.status().execute();
        CompletableFuture<String> third =
                CompletableFuture.supplyAsync(() -> api.status().with(LONG).execute());
        while (!third.isDone()) {
            venue.time.pass(Duration.ofMillis(10));
        }
        assertThat(third.get()).isEqualTo("ok");
    }

    @Test
    void permitThatAWaitingThreadGotTooLateIsTakenAnew() throws Exception {
        LimitedApi api = venue.api();
        venue.responds(5);
        api.status().execute();
        api.status().execute();
        Thread third = new Thread(() -> api.status().with(LONG).execute());
        third.start();
        while (third.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        // Whoever wakes finds out the time only when two seconds have passed since its permit was given.
        synchronized (venue.time) {
            venue.time.pass(Duration.ofMillis(3050));
        }
        third.join();

        api.status().with(LONG).execute();
        assertThat(catchThrowable(() -> api.status().with(SHORT).execute())).isInstanceOf(NotSentException.class);
        assertThat(venue.server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void callThatCannotGoBeforeItsDeadlineSaysWhenItCould() {
        LimitedApi api = venue.api();
        venue.responds(4);
        for (int i = 0; i < 4; i++) {
            api.place().execute();
        }
        Throwable failure = catchThrowable(() -> api.place().with(SHORT).execute());
        assertThat(failure)
                .isInstanceOf(NotSentException.class)
                .hasMessage("place was held back: Limited allows 5 requests per 1 s and account for orders,"
                        + " 1 of them kept for cancels, and the next permit is free in 1.05 s,"
                        + " after the deadline of 0.5 s; nothing was sent")
                .extracting(e -> ((NotSentException) e).retryAfter())
                .isEqualTo(Optional.of(Duration.ofMillis(1050)));
        assertThat(venue.server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void asynchronousCallThatCannotGoSaysTheSame() {
        LimitedApi api = venue.api();
        venue.responds(2);
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
        LimitedApi api = venue.api();
        venue.responds(2);
        api.status().execute();
        api.status().execute();
        venue.time.pass(Duration.ofMillis(900));
        List<CompletableFuture<String>> before = List.of(
                api.status().with(LONG).executeAsync(), api.status().with(LONG).executeAsync());
        CompletableFuture<String> late = api.status().with(SHORT).executeAsync();
        venue.deadlines.pass();
        Throwable failure = failure(late);
        assertThat(failure)
                .isInstanceOf(NotSentException.class)
                .hasMessage("status was held back: Limited allows 2 requests per 1 s and key for status,"
                        + " and the next permit is free in 0.15 s, after the deadline of 0.5 s; nothing was sent");
        assertThat(before).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void theLastPermitsAreKeptForCancels() {
        LimitedApi api = venue.api();
        venue.responds(5);
        for (int i = 0; i < 4; i++) {
            api.place().execute();
        }
        assertThat(api.place().with(LONG).executeAsync()).isNotDone();
        assertThat(api.cancel().with(LONG).execute()).isEqualTo("ok");
    }

    @Test
    void everyRequestCountsAgainstTheLimitOfTheVenue() {
        LimitedApi api = venue.api();
        venue.responds(16);
        for (int i = 0; i < 16; i++) {
            api.news().execute();
        }
        Throwable failure = catchThrowable(() -> api.news().with(SHORT).execute());
        assertThat(failure)
                .hasMessage(
                        "news was held back: Limited allows 20 requests per 60 s and IP address over all operations,"
                                + " 4 of them kept for cancels, and the next permit is free in 63 s,"
                                + " after the deadline of 0.5 s; nothing was sent");
    }

    @Test
    void everyAttemptTakesAPermit() {
        LimitedApi api = venue.api();
        venue.server.enqueue(new MockResponse.Builder().code(500).build());
        venue.responds(2);
        assertThat(api.status().executeWithResponse().attempts()).isEqualTo(2);
        Throwable failure = catchThrowable(() -> api.status().with(SHORT).execute());
        assertThat(failure).isInstanceOf(NotSentException.class);
        assertThat(venue.server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void clientsOfOneAccountShareItsLimits() {
        LimitedApi one = venue.api();
        LimitedApi other = venue.api();
        venue.responds(2);
        one.status().execute();
        other.status().execute();
        assertThat(catchThrowable(() -> one.status().with(SHORT).execute())).isInstanceOf(NotSentException.class);
    }

    @Test
    void clientsOfOtherAccountsDoNot() {
        venue.responds(10);
        LimitedApi one = venue.api();
        LimitedApi other = venue.builder()
                .rateLimits(venue.limits.account("other"))
                .build()
                .api();
        for (int i = 0; i < 4; i++) {
            one.place().execute();
            other.place().with(LONG).execute();
        }
        assertThat(venue.server.getRequestCount()).isEqualTo(8);
    }

    @Test
    void eachKeyIsAnAccountOfItsOwnUnlessOneIsNamed() {
        venue.responds(12);
        LimitedApi one = with("one", venue.limits);
        LimitedApi other = with("other", venue.limits);
        for (int i = 0; i < 2; i++) {
            one.status().with(SHORT).execute();
            other.status().with(SHORT).execute();
        }
        for (int i = 0; i < 4; i++) {
            one.place().with(SHORT).execute();
        }
        assertThat(other.place().with(SHORT).execute()).isEqualTo("ok");
    }

    @Test
    void keysOfOneNamedAccountShareItsLimits() {
        venue.responds(4);
        LimitedApi one = with("one", venue.limits.account("main"));
        LimitedApi other = with("other", venue.limits.account("main"));
        for (int i = 0; i < 4; i++) {
            one.place().with(SHORT).execute();
        }
        assertThat(catchThrowable(() -> other.place().with(SHORT).execute())).isInstanceOf(NotSentException.class);
    }

    @Test
    void limitOfAnAddressCountsForAllKeysThere() {
        venue.responds(17);
        LimitedApi one = with("one", venue.limits.address("10.0.0.5"));
        LimitedApi other = with("other", venue.limits.address("10.0.0.5"));
        LimitedApi elsewhere = with("one", venue.limits.address("10.0.0.6"));
        for (int i = 0; i < 16; i++) {
            one.news().with(SHORT).execute();
        }
        assertThat(catchThrowable(() -> other.news().with(SHORT).execute())).isInstanceOf(NotSentException.class);
        assertThat(elsewhere.news().with(SHORT).execute()).isEqualTo("ok");
    }

    @Test
    void withoutLimitsNothingIsHeldBack() {
        LimitedApi api = venue.builder().rateLimits(RateLimits.none()).build().api();
        venue.responds(30);
        for (int i = 0; i < 30; i++) {
            api.status().with(LONG).execute();
        }
        assertThat(venue.server.getRequestCount()).isEqualTo(30);
    }

    @Test
    void cancellingAWaitingCallCostsNoPermit() throws Exception {
        LimitedApi api = venue.api();
        venue.responds(3);
        api.status().execute();
        venue.time.pass(Duration.ofMillis(500));
        api.status().execute();
        CompletableFuture<String> third = api.status().with(LONG).executeAsync();
        CompletableFuture<String> fourth = api.status().with(LONG).executeAsync();
        third.cancel(true);
        venue.time.pass(Duration.ofMillis(550));
        assertThat(fourth.get(15, TimeUnit.SECONDS)).isEqualTo("ok");
        assertThat(venue.server.getRequestCount()).isEqualTo(3);
    }

    private LimitedApi with(String apiKey, RateLimits limits) {
        return venue.builder()
                .credentials(Credentials.of(apiKey, SigningKeys.hmacSha256("invented-secret")))
                .rateLimits(limits)
                .build()
                .api();
    }

    /** What a future ends in that ends by itself. */
    private static Throwable failure(CompletableFuture<?> future) {
        return Objects.requireNonNull(
                catchThrowable(() -> future.get(15, TimeUnit.SECONDS)).getCause());
    }
}
