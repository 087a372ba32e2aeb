package dev.openvenue.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.SampleApi.NewOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What waits for what among the asynchronous calls of a client. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CallLaneTest {
    private static final CallOptions LONG = CallOptions.timeout(Duration.ofMinutes(5));

    @RegisterExtension
    final SampleVenue venue = new SampleVenue();

    private final List<String> ran = new ArrayList<>();
    private final CallLane lane = new CallLane(2, Runnable::run);

    @Test
    void callsBeyondTheBoundWaitInTheOrderOfArrival() {
        lane.enter(() -> ran.add("1"));
        lane.enter(() -> ran.add("2"));
        lane.enter(() -> ran.add("3"));
        lane.enter(() -> ran.add("4"));

        assertThat(ran).containsExactly("1", "2");
        lane.leave();
        assertThat(ran).containsExactly("1", "2", "3");
        lane.leave();
        assertThat(ran).containsExactly("1", "2", "3", "4");
    }

    @Test
    void callThatPausesLeavesItsPlaceAndGoesOnAtOnce() {
        lane.enter(() -> ran.add("1"));
        lane.enter(() -> ran.add("2"));
        lane.enter(() -> ran.add("3"));

        lane.leave();
        lane.resume();
        lane.enter(() -> ran.add("4"));
        lane.leave();

        assertThat(ran).containsExactly("1", "2", "3");
        lane.leave();
        assertThat(ran).containsExactly("1", "2", "3", "4");
    }

    @Test
    void callThatNoLongerWantsToRunIsForgotten() {
        Runnable third = () -> ran.add("3");
        lane.enter(() -> ran.add("1"));
        lane.enter(() -> ran.add("2"));
        lane.enter(third);

        assertThat(lane.forget(third)).isTrue();
        assertThat(lane.forget(third)).isFalse();
        lane.leave();
        assertThat(ran).containsExactly("1", "2");
    }

    @Test
    void callForWhichNoThreadCanBeHadGivesItsPlaceBack() {
        AtomicBoolean full = new AtomicBoolean(true);
        CallLane narrow = new CallLane(1, call -> {
            if (full.get()) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            call.run();
        });

        assertThatThrownBy(() -> narrow.enter(() -> ran.add("1"))).isInstanceOf(OutOfMemoryError.class);
        full.set(false);
        narrow.enter(() -> ran.add("2"));

        assertThat(ran).containsExactly("2");
    }

    @Test
    void callsThatPauseBeforeARetryHoldUpNobody() throws InterruptedException {
        int calls = CallThreads.PARALLEL_CALLS;
        CountDownLatch pausing = new CountDownLatch(calls);
        response(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "60")
                .build());
        SampleApi api = venue.builder()
                .sleeper((pause, state) -> {
                    pausing.countDown();
                    Sleeper.REAL.sleep(pause, state);
                })
                .build()
                .api();
        List<CompletableFuture<?>> places = start(api, calls);
        pausing.await();

        assertThat(api.lastPrice().executeAsync().join()).isEmpty();
        places.forEach(place -> place.cancel(true));
    }

    @Test
    void callsThatPauseBetweenTwoLookupsHoldUpNobody() throws InterruptedException {
        int calls = CallThreads.PARALLEL_CALLS;
        CountDownLatch pausing = new CountDownLatch(calls);
        response(
                "/orders/known",
                new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build());
        SampleApi api = venue.builder()
                .retryPolicy(new RetryPolicy(2, Duration.ZERO, Duration.ZERO, calls))
                .sleeper((pause, state) -> {
                    if (!pause.isZero()) {
                        pausing.countDown();
                        Sleeper.REAL.sleep(Duration.ofMinutes(5), state);
                    }
                })
                .build()
                .api();
        List<CompletableFuture<?>> places = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            NewOrder order = NewOrder.BUY.withClientOid("mine-" + i);
            places.add(api.placeOrderUnlessKnown(order).with(LONG).executeAsync());
        }
        pausing.await();

        assertThat(api.lastPrice().with(LONG).executeAsync().join()).isEmpty();
        assertThat(places).noneMatch(CompletableFuture::isDone);
        places.forEach(place -> place.cancel(true));
    }

    @Test
    void cancelsAndUrgentCallsWaitForNoCallThatHangs() {
        response(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        SampleApi api = venue.api();
        List<CompletableFuture<?>> places = start(api, CallThreads.PARALLEL_CALLS);

        assertThat(api.cancelOrders("BTCUSDT", List.of("1"), null)
                        .executeAsync()
                        .join())
                .isNull();
        assertThat(api.lastPrice()
                        .with(CallOptions.timeout(Duration.ofMinutes(1)).urgent())
                        .executeAsync()
                        .join())
                .isEmpty();
        assertThat(places).noneMatch(CompletableFuture::isDone);
        places.forEach(place -> place.cancel(true));
    }

    private List<CompletableFuture<?>> start(SampleApi api, int calls) {
        List<CompletableFuture<?>> places = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            places.add(api.placeOrder(NewOrder.BUY).with(LONG).executeAsync());
        }
        return places;
    }

    private void response(MockResponse toPlaces) {
        response("/orders", toPlaces);
    }

    private void response(String place, MockResponse toPlaces) {
        venue.server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String target = request.getTarget();
                return target.equals(place)
                        ? toPlaces
                        : new MockResponse.Builder()
                                .body("{\"code\":0,\"time\":%d,\"data\":%s}"
                                        .formatted(SampleVenue.NOW.toEpochMilli(), data(target)))
                                .build();
            }
        });
    }

    private static String data(String target) {
        if (target.startsWith("/orders/mine")) {
            return "[]";
        }
        return target.equals("/cancel") ? "null" : "{}";
    }
}
