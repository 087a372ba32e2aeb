package dev.openvenue.conformance.faults;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/**
 * Watches the requests of one run leave. A request is late if the SDK sent it though the last time that it read on that
 * thread was not before the deadline, or without having read the time at all. How long the machine then takes to write
 * it does not count.
 */
final class Departures {
    private final SkippingClock clock;
    private final Duration deadline;
    private final AtomicInteger count = new AtomicInteger();
    private final List<String> late = new CopyOnWriteArrayList<>();

    Departures(SkippingClock clock, Duration deadline) {
        this.clock = clock;
        this.deadline = deadline;
    }

    /** The client with an interceptor at each end: where calls enter, and at the wire. */
    OkHttpClient watch(OkHttpClient http) {
        Interceptor door = chain -> {
            clock.forgetReading();
            return chain.proceed(chain.request());
        };
        Interceptor wire = chain -> {
            leaves(chain.request());
            return chain.proceed(chain.request());
        };
        return http.newBuilder()
                .addInterceptor(door)
                .addNetworkInterceptor(wire)
                .build();
    }

    int count() {
        return count.get();
    }

    List<String> late() {
        return late;
    }

    private void leaves(Request request) {
        count.incrementAndGet();
        Long reading = clock.reading();
        if (reading == null || reading >= deadline.toNanos()) {
            late.add(request.method() + " " + request.url().encodedPath() + " left after the deadline: the SDK saw "
                    + (reading == null ? "no time" : reading + " ns of " + deadline.toNanos()));
        }
    }
}
