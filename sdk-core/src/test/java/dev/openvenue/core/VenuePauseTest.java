package dev.openvenue.core;

import static dev.openvenue.core.LimitedVenue.LONG;
import static dev.openvenue.core.LimitedVenue.SHORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.RejectedException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a venue says of its limits is obeyed. */
@Timeout(60)
final class VenuePauseTest {
    @RegisterExtension
    final LimitedVenue venue = new LimitedVenue();

    @Test
    void nothingIsSentBeforeTheTimeThatTheVenueGave() throws Exception {
        LimitedApi api = venue.once();
        venue.rejects(429, "{\"code\":\"429\"}", "Retry-After: 7");
        venue.responds(1);
        assertThat(catchThrowable(() -> api.place().execute())).isInstanceOf(RejectedException.class);
        CompletableFuture<String> cancel = api.cancel().with(LONG).executeAsync();
        venue.time.pass(Duration.ofMillis(6999));
        assertThat(venue.server.getRequestCount()).isEqualTo(1);
        venue.time.pass(Duration.ofMillis(1));
        assertThat(cancel.get()).isEqualTo("ok");
    }

    @Test
    void rejectionByCodeInsideASuccessIsObeyedToo() throws Exception {
        LimitedApi api = venue.once();
        venue.rejects(200, "{\"code\":\"7\",\"msg\":\"slow\"}");
        venue.responds(1);
        assertThat(catchThrowable(() -> api.place().execute())).isInstanceOf(RejectedException.class);
        CompletableFuture<String> next = api.place().with(LONG).executeAsync();
        venue.time.pass(Duration.ofMillis(999));
        assertThat(venue.server.getRequestCount()).isEqualTo(1);
        venue.time.pass(Duration.ofMillis(1));
        assertThat(next.get()).isEqualTo("ok");
    }

    @Test
    void otherOperationsGoOnDuringAPause() {
        LimitedApi api = venue.once();
        venue.rejects(429, "", "Retry-After: 7");
        venue.responds(1);
        assertThat(catchThrowable(() -> api.place().execute())).isInstanceOf(RejectedException.class);
        assertThat(api.status().with(SHORT).execute()).isEqualTo("ok");
    }

    @Test
    void pauseBeyondTheDeadlineEndsInTheVenuesOwnRejection() {
        LimitedApi api = venue.api();
        venue.rejects(429, "{\"code\":\"7\",\"msg\":\"slow\"}");
        RejectedException rejection = catchThrowableOfType(
                RejectedException.class, () -> api.status().with(SHORT).execute());
        assertThat(rejection).hasMessage("Limited rejected status: 7 slow (rate limit; no effect)");
        assertThat(rejection.getSuppressed())
                .singleElement()
                .extracting(Throwable::getMessage)
                .isEqualTo("status was held back: Limited rejected earlier requests as too many, and the next permit"
                        + " is free in 1 s, after the deadline of 0.5 s; nothing was sent");
        assertThat(venue.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void countOfZeroPausesTheOperationUntilItsPeriodEnds() throws Exception {
        LimitedApi api = venue.once();
        venue.server.enqueue(LimitedVenue.ok()
                .addHeader("Left", "0")
                .addHeader("Ends", "400")
                .build());
        venue.responds(1);
        api.place().execute();
        CompletableFuture<String> next = api.cancel().with(LONG).executeAsync();
        venue.time.pass(Duration.ofMillis(399));
        assertThat(venue.server.getRequestCount()).isEqualTo(1);
        venue.time.pass(Duration.ofMillis(1));
        assertThat(next.get()).isEqualTo("ok");
    }

    @Test
    void endOfThePeriodMayBeAnInstant() throws Exception {
        LimitedApi api = venue.once();
        String end = Long.toString(LimitedVenue.NOW.plusMillis(300).toEpochMilli());
        venue.server.enqueue(
                LimitedVenue.ok().addHeader("Left", "0").addHeader("Ends", end).build());
        venue.responds(1);
        api.place().execute();
        CompletableFuture<String> next = api.cancel().with(LONG).executeAsync();
        venue.time.pass(Duration.ofMillis(299));
        assertThat(venue.server.getRequestCount()).isEqualTo(1);
        venue.time.pass(Duration.ofMillis(1));
        assertThat(next.get()).isEqualTo("ok");
    }

    @Test
    void countOfZeroWithoutAnEndPausesForAPeriod() throws Exception {
        LimitedApi api = venue.once();
        venue.server.enqueue(LimitedVenue.ok().addHeader("Left", "0").build());
        venue.responds(1);
        api.place().execute();
        CompletableFuture<String> next = api.cancel().with(LONG).executeAsync();
        venue.time.pass(Duration.ofMillis(999));
        assertThat(venue.server.getRequestCount()).isEqualTo(1);
        venue.time.pass(Duration.ofMillis(1));
        assertThat(next.get()).isEqualTo("ok");
    }

    @Test
    void requestThatTheVenueTookEndsTheDoublingOfPauses() throws Exception {
        LimitedApi api = venue.once();
        venue.rejects(429, "");
        venue.responds(1);
        venue.rejects(429, "");
        venue.responds(1);
        assertThat(catchThrowable(() -> api.place().execute())).isInstanceOf(RejectedException.class);
        venue.time.pass(Duration.ofSeconds(1));
        api.place().execute();
        assertThat(catchThrowable(() -> api.place().execute())).isInstanceOf(RejectedException.class);
        CompletableFuture<String> next = api.place().with(LONG).executeAsync();
        venue.time.pass(Duration.ofMillis(999));
        assertThat(venue.server.getRequestCount()).isEqualTo(3);
        venue.time.pass(Duration.ofMillis(1));
        assertThat(next.get()).isEqualTo("ok");
    }

    @Test
    void pauseOfAnOperationWithoutALimitOfItsOwnHoldsTheVenue() {
        LimitedApi api = venue.once();
        venue.rejects(429, "", "Retry-After: 7");
        assertThat(catchThrowable(() -> api.news().execute())).isInstanceOf(RejectedException.class);
        assertThat(catchThrowable(() -> api.place().with(SHORT).execute())).isInstanceOf(NotSentException.class);
        assertThat(venue.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void countAboveZeroPausesNothing() {
        LimitedApi api = venue.once();
        venue.server.enqueue(LimitedVenue.ok()
                .addHeader("Left", "1")
                .addHeader("Ends", "400")
                .build());
        venue.responds(1);
        api.place().execute();
        assertThat(api.cancel().with(SHORT).execute()).isEqualTo("ok");
    }

    @Test
    void rejectionForAnotherReasonPausesNothing() {
        LimitedApi api = venue.once();
        venue.rejects(400, "{\"code\":\"8\"}");
        venue.responds(1);
        assertThat(catchThrowable(() -> api.place().execute())).isInstanceOf(RejectedException.class);
        assertThat(api.place().with(SHORT).execute()).isEqualTo("ok");
    }
}
