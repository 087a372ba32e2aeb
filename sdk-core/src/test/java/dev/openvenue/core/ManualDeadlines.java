package dev.openvenue.core;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Deadlines that pass when a test says so and never by themselves, so that it does not matter how slow the machine is.
 */
final class ManualDeadlines implements DeadlineTimer {
    static final CallOptions SHORT = CallOptions.timeout(Duration.ofMillis(500));

    private final Map<Runnable, Duration> running = new ConcurrentHashMap<>();

    /** Lets these deadlines and nothing else end the calls of a client. */
    <C extends VenueClient> VenueClientBuilder<C> rule(VenueClientBuilder<C> builder) {
        return builder.nanoTime(() -> 0).deadlineTimer(this);
    }

    @Override
    public Runnable start(Duration time, Executor threads, Runnable whenPassed) {
        Runnable pass = () -> threads.execute(whenPassed);
        running.put(pass, time);
        return () -> running.remove(pass);
    }

    /** The deadlines pass of all calls under way that were given no more time than {@link #SHORT} says. */
    void pass() {
        Duration brief = SHORT.timeout().orElseThrow();
        running.forEach((pass, time) -> {
            if (time.compareTo(brief) <= 0) {
                pass.run();
            }
        });
    }

    /** They pass as soon as a venue has this many requests. */
    void passAfter(int requests, SampleVenue venue) {
        Thread watcher = new Thread(() -> {
            for (int i = 0; i < requests; i++) {
                venue.request();
            }
            pass();
        });
        watcher.setDaemon(true);
        watcher.start();
    }
}
