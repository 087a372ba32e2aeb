package dev.openvenue.core;

import static dev.openvenue.core.ManualDeadlines.SHORT;
import static dev.openvenue.core.SampleVenue.asyncFailure;
import static dev.openvenue.core.SampleVenue.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.SampleApi.NewOrder;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.RejectedException;
import dev.openvenue.core.error.TransportException;
import dev.openvenue.core.signing.Credentials;
import dev.openvenue.core.signing.SigningKey;
import dev.openvenue.core.signing.SigningKey.Algorithm;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A call ends at its deadline whatever its thread is stuck in, be it beyond any interrupt; and nothing is sent
 * afterwards.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StuckCallTest {
    private static final String NOT_SENT = "placeOrder did not reach Sample: the deadline of 0.5 s passed (no effect)";

    @RegisterExtension
    final SampleVenue venue = new SampleVenue();

    private final ManualDeadlines deadlines = new ManualDeadlines();
    private final CountDownLatch stuck = new CountDownLatch(1);
    private final CountDownLatch entered = new CountDownLatch(1);

    @Test
    void keyServiceThatDoesNotRespond() throws InterruptedException {
        CountDownLatch signed = new CountDownLatch(1);
        SigningKey slow = SigningKey.of(Algorithm.HMAC_SHA256, message -> {
            stick();
            signed.countDown();
            return SampleVenue.hmac(message);
        });
        SampleApi api = deadlines
                .rule(venue.builder())
                .credentials(Credentials.of(SampleVenue.API_KEY, SampleVenue.PASSPHRASE, slow))
                .build()
                .api();

        TransportException e = failure(api.placeOrder(NewOrder.BUY).with(SHORT), TransportException.class);
        TransportException async = asyncFailure(api.placeOrder(NewOrder.BUY).with(SHORT), TransportException.class);

        assertThat(e).hasMessage(NOT_SENT);
        assertThat(e.effect()).isEqualTo(Effect.NONE);
        assertThat(async).hasMessage(NOT_SENT);
        stuck.countDown();
        signed.await();
        assertNothingIsSent(api);
    }

    @Test
    void interceptorThatHangsBeforeTheCall() {
        SampleApi api = apiWith(chain -> {
            if (stuck.getCount() > 0) {
                stick();
            }
            return chain.proceed(chain.request());
        });

        TransportException e = failure(api.placeOrder(NewOrder.BUY).with(SHORT), TransportException.class);
        TransportException async = asyncFailure(api.placeOrder(NewOrder.BUY).with(SHORT), TransportException.class);

        assertThat(e).hasMessage(NOT_SENT);
        assertThat(async).hasMessage(NOT_SENT);
        stuck.countDown();
        assertNothingIsSent(api);
    }

    @Test
    void interceptorThatHangsAfterTheCallLeavesTheOutcomeUnknown() {
        venue.responds("{\"code\":0,\"data\":{\"orderId\":\"1\"}}");
        SampleApi api = apiWith(chain -> {
            var response = chain.proceed(chain.request());
            stick();
            return response;
        });

        TransportException e = failure(api.placeOrder(NewOrder.BUY).with(SHORT), TransportException.class);

        assertThat(e)
                .hasMessage("No response from Sample to placeOrder: the deadline of 0.5 s passed"
                        + " (outcome unknown: look the order up before retrying)");
        assertThat(e.effect()).isEqualTo(Effect.UNKNOWN);
        stuck.countDown();
    }

    @Test
    void resolverThatDoesNotRespond() {
        OkHttpClient given = new OkHttpClient.Builder()
                .dns(host -> {
                    stick();
                    return List.of(InetAddress.getByName(host));
                })
                .build();
        SampleApi api = deadlines
                .rule(venue.builder())
                .baseUrl("http://localhost:" + venue.server.getPort())
                .httpClient(given)
                .build()
                .api();

        TransportException e = failure(api.placeOrder(NewOrder.BUY).with(SHORT), TransportException.class);

        assertThat(e).hasMessage(NOT_SENT);
        stuck.countDown();
        assertNothingIsSent(api);
    }

    @Test
    void nameIsLookedUpOnAnotherThreadSoThatTheOneThatWaitsIsFreeWhenTheCallEnds() {
        Executor threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        });
        CallCompletion end = new CallCompletion();
        AbandonableDns dns = new AbandonableDns(
                host -> {
                    end.close();
                    stick();
                    throw new AssertionError("Nobody waits for it any more");
                },
                threads);
        CallCompletion outer = end.enterThread();
        try {
            dns.lookup("venue.example");
            throw new AssertionError("It came to an address");
        } catch (UnknownHostException e) {
            assertThat(e).hasMessage("the call ended before the name was looked up");
        } finally {
            CallCompletion.leaveThread(outer);
        }
    }

    @Test
    void interruptEndsACallThatIsStuck() throws InterruptedException {
        SampleApi api = apiWith(chain -> {
            stick();
            return chain.proceed(chain.request());
        });
        Thread caller = Thread.currentThread();
        Thread interrupter = new Thread(() -> {
            awaitQuietly(entered);
            caller.interrupt();
        });
        interrupter.start();

        TransportException e = failure(
                api.placeOrder(NewOrder.BUY).with(CallOptions.timeout(Duration.ofMinutes(5))),
                TransportException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(e).hasMessage("placeOrder did not reach Sample: the thread was interrupted (no effect)");
        interrupter.join();
        stuck.countDown();
    }

    @Test
    void interruptInTheMomentOfAFailureDoesNotHideIt() {
        venue.responds(400, "{\"code\":2001}");
        Thread caller = Thread.currentThread();
        SampleApi api = venue.builder()
                .httpClient(new OkHttpClient())
                // The countdown ends between the call's end and that of its future.
                .deadlineTimer((time, threads, whenPassed) -> () -> {
                    caller.interrupt();
                    while (!isInside(caller, "join")) {
                        Thread.onSpinWait();
                    }
                })
                .build()
                .api();

        RejectedException e = failure(api.placeOrder(NewOrder.BUY), RejectedException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(e.code()).isEqualTo("2001");
    }

    @Test
    void stackTraceShowsWhoCalled() {
        venue.responds(400, "{\"code\":2001}");
        SampleApi api = apiWith(chain -> chain.proceed(chain.request()));

        RejectedException e = failure(api.placeOrder(NewOrder.BUY), RejectedException.class);

        assertThat(e.getStackTrace())
                .anySatisfy(frame -> assertThat(frame.getMethodName()).isEqualTo("stackTraceShowsWhoCalled"));
    }

    /** What was stuck goes on now; the next call shows that it sent nothing: only this one arrives. */
    private void assertNothingIsSent(SampleApi api) {
        venue.responds("{\"code\":0,\"data\":{\"orderId\":\"2\"}}");
        api.placeOrder(NewOrder.BUY).execute();
        assertThat(venue.server.getRequestCount()).isEqualTo(1);
    }

    private static boolean isInside(Thread thread, String method) {
        return Stream.of(thread.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals(method));
    }

    private SampleApi apiWith(Interceptor interceptor) {
        OkHttpClient given =
                new OkHttpClient.Builder().addInterceptor(interceptor).build();
        return deadlines.rule(venue.builder()).httpClient(given).build().api();
    }

    /** Waits as a system call does: no interrupt gets through. Meanwhile the deadline passes. */
    private void stick() {
        entered.countDown();
        deadlines.pass();
        awaitQuietly(stuck);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        boolean interrupted = false;
        while (true) {
            try {
                latch.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
