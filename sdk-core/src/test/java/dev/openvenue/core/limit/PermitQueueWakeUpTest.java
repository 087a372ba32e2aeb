package dev.openvenue.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.OwnLog;
import dev.openvenue.core.annotation.RateLimit.Scope;
import dev.openvenue.core.limit.LimitState.Claim;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

/** When the queue wakes, and what happens if it cannot have a thread for that. */
final class PermitQueueWakeUpTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final VirtualLimitTime time = new VirtualLimitTime();
    private final WornTime worn = new WornTime();
    private final LimitRegistry book = LimitRegistry.local(time);

    @Test
    void aWakeUpThatCannotBePlannedIsLoggedAndPlannedWithTheNextCall() {
        PermitQueue queue = new PermitQueue(worn, Runnable::run);
        List<Claim> claims = claim("lone", Duration.ofSeconds(1));
        queue.join(claims, false, LONG);
        OwnLog log = OwnLog.of(RateLimits.class);
        worn.fails = true;
        PermitRequest second = queue.join(claims, false, LONG);
        log.close();
        worn.fails = false;
        queue.join(claims, false, LONG);
        time.pass(Duration.ofMillis(1050));

        assertThat(log.lines()).containsExactly("WARNING The rate limits cannot plan their next look");
        assertThat(second.isGranted()).isTrue();
    }

    @Test
    void aCallThatJoinsServesThoseThatNoWakeUpServed() {
        worn.fails = true;
        PermitQueue queue = new PermitQueue(worn, Runnable::run);
        List<Claim> claims = claim("lone", Duration.ofSeconds(1));
        queue.join(claims, false, LONG);
        PermitRequest second = queue.join(claims, false, LONG);
        time.pass(Duration.ofMillis(1050));
        assertThat(second.decided()).isNotDone();
        PermitRequest third = queue.join(claims, false, LONG);

        assertThat(second.decided()).isCompletedWithValue(second);
        assertThat(third.decided()).isNotDone();
    }

    @Test
    void oneWakeUpIsPlannedHoweverManyCallsWait() {
        PermitQueue queue = new PermitQueue(worn, Runnable::run);
        List<Claim> claims = claim("lone", Duration.ofSeconds(1));
        List<Claim> others = claim("rare", Duration.ofMinutes(1));
        for (int i = 0; i < 9; i++) {
            queue.join(claims, false, LONG);
            queue.join(others, false, LONG);
        }
        assertThat(worn.planned).isEqualTo(1);
        time.pass(Duration.ofMillis(1050));
        assertThat(worn.planned).isEqualTo(2);
    }

    @Test
    void aDecisionThatNoThreadCanBeHadForIsToldAllTheSame() {
        PermitQueue queue = new PermitQueue(time, told -> {
            throw new OutOfMemoryError("no thread left");
        });
        List<Claim> claims = claim("lone", Duration.ofSeconds(1));
        queue.join(claims, false, LONG);
        PermitRequest second = queue.join(claims, false, LONG);
        time.pass(Duration.ofMillis(1050));

        assertThat(second.decided()).isCompletedWithValue(second);
    }

    private List<Claim> claim(String name, Duration period) {
        Quota quota = new Quota(name, 1, period, Scope.ACCOUNT);
        return List.of(new Claim(book.limit("test:account:none", quota), 1));
    }

    /** The test's time, for which no timer can be had when it fails. */
    private final class WornTime implements LimitTime {
        private boolean fails;
        private int planned;

        @Override
        public long nanos() {
            return time.nanos();
        }

        @Override
        public void after(Duration delay, Runnable task) {
            if (fails) {
                throw new OutOfMemoryError("no thread left");
            }
            planned++;
            time.after(delay, task);
        }

        @Override
        public Executor executor() {
            return time.executor();
        }
    }
}
