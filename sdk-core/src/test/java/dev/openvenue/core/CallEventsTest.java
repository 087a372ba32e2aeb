package dev.openvenue.core;

import static dev.openvenue.core.SampleVenue.asyncFailure;
import static dev.openvenue.core.SampleVenue.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.CallEvent.Attempted;
import dev.openvenue.core.CallEvent.Ended;
import dev.openvenue.core.SampleApi.NewOrder;
import dev.openvenue.core.error.MalformedResponseException;
import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.RejectedException;
import dev.openvenue.core.error.TransportException;
import dev.openvenue.core.error.VenueException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the listener of a client hears. */
final class CallEventsTest {
    private static final String PLACED = "{\"code\":0,\"data\":{\"orderId\":\"1\"}}";
    private static final String PRICES = "{\"code\":0,\"data\":{}}";

    @RegisterExtension
    final SampleVenue venue = new SampleVenue();

    private final List<CallEvent> heard = new CopyOnWriteArrayList<>();

    @Test
    void aCallThatSucceedsIsOneAttemptAndItsEnd() {
        venue.responds(PLACED);

        api().placeOrder(NewOrder.BUY).execute();

        assertThat(lines())
                .containsExactly(
                        "sample placeOrder attempt 1 took 0 s", "sample placeOrder ended after 0 s and 1 attempt");
    }

    @Test
    void aRetryIsHeardBetweenItsAttempts() {
        venue.responds(503, "").responds(PRICES);

        api().lastPrice().execute();

        assertThat(lines())
                .containsExactly(
                        "sample lastPrice attempt 1 took 0 s: Sample rejected lastPrice: HTTP 503 (venue unavailable;"
                                + " it only reads and may be retried)",
                        "sample lastPrice is retried in 0.2 s after attempt 1: Sample rejected lastPrice: HTTP 503 (venue"
                                + " unavailable; it only reads and may be retried)",
                        "sample lastPrice attempt 2 took 0 s",
                        "sample lastPrice ended after 0 s and 2 attempts");
    }

    @Test
    void aClockThatIsCorrectedIsHeardAmongTheCallsThatMeasureIt() {
        venue.responds(400, "{\"code\":1001,\"msg\":\"timestamp expired\"}");
        for (int i = 0; i < 3; i++) {
            venue.responds("{\"code\":0,\"data\":{\"serverTime\":"
                    + SampleVenue.NOW.plusSeconds(5).toEpochMilli() + "}}");
        }
        venue.responds(PLACED);

        api().placeOrder(NewOrder.BUY).execute();

        assertThat(lines())
                .filteredOn(line -> !line.contains("serverTime"))
                .containsExactly(
                        "sample placeOrder attempt 1 took 0 s: Sample rejected placeOrder: 1001 timestamp expired"
                                + " (timestamp; no effect)",
                        "sample placeOrder found the venue's clock 5 s ahead",
                        "sample placeOrder attempt 2 took 0 s",
                        "sample placeOrder ended after 0 s and 2 attempts");
    }

    @Test
    void everyKindOfFailureHasAWordForTags() {
        venue.dropsTheConnection().responds(400, "{\"code\":9,\"msg\":\"no\"}").responds("{");
        SampleApi api = api();

        failure(api.placeOrder(NewOrder.BUY), TransportException.class);
        failure(api.placeOrder(NewOrder.BUY), RejectedException.class);
        failure(api.placeOrder(NewOrder.BUY), MalformedResponseException.class);
        failure(api.placeOrder(new NewOrder(null, null, null, null)), NotSentException.class);
        asyncFailure(api.placeOrder(new NewOrder(null, null, null, null)), NotSentException.class);

        assertThat(ends())
                .extracting(CallEvent::outcome)
                .containsExactly("no-response", "rejected", "malformed", "not-sent", "not-sent");
    }

    @Test
    void anAsynchronousCallIsHeardLikeAnyOther() throws Exception {
        venue.responds(PLACED);

        api().placeOrder(NewOrder.BUY).executeAsync().get();

        assertThat(lines())
                .containsExactly(
                        "sample placeOrder attempt 1 took 0 s", "sample placeOrder ended after 0 s and 1 attempt");
    }

    @Test
    void aFutureThatSomebodyCancelsIsTheEndOfItsCall() {
        venue.staysSilent();
        CompletableFuture<?> future = api().placeOrder(NewOrder.BUY).executeAsync();
        venue.request();

        future.cancel(true);

        assertThat(ends()).extracting(CallEvent::outcome).containsExactly("no-response");
    }

    @Test
    void aCallOfAClosedClientEndsWithoutAnAttempt() {
        SampleClient client =
                venue.builder().nanoTime(() -> 0).listener(heard::add).build();
        client.close();

        failure(client.api().lastPrice(), NotSentException.class);

        assertThat(lines())
                .containsExactly("sample lastPrice ended after 0 s and 0 attempts: lastPrice was not sent to Sample:"
                        + " the client was closed; build a new client; nothing was sent");
    }

    @Test
    void aListenerThatThrowsIsHeardOfNoMoreAndTheCallGoesOn() {
        venue.responds(PLACED).responds(PLACED);
        SampleApi api = venue.builder()
                .listener(event -> {
                    heard.add(event);
                    throw new AssertionError("no metrics");
                })
                .build()
                .api();
        OwnLog log = OwnLog.of(CallEvents.class);

        api.placeOrder(NewOrder.BUY).execute();
        api.placeOrder(NewOrder.BUY).execute();
        log.close();

        assertThat(heard).hasSize(1).first().isInstanceOf(Attempted.class);
        assertThat(log.lines())
                .containsExactly("WARNING The listener of the sample client failed and hears no more; calls go on");
    }

    @Test
    void eventsHoldNoIdAndNoKey() {
        venue.responds(PLACED);

        api().placeOrder(NewOrder.BUY.withClientOid("mine-1")).execute();

        assertThat(heard.toString()).doesNotContain("mine-1", SampleVenue.API_KEY, "BTCUSDT");
    }

    private SampleApi api() {
        return venue.builder()
                .nanoTime(() -> 0)
                .timeout(Duration.ofMinutes(1))
                .listener(heard::add)
                .build()
                .api();
    }

    private List<String> lines() {
        return heard.stream().map(CallEvent::toString).toList();
    }

    private List<VenueException> ends() {
        return heard.stream()
                .filter(Ended.class::isInstance)
                .map(event -> ((Ended) event).failure())
                .toList();
    }
}
