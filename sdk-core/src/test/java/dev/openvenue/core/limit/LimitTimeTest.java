package dev.openvenue.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The time that clients use, and its threads. */
@Timeout(60)
final class LimitTimeTest {
    private final LimitTime time = LimitTime.system();

    @Test
    void itIsTheTimeOfTheSystem() {
        long before = System.nanoTime();
        assertThat(time.nanos()).isBetween(before, System.nanoTime());
    }

    @Test
    void decisionsAreToldOnThreadsOfTheirOwnThatDoNotKeepTheProcessAlive() throws Exception {
        CompletableFuture<Thread> turn = new CompletableFuture<>();
        CompletableFuture<Thread> timer = new CompletableFuture<>();
        time.executor().execute(() -> turn.complete(Thread.currentThread()));
        time.after(Duration.ofNanos(1), () -> timer.complete(Thread.currentThread()));

        assertThat(turn.get().getName()).isEqualTo("openvenue-turns-1");
        assertThat(turn.get().isDaemon()).isTrue();
        assertThat(timer.get().getName()).isEqualTo("openvenue-rate-limits-1");
        assertThat(timer.get().isDaemon()).isTrue();
    }

    @Test
    void theTimersThreadEndsWhenNothingIsScheduled() {
        ScheduledThreadPoolExecutor timer = LimitTime.timer();

        assertThat(timer.allowsCoreThreadTimeOut()).isTrue();
        assertThat(timer.getKeepAliveTime(TimeUnit.SECONDS)).isEqualTo(10);
        timer.shutdown();
    }
}
