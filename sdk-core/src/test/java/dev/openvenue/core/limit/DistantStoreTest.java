package dev.openvenue.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.OwnLog;
import dev.openvenue.core.annotation.RateLimit.Scope;
import dev.openvenue.core.limit.LimitState.Claim;
import dev.openvenue.core.limit.RateLimits.OnFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits over a store that is some way off, to the nanosecond: in virtual time. */
final class DistantStoreTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration RUN = Duration.ofMinutes(2);

    private final VirtualLimitTime time = new VirtualLimitTime();
    private final Map<String, byte[]> entries = new HashMap<>();
    private final List<Long> sent = new ArrayList<>();
    private final Random random = new Random(7);

    /** One process that uses the store. */
    private final class Host {
        private final DistantStore store;
        private final LimitRegistry book;
        private Duration thinking = Duration.ofNanos(1);
        private long lateness = Duration.ofMillis(5).toNanos();
        private int sent;

        Host(Duration delay, OnFailure onFailure) {
            store = new DistantStore(time, entries, delay);
            book = LimitRegistry.shared(store, "test", onFailure, time);
        }

        Claim claim(String name, int permits, Duration period) {
            return new Claim(book.limit("me", new Quota(name, permits, period, Scope.ACCOUNT)), permits);
        }

        /** Sends a request whenever it may, each some time after its permit came, as long as that is still good. */
        void flatOut(List<Claim> claims, int calls) {
            for (int i = 0; i < calls; i++) {
                next(claims);
            }
        }

        /** The same by callers who think a while before each call. */
        void nowAndThen(List<Claim> claims, int calls, Duration longest) {
            for (int i = 0; i < calls; i++) {
                thinking = longest;
                lateness = Duration.ofMillis(60).toNanos();
                next(claims);
            }
        }

        private void next(List<Claim> claims) {
            time.after(Duration.ofNanos(random.nextLong(thinking.toNanos())), () -> join(claims));
        }

        @SuppressWarnings("FutureReturnValueIgnored") // What it does goes on by itself.
        private void join(List<Claim> claims) {
            PermitRequest request = book.queue().join(claims, false, LONG);
            request.decided()
                    .whenComplete((done, failure) ->
                            time.after(Duration.ofNanos(random.nextLong(lateness)), () -> send(request, claims)));
        }

        private void send(PermitRequest request, List<Claim> claims) {
            if (request.isStale(time.nanos())) {
                request.giveBack();
            } else if (request.isGranted()) {
                sent++;
                DistantStoreTest.this.sent.add(time.nanos());
            }
            next(claims);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "5, 10, PT1S, 80",
        "20, 10, PT1S, 80",
        "200, 10, PT1S, 50",
        "5, 100, PT2S, 80",
        "20, 100, PT2S, 80",
        "200, 100, PT2S, 50"
    })
    void aFarHostSendsAndExceedsNothing(int millis, int permits, Duration period, int percent) {
        Host host = new Host(Duration.ofMillis(millis), OnFailure.FAIL_CLOSED);
        host.flatOut(List.of(host.claim("placeOrder", permits, period)), 40);
        time.pass(RUN);
        long share = 100L * sent.size() / (permits * RUN.dividedBy(period));
        System.out.println("a store " + millis + " ms away: " + share + " % of " + permits + " per " + period);
        assertThat(Windows.fullest(sent, period)).isLessThanOrEqualTo(permits);
        assertThat(share).isGreaterThanOrEqualTo(percent);
    }

    @ParameterizedTest
    @CsvSource({"3, PT1S", "10, PT1S", "50, PT2S", "100, PT2S"})
    void hostsNearAndFarExceedNothingTogether(int permits, Duration period) {
        List<Host> hosts = Stream.of(1, 30, 200)
                .map(millis -> new Host(Duration.ofMillis(millis), OnFailure.FAIL_CLOSED))
                .toList();
        Duration thinking = period.multipliedBy(2);
        hosts.forEach(host -> host.nowAndThen(
                List.of(host.claim("placeOrder", permits, period)), Math.max(2, permits / 3), thinking));
        time.pass(RUN);
        sent.sort(null);
        System.out.println("hosts near and far: "
                + hosts.stream().map(host -> host.sent).toList() + " of " + permits + " per " + period);
        assertThat(Windows.fullest(sent, period)).isLessThanOrEqualTo(permits);
        assertThat(hosts).allMatch(host -> host.sent > 0);
        assertThat(sent.size()).isGreaterThan((int) (permits * RUN.dividedBy(period) / 3));
    }

    @Test
    void aCallTakesTwoRoundTripsHoweverManyLimitsItCountsAgainst() {
        Host host = new Host(Duration.ofMillis(20), OnFailure.FAIL_CLOSED);
        List<Claim> claims = Stream.of("placeOrder", "orders", "*")
                .map(name -> host.claim(name, 1, Duration.ofSeconds(1)))
                .toList();
        host.book.queue().join(claims, false, LONG);
        time.pass(Duration.ofSeconds(10));
        int before = host.store.roundTrips();
        PermitRequest request = host.book.queue().join(claims, false, LONG);
        time.pass(Duration.ofMillis(39));
        assertThat(request.decided()).isNotDone();
        time.pass(Duration.ofMillis(1));
        assertThat(request.isGranted()).isTrue();
        assertThat(host.store.roundTrips() - before).isEqualTo(3 * 2);
    }

    @Test
    void cancelsGoFirstThoughTheStoreIsFar() {
        Host host = new Host(Duration.ofMillis(200), OnFailure.FAIL_CLOSED);
        Claim all = host.claim("methods", 10, Duration.ofSeconds(1));
        host.flatOut(List.of(new Claim(all.limit(), 8)), 100);
        time.pass(Duration.ofSeconds(10));
        for (int i = 0; i < 20; i++) {
            time.pass(Duration.ofMillis(3377));
            PermitRequest cancel = host.book.queue().join(List.of(all), true, LONG);
            time.pass(Duration.ofSeconds(1));
            assertThat(cancel.isGranted()).as("cancel %d", i).isTrue();
        }
    }

    @Test
    void aPauseOfOneHostHoldsTheOther() {
        Host one = new Host(Duration.ofMillis(20), OnFailure.FAIL_CLOSED);
        Host other = new Host(Duration.ofMillis(20), OnFailure.FAIL_CLOSED);
        LimitState paused = one.claim("methods", 10, Duration.ofSeconds(1)).limit();
        List<Claim> claims = List.of(other.claim("methods", 10, Duration.ofSeconds(1)));
        one.book.queue().run(() -> paused.drain(Duration.ofSeconds(30)));
        time.pass(Duration.ofSeconds(1));
        PermitRequest request = other.book.queue().join(claims, true, LONG);
        time.pass(Duration.ofMillis(28_900));
        assertThat(request.isGranted()).isFalse();
        time.pass(Duration.ofSeconds(2));
        assertThat(request.isGranted()).isTrue();
    }

    @Test
    void aStoreThatIsTooSlowIsDoneWithoutWhenOpen() {
        OwnLog log = OwnLog.of(RateLimits.class);
        Host host = new Host(Duration.ofMillis(330), OnFailure.FAIL_OPEN);
        List<Claim> claims = List.of(host.claim("methods", 10, Duration.ofSeconds(1)));
        host.flatOut(claims, 40);
        time.pass(Duration.ofSeconds(10));
        PermitRequest cancel = host.book.queue().join(claims, true, LONG);
        time.pass(Duration.ofSeconds(1));
        assertThat(cancel.isGranted()).isTrue();
        assertThat(Windows.fullest(sent, Duration.ofSeconds(1))).isLessThanOrEqualTo(10);
        assertThat(sent).hasSizeGreaterThan(60);
        log.close();
        assertThat(log.lines())
                .containsExactly("WARNING The shared rate limits respond too slowly for 10 requests per 1 s and account"
                        + " for methods (in 0.66 s); going on with limits of this process alone");
    }

    @Test
    void aStoreThatIsTooSlowIsNamedWhenClosed() {
        Host host = new Host(Duration.ofMillis(330), OnFailure.FAIL_CLOSED);
        List<Claim> claims = List.of(host.claim("methods", 10, Duration.ofSeconds(1)));
        host.book.queue().join(claims, true, LONG);
        time.pass(Duration.ofSeconds(10));
        PermitRequest cancel = host.book.queue().join(claims, true, LONG);
        time.pass(Duration.ofSeconds(2));
        PermitRequest.Lost lost = cancel.lost();
        assertThat(lost).isNotNull();
        assertThat(lost.problem())
                .isEqualTo("the shared rate limits respond too slowly for 10 requests per 1 s and account for methods"
                        + " (in 0.66 s), and they are set to FAIL_CLOSED; repair their store or choose FAIL_OPEN");
    }

    @Test
    void aStoreThatIsQuickAgainIsUsedAgain() {
        Host host = new Host(Duration.ofMillis(330), OnFailure.FAIL_CLOSED);
        List<Claim> claims = List.of(host.claim("methods", 10, Duration.ofSeconds(1)));
        host.book.queue().join(claims, true, LONG);
        time.pass(Duration.ofSeconds(10));
        host.store.delay(Duration.ofMillis(5));
        boolean granted = false;
        for (int i = 0; i < 30 && !granted; i++) {
            PermitRequest request = host.book.queue().join(claims, true, LONG);
            time.pass(Duration.ofSeconds(2));
            granted = request.isGranted();
        }
        assertThat(granted).isTrue();
    }
}
