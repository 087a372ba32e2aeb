package dev.openvenue.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
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
    void itsThreadsDoNotKeepTheProcessAliveAndEndWhenTheyAreIdle() throws Exception {
        CompletableFuture<Thread> turn = new CompletableFuture<>();
        CompletableFuture<Thread> later = new CompletableFuture<>();
        time.executor().execute(() -> turn.complete(Thread.currentThread()));
        time.after(Duration.ofNanos(1), () -> later.complete(Thread.currentThread()));

        assertThat(turn.get().getName()).startsWith("openvenue-rate-limits-");
        assertThat(turn.get().isDaemon()).isTrue();
        assertThat(later.get().getName()).startsWith("openvenue-rate-limits-");
        // Two seconds later, and the test's own timeout is the bound.
        turn.get().join();
        later.get().join();
    }
}
