package dev.openvenue.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.RejectedException;
import dev.openvenue.core.limit.RateLimits;
import dev.openvenue.core.limit.RateLimits.OnFailure;
import dev.openvenue.core.limit.RedisStore;
import dev.openvenue.core.signing.Credentials;
import dev.openvenue.core.signing.SigningKey;
import dev.openvenue.fixtures.NoDelayServerSocketFactory;
import dev.openvenue.fixtures.RedisServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Limits over a real Redis server; two values of {@link RateLimits} stand for two hosts. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(60)
final class SharedRateLimitTest {
    private static final String API_KEY = "invented-api-key";
    private static final String SECRET = "invented-secret";
    private static final CallOptions SHORT = CallOptions.timeout(Duration.ofMillis(600));
    private static final CallOptions LONG = CallOptions.timeout(Duration.ofSeconds(20));

    private final MockWebServer server = new MockWebServer();
    private RedisServer redis;
    private RedisStore store;

    @BeforeEach
    void start() throws IOException {
        server.setServerSocketFactory(new NoDelayServerSocketFactory());
        server.start();
        for (int i = 0; i < 40; i++) {
            server.enqueue(new MockResponse.Builder()
                    .body("{\"code\":\"0\",\"data\":\"ok\"}")
                    .build());
        }
        redis = RedisServer.start();
        store = RedisStore.connect(redis.port());
    }

    @AfterEach
    void stop() {
        server.close();
        store.close();
        redis.close();
    }

    @Test
    void hostsShareOneCount() {
        LimitedApi one = host(OnFailure.FAIL_CLOSED);
        LimitedApi other = host(OnFailure.FAIL_CLOSED);
        for (int i = 0; i < 8; i++) {
            one.news().with(LONG).execute();
            other.news().with(LONG).execute();
        }
        assertThat(catchThrowable(() -> one.news().with(SHORT).execute())).isInstanceOf(NotSentException.class);
        assertThat(catchThrowable(() -> other.news().with(SHORT).execute())).isInstanceOf(NotSentException.class);
        assertThat(server.getRequestCount()).isEqualTo(16);
    }

    @Test
    void noKeyOfTheStoreHoldsAnApiKeyOrAnAccount() {
        LimitedApi api = LimitedClient.builder()
                .baseUrl("http://127.0.0.1:" + server.getPort())
                .credentials(Credentials.of(API_KEY, SigningKey.of(SigningKey.Algorithm.HMAC_SHA256, text -> text)))
                .rateLimits(RateLimits.shared(store.buckets(), "trading", OnFailure.FAIL_CLOSED)
                        .account("main-account"))
                .build()
                .api();
        api.status().with(LONG).execute();
        api.place().with(LONG).execute();
        List<String> keys = store.connection().sync().keys("*");
        assertThat(keys).isNotEmpty().allMatch(key -> key.startsWith("trading:limited@127.0.0.1-"));
        assertThat(String.join(" ", keys)).doesNotContain(API_KEY, SECRET, "main-account");
    }

    @Test
    void countsLeaveTheStoreWhenTheyAreFullAgain() {
        host(OnFailure.FAIL_CLOSED).news().with(LONG).execute();
        assertThat(store.connection().sync().keys("*"))
                .isNotEmpty()
                .allSatisfy(
                        key -> assertThat(store.connection().sync().pttl(key)).isBetween(1L, 180_000L));
    }

    @Test
    void failClosedSendsNothingWithoutTheStore() throws Exception {
        LimitedApi api = host(OnFailure.FAIL_CLOSED);
        api.cancel().with(LONG).execute();
        redis.kill();
        Throwable failure = catchThrowable(() -> api.cancel().with(LONG).execute());
        assertThat(failure)
                .isInstanceOf(NotSentException.class)
                .hasMessageMatching("cancel was held back: the shared rate limits cannot be reached"
                        + " \\((TimeoutException|RedisException|RedisConnectionException|RedisCommandTimeoutException)\\),"
                        + " and they are set to FAIL_CLOSED; repair their store or choose FAIL_OPEN; nothing was sent");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void failOpenGoesOnWithALocalCountOfTheSameSize() throws Exception {
        LimitedApi api = host(OnFailure.FAIL_OPEN);
        api.news().with(LONG).execute();
        redis.kill();
        for (int i = 0; i < 15; i++) {
            api.news().with(LONG).execute();
        }
        assertThat(catchThrowable(() -> api.news().with(SHORT).execute())).isInstanceOf(NotSentException.class);
        assertThat(server.getRequestCount()).isEqualTo(16);
    }

    @Test
    void theStoreIsUsedAgainOnceItIsBack() throws Exception {
        LimitedApi api = host(OnFailure.FAIL_CLOSED);
        api.cancel().with(LONG).execute();
        redis.kill();
        assertThat(catchThrowable(() -> api.cancel().with(LONG).execute())).isInstanceOf(NotSentException.class);
        redis.restart();
        Throwable failure;
        do {
            failure = catchThrowable(() -> api.cancel().with(LONG).execute());
        } while (failure != null);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void aPauseOfOneHostHoldsTheOther() {
        LimitedApi one = host(OnFailure.FAIL_CLOSED);
        LimitedApi other = host(OnFailure.FAIL_CLOSED);
        one.cancel().with(LONG).execute();
        other.cancel().with(LONG).execute();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder()
                        .code(429)
                        .addHeader("Retry-After", "30")
                        .build();
            }
        });
        assertThat(catchThrowable(() -> one.cancel().with(LONG).execute())).isInstanceOf(RejectedException.class);
        // The first host tells the store after it has told its caller.
        Throwable failure;
        do {
            failure = catchThrowable(() -> other.cancel().with(LONG).execute());
        } while (!(failure instanceof NotSentException));
        assertThat(failure).hasMessageContaining("the next permit is free in");
    }

    private LimitedApi host(OnFailure onFailure) {
        return LimitedClient.builder()
                .baseUrl("http://127.0.0.1:" + server.getPort())
                .rateLimits(RateLimits.shared(store.buckets(), "trading", onFailure))
                .build()
                .api();
    }
}
