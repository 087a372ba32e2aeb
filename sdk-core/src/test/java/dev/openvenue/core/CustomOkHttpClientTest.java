package dev.openvenue.core;

import static dev.openvenue.core.SampleVenue.asyncFailure;
import static dev.openvenue.core.SampleVenue.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.openvenue.core.SampleApi.NewOrder;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.RejectedException;
import dev.openvenue.core.error.TransportException;
import dev.openvenue.core.error.VenueException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Authenticator;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever a user's own OkHttp client brings along, the rules hold. */
class CustomOkHttpClientTest {
    private static final String PLACED = "{\"code\":0,\"data\":{\"orderId\":\"1\"}}";
    private static final String STOPPED = "An interceptor of the given OkHttpClient tried to retry placeOrder and was"
            + " stopped; remove it, retries are the retry policy's business (no effect this time,"
            + " but an earlier attempt may have had one: look the order up before retrying)";

    @RegisterExtension
    final SampleVenue venue = new SampleVenue();

    @Test
    void interceptorThatRetriesFailuresCannotPlaceAnOrderTwice() {
        venue.dropsTheConnection().responds(PLACED);
        SampleApi api = apiWith(chain -> {
            try {
                return chain.proceed(chain.request());
            } catch (IOException e) {
                return chain.proceed(chain.request());
            }
        });

        TransportException e = failure(api.placeOrder(NewOrder.BUY), TransportException.class);

        assertThat(e).hasMessage(STOPPED);
        assertThat(e.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(venue.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void interceptorThatRetriesSuccessesCannotPlaceAnOrderTwice() {
        venue.responds(PLACED).responds(PLACED);
        SampleApi api = apiWith(chain -> {
            chain.proceed(chain.request()).close();
            return chain.proceed(chain.request());
        });

        TransportException e = failure(api.placeOrder(NewOrder.BUY), TransportException.class);

        assertThat(e).hasMessage(STOPPED);
        assertThat(e.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(venue.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void authenticatorIsIgnored() {
        venue.responds(401, "{}").responds(PLACED);
        AtomicInteger asked = new AtomicInteger();
        OkHttpClient given = new OkHttpClient.Builder()
                .authenticator((route, response) -> {
                    asked.incrementAndGet();
                    return response.request();
                })
                .build();

        RejectedException e = failure(
                venue.builder().httpClient(given).build().api().placeOrder(NewOrder.BUY), RejectedException.class);

        assertThat(e.kind()).isEqualTo(ErrorKind.AUTHENTICATION);
        assertThat(asked).hasValue(0);
        assertThat(venue.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void requestThatOkHttpWouldResendByItselfIsStoppedBeforeTheWire() {
        venue.responds(401, "{}").responds(PLACED);
        Authenticator stubborn = (route, response) -> response.request();
        SampleApi api = apiWith(chain -> chain.withAuthenticator(stubborn).proceed(chain.request()));

        RejectedException e = failure(api.placeOrder(NewOrder.BUY), RejectedException.class);

        assertThat(e).hasMessage("Sample rejected placeOrder: HTTP 401 (authentication; no effect)");
        assertThat(venue.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void signedRequestGoesToNoOtherHost() throws IOException {
        try (MockWebServer stranger = new MockWebServer()) {
            stranger.start();
            SampleApi api = apiWith(chain -> chain.proceed(chain.request()
                    .newBuilder()
                    .url(chain.request()
                            .url()
                            .newBuilder()
                            .port(stranger.getPort())
                            .host("localhost")
                            .build())
                    .build()));

            NotSentException e = failure(api.placeOrder(NewOrder.BUY), NotSentException.class);

            assertThat(e)
                    .hasMessage("placeOrder would go to localhost, but the client was built for 127.0.0.1;"
                            + " signed requests go nowhere else; nothing was sent");
            assertThat(stranger.getRequestCount()).isZero();
        }
    }

    @Test
    void interceptorMayRespondInPlaceOfTheVenue() {
        SampleApi api = apiWith(chain -> canned(chain.request(), 200, PLACED));

        assertThat(api.placeOrder(NewOrder.BUY).execute()).isEqualTo(new SampleApi.Order("1", null, null));
        assertThat(venue.server.getRequestCount()).isZero();
    }

    @Test
    void interceptorMayRejectInPlaceOfTheVenue() {
        SampleApi api = apiWith(chain -> canned(chain.request(), 400, "{\"code\":2001,\"msg\":\"no\"}"));

        RejectedException e = asyncFailure(api.placeOrder(NewOrder.BUY), RejectedException.class);

        assertThat(e).hasMessage("Sample rejected placeOrder: 2001 no (insufficient funds; no effect)");
    }

    @Test
    void interceptorMayRespondInPlaceOfAVenueThatFailed() {
        venue.responds(400, "{\"code\":2001}");
        SampleApi api = apiWith(chain -> {
            try {
                return chain.proceed(chain.request());
            } catch (IOException e) {
                return canned(chain.request(), 200, PLACED);
            }
        });

        VenueResponse<SampleApi.Order> response = api.placeOrder(NewOrder.BUY).executeWithResponse();

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.attempts()).isEqualTo(1);
    }

    @Test
    void interceptorThatFailsAfterTheOrderWasPlacedLeavesTheOutcomeUnknown() {
        venue.responds(PLACED);
        SampleApi api = apiWith(chain -> {
            chain.proceed(chain.request());
            throw new IllegalStateException("broken metrics");
        });

        TransportException e = failure(api.placeOrder(NewOrder.BUY), TransportException.class);

        assertThat(e)
                .hasMessage("No response from Sample to placeOrder: broken metrics"
                        + " (outcome unknown: look the order up before retrying)");
    }

    @Test
    void interceptorThatDropsTheTagsIsReported() {
        SampleApi api = apiWith(chain ->
                chain.proceed(new Request.Builder().url(chain.request().url()).build()));

        TransportException e = failure(api.placeOrder(NewOrder.BUY), TransportException.class);

        assertThat(e)
                .hasMessage("placeOrder did not reach Sample: an interceptor of the given OkHttpClient dropped the tags"
                        + " of the request (no effect)");
        assertThat(venue.server.getRequestCount()).isZero();
    }

    @Test
    void interceptorThatHedgesCannotPlaceAnOrderTwice() {
        venue.responds(PLACED);
        List<Throwable> hedges = new CopyOnWriteArrayList<>();
        AtomicInteger calls = new AtomicInteger();
        SampleApi api = apiWith(chain -> {
            // The copy comes through here as well.
            if (calls.getAndIncrement() == 0) {
                hedges.add(catchThrowable(() -> chain.call().clone().execute()));
            }
            return chain.proceed(chain.request());
        });

        api.placeOrder(NewOrder.BUY).execute();

        assertThat(hedges).singleElement().satisfies(e -> {
            VenueException stopped = Objects.requireNonNull(VenueIoException.carriedBy(e));
            assertThat(stopped)
                    .hasMessage(
                            "An interceptor of the given OkHttpClient tried to send a copy of placeOrder and was stopped;"
                                    + " remove it, retries are the retry policy's business"
                                    + " (outcome unknown: look the order up before retrying)");
            assertThat(stopped.effect()).isEqualTo(Effect.UNKNOWN);
        });
        assertThat(venue.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void interceptorCannotSendASecondRequestWhileTheFirstIsUnderWay() {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        venue.server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                arrived.countDown();
                stopped.await();
                return new MockResponse.Builder().body(PLACED).build();
            }
        });
        SampleApi api = apiWith(chain -> {
            CompletableFuture<Throwable> second = CompletableFuture.supplyAsync(() -> {
                try {
                    arrived.await();
                    return catchThrowable(() -> chain.proceed(chain.request()));
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                } finally {
                    stopped.countDown();
                }
            });
            Response first = chain.proceed(chain.request());
            assertThat(VenueIoException.carriedBy(second.join()))
                    .hasMessage(
                            "An interceptor of the given OkHttpClient tried to send a second placeOrder and was stopped;"
                                    + " remove it, retries are the retry policy's business"
                                    + " (outcome unknown: look the order up before retrying)");
            return first;
        });

        assertThat(api.placeOrder(NewOrder.BUY).execute().orderId()).isEqualTo("1");

        assertThat(venue.server.getRequestCount()).isEqualTo(1);
    }

    private SampleApi apiWith(Interceptor interceptor) {
        OkHttpClient given =
                new OkHttpClient.Builder().addInterceptor(interceptor).build();
        return venue.builder().httpClient(given).build().api();
    }

    private static Response canned(Request request, int code, String body) {
        return new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(code)
                .message("")
                .body(ResponseBody.create(body, MediaType.get("application/json")))
                .build();
    }
}
