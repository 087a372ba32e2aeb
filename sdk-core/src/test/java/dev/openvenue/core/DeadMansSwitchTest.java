package dev.openvenue.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.DeadMansSwitch.Event;
import dev.openvenue.core.DeadMansSwitch.State;
import dev.openvenue.core.annotation.Constraint;
import dev.openvenue.core.annotation.Envelope;
import dev.openvenue.core.annotation.OperationId;
import dev.openvenue.core.annotation.Retry;
import dev.openvenue.core.codegen.SwitchDescription;
import dev.openvenue.core.codegen.VenueDescription;
import dev.openvenue.core.error.ErrorCatalogue;
import dev.openvenue.core.error.RejectedException;
import dev.openvenue.core.error.TransportException;
import dev.openvenue.core.error.VenueException;
import dev.openvenue.core.signing.SignedRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import retrofit2.http.POST;
import retrofit2.http.Query;

/** A switch at a venue that a test makes up, in time that passes when the test says so. */
@Timeout(60)
final class DeadMansSwitchTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final SwitchDescription SWITCH = new SwitchDescription(
            "cancelAllAfter", "timeout", Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofMinutes(1), 0);

    private final AtomicLong nanos = new AtomicLong();
    /** What is to happen after a while; the deadlines of calls stay where they are. */
    private final BlockingQueue<Countdown> countdowns = new LinkedBlockingQueue<>();

    private final List<String> requests = new ArrayList<>();
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private volatile @Nullable String rejection;
    private final SwitchClient client = client();

    private record Countdown(Duration time, Runnable action) {}

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void itIsSetAnewThreeTimesPerTimeoutUntilItIsClosed() throws Exception {
        DeadMansSwitch guard = arm();
        assertThat(guard.state()).isEqualTo(State.ARMED);
        assertThat(guard.left()).isEqualTo(TIMEOUT);

        pass(beat());
        pass(beat());
        assertThat(beat().time()).isEqualTo(Duration.ofSeconds(10));
        guard.close();
        guard.close();

        assertThat(requests).containsExactly("30", "30", "30", "0");
        assertThat(guard.state()).isEqualTo(State.OFF);
        assertThat(guard.mayHaveFired()).isFalse();
        assertThat(events).containsExactly(new Event(State.OFF, Duration.ZERO, null));
    }

    @Test
    void failedHeartbeatIsToldAndRetriedSoon() throws Exception {
        DeadMansSwitch guard = arm();
        rejection = "9";
        pass(beat());

        Event event = next();
        assertThat(event.state()).isEqualTo(State.AT_RISK);
        assertThat(event.left()).isEqualTo(Duration.ofSeconds(20));
        assertThat(event.cause()).isInstanceOf(RejectedException.class);
        assertThat(guard.state()).isEqualTo(State.AT_RISK);

        rejection = null;
        Countdown retry = beat();
        assertThat(retry.time()).isEqualTo(Duration.ofMillis(2_500));
        pass(retry);
        assertThat(next()).isEqualTo(new Event(State.ARMED, TIMEOUT, null));
        assertThat(guard.mayHaveFired()).isFalse();
        guard.close();
    }

    @Test
    void switchThatNoHeartbeatReachedInTimeMayHaveFired() throws Exception {
        DeadMansSwitch guard = arm();
        rejection = "9";
        pass(beat());
        next();
        Countdown retry = beat();

        nanos.addAndGet(Duration.ofSeconds(20).toNanos());
        assertThat(guard.state()).isEqualTo(State.MAY_HAVE_FIRED);
        assertThat(guard.left()).isZero();
        pass(retry);
        assertThat(next().state()).isEqualTo(State.MAY_HAVE_FIRED);

        rejection = null;
        pass(beat());
        assertThat(next().state()).isEqualTo(State.ARMED);
        assertThat(guard.state()).isEqualTo(State.ARMED);
        assertThat(guard.mayHaveFired()).isTrue();
        guard.close();
    }

    @Test
    void heartbeatThatIsConfirmedTooLateIsToldAsBoth() throws Exception {
        DeadMansSwitch guard = arm();
        Countdown heartbeat = beat();
        nanos.addAndGet(Duration.ofSeconds(40).toNanos());
        heartbeat.action().run();

        assertThat(next().state()).isEqualTo(State.MAY_HAVE_FIRED);
        assertThat(next().state()).isEqualTo(State.ARMED);
        assertThat(guard.mayHaveFired()).isTrue();
        guard.close();
    }

    @Test
    void closeSaysWhenItCouldNotBeTurnedOff() {
        DeadMansSwitch guard = arm();
        rejection = "9";

        assertThatThrownBy(guard::close)
                .isInstanceOf(TransportException.class)
                .hasMessageStartingWith("Made-up's dead man's switch could not be turned off and cancels orders"
                        + " in 30 s at the latest: Made-up rejected cancelAllAfter: 9 no");
        assertThat(requests).containsExactly("30", "0", "0", "0");
        assertThat(guard.state()).isEqualTo(State.LEFT_ARMED);
    }

    @Test
    void closedClientLeavesItArmedAndSaysSo() {
        DeadMansSwitch guard = arm();

        client.close();

        assertThat(events).containsExactly(new Event(State.LEFT_ARMED, TIMEOUT, null));
        assertThat(guard.state()).isEqualTo(State.LEFT_ARMED);
        guard.close();
        assertThat(requests).containsExactly("30");
    }

    @Test
    void switchThatCannotBeArmedIsTurnedOffIfItMayBeArmed() {
        rejection = "9";

        assertThatThrownBy(this::arm).isInstanceOf(RejectedException.class);
        assertThat(requests).containsExactly("30", "0", "0", "0");
        assertThat(events).isEmpty();
    }

    @Test
    void timeoutThatTheVenueDoesNotTakeIsNotSent() {
        assertRejected(Duration.ofSeconds(4), "it must be at least 5 s and at most 60 s");
        assertRejected(Duration.ofSeconds(61), "it must be at least 5 s and at most 60 s");
        assertRejected(Duration.ofMillis(5_500), "Made-up counts in steps of 1 s");
        assertThat(requests).isEmpty();
    }

    @Test
    void listenerThatFailsKeepsNoHeartbeatBack() throws Exception {
        DeadMansSwitch guard = DeadMansSwitch.arm(client, SWITCH, TIMEOUT, event -> {
            throw new AssertionError("deaf");
        });
        rejection = "9";
        pass(beat());
        assertThat(beat().time()).isEqualTo(Duration.ofMillis(2_500));
        rejection = null;
        guard.close();
    }

    private void assertRejected(Duration timeout, String why) {
        assertThatThrownBy(() -> DeadMansSwitch.arm(client, SWITCH, timeout, events::add))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("; " + why)
                .hasMessageStartingWith("The timeout of Made-up's dead man's switch is ");
    }

    private DeadMansSwitch arm() throws VenueException {
        return DeadMansSwitch.arm(client, SWITCH, TIMEOUT, events::add);
    }

    /** The next heartbeat that is due; the deadlines of calls are not longer than 10 s, and end with their calls. */
    private Countdown beat() throws InterruptedException {
        Countdown next = countdowns.poll(20, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no heartbeat is due");
        }
        return next;
    }

    private void pass(Countdown countdown) {
        nanos.addAndGet(countdown.time().toNanos());
        countdown.action().run();
    }

    private Event next() throws InterruptedException {
        Event event = events.poll(20, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("no event");
        }
        return event;
    }

    private SwitchClient client() {
        Interceptor venue = chain -> {
            requests.add(String.valueOf(chain.request().url().queryParameter("timeout")));
            String code = rejection;
            return new Response.Builder()
                    .request(chain.request())
                    .protocol(Protocol.HTTP_1_1)
                    .code(200)
                    .message("")
                    .body(ResponseBody.create(
                            code == null
                                    ? "{\"code\":\"0\",\"data\":\"ok\"}"
                                    : "{\"code\":\"" + code + "\",\"msg\":\"no\"}",
                            MediaType.get("application/json")))
                    .build();
        };
        VenueDescription description = new VenueDescription(
                "made-up",
                "made-up",
                "Made-up",
                "https://made-up.test",
                (request, credentials, time) -> new SignedRequest(request, ""),
                ErrorCatalogue.builder().build(),
                (type, annotations, moshi) -> null,
                List.of(SwitchApi.class),
                null,
                List.of(),
                List.of(),
                null,
                null,
                null);
        return VenueClientBuilder.of(description, SwitchClient::new)
                .httpClient(new OkHttpClient.Builder().addInterceptor(venue).build())
                .retryPolicy(RetryPolicy.none())
                .nanoTime(nanos::get)
                .deadlineTimer(this::start)
                .build();
    }

    /** Only heartbeats are kept; a call's own deadline never passes here. */
    private Runnable start(Duration time, Executor threads, Runnable whenPassed) {
        boolean heartbeat = whenPassed.getClass().getName().contains("DeadMansSwitch");
        Countdown countdown = new Countdown(time, () -> threads.execute(whenPassed));
        if (heartbeat) {
            countdowns.add(countdown);
        }
        return () -> countdowns.remove(countdown);
    }

    @Envelope(verdict = "code", success = "0", code = "code", message = "msg", data = "data")
    interface SwitchApi {
        @OperationId("cancelAllAfter")
        @Retry(Retry.Safety.UNSAFE)
        @POST("switch")
        VenueCall<String> cancelAllAfter(@Query("timeout") @Constraint(required = true) Integer timeout);
    }

    private static final class SwitchClient extends VenueClient {
        SwitchClient(VenueRuntime runtime) {
            super(runtime);
        }
    }
}
