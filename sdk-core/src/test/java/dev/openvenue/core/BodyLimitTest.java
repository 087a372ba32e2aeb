package dev.openvenue.core;

import static dev.openvenue.core.SampleVenue.asyncFailure;
import static dev.openvenue.core.SampleVenue.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.SampleApi.NewOrder;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.MalformedResponseException;
import dev.openvenue.core.error.RejectedException;
import dev.openvenue.core.error.TransportException;
import java.io.IOException;
import mockwebserver3.MockResponse;
import okhttp3.OkHttpClient;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No body takes more memory than the client may hold, however it comes. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BodyLimitTest {
    private static final String TOO_LONG = "The response of Sample to placeOrder cannot be read: it is longer than"
            + " 1000 bytes (outcome unknown: look the order up before retrying)";

    @RegisterExtension
    final SampleVenue venue = new SampleVenue();

    @Test
    void bodyAsLongAsAllowedIsRead() {
        String start = "{\"code\":0,\"data\":{\"orderId\":\"1\"},\"rest\":\"";
        venue.responds(start + "x".repeat(1000 - start.length() - 2) + "\"}");

        assertThat(api().placeOrder(NewOrder.BUY).execute().orderId()).isEqualTo("1");
    }

    @Test
    void longerBodyIsNotReadToItsEnd() {
        venue.responds(" ".repeat(1001));

        MalformedResponseException e = failure(api().placeOrder(NewOrder.BUY), MalformedResponseException.class);

        assertThat(e).hasMessage(TOO_LONG);
        assertThat(e.effect()).isEqualTo(Effect.UNKNOWN);
    }

    @Test
    void chunkedBodyNeitherNorAsynchronously() {
        venue.server.enqueue(
                new MockResponse.Builder().chunkedBody(" ".repeat(5000), 100).build());

        assertThat(asyncFailure(api().placeOrder(NewOrder.BUY), MalformedResponseException.class))
                .hasMessage(TOO_LONG);
    }

    @Test
    void bombThatIsSmallOnTheWireNeither() throws IOException {
        Buffer bomb = new Buffer();
        try (BufferedSink gzip = Okio.buffer(new GzipSink(bomb))) {
            gzip.writeUtf8(" ".repeat(10_000_000));
        }
        assertThat(bomb.size()).isLessThan(20_000);
        venue.server.enqueue(new MockResponse.Builder()
                .body(bomb)
                .addHeader("Content-Encoding", "gzip")
                .build());

        assertThat(failure(api().placeOrder(NewOrder.BUY), MalformedResponseException.class))
                .hasMessage(TOO_LONG);
    }

    @Test
    void bodyOfANegativeLengthIsRejectedAndItsConnectionReleased() {
        OkHttpClient given = new OkHttpClient();
        venue.server.enqueue(new MockResponse.Builder()
                .body("{\"code\":0}")
                .setHeader("Content-Length", "-5")
                .build());
        SampleApi api = venue.builder().httpClient(given).build().api();

        TransportException e = failure(api.placeOrder(NewOrder.BUY), TransportException.class);

        assertThat(e)
                .hasMessage("No response from Sample to placeOrder: the Content-Length is -5"
                        + " (outcome unknown: look the order up before retrying)");
        assertThat(given.connectionPool().idleConnectionCount())
                .isEqualTo(given.connectionPool().connectionCount());
    }

    @Test
    void bodyThatHasNoEndNeither() {
        // More than any test's patience, at a speed that only an end helps against.
        venue.server.enqueue(
                new MockResponse.Builder().chunkedBody(" ".repeat(100_000), 10).build());

        assertThat(failure(api().placeOrder(NewOrder.BUY), MalformedResponseException.class))
                .hasMessage(TOO_LONG);
    }

    @Test
    void statusOfARejectionIsKnownAllTheSame() {
        venue.responds(429, " ".repeat(1001));

        RejectedException e = failure(api().placeOrder(NewOrder.BUY), RejectedException.class);

        assertThat(e).hasMessage("Sample rejected placeOrder: HTTP 429 (rate limit; no effect)");
    }

    /** The JSON reader would take minutes over each of them, whatever the deadline. */
    @ParameterizedTest
    @CsvSource({
        "' ', 50000000, it holds more than 65536 blanks in a row",
        "1, 5000000, it holds a number of more than 1000 digits"
    })
    void runsThatTheReaderWouldNotGetThroughAreRejected(String run, int length, String problem) {
        venue.responds("{\"code\":0,\"data\":" + run.repeat(length) + "}");

        MalformedResponseException e = failure(venue.api().placeOrder(NewOrder.BUY), MalformedResponseException.class);

        assertThat(e)
                .hasMessage("The response of Sample to placeOrder cannot be read: " + problem
                        + " (outcome unknown: look the order up before retrying)");
    }

    @Test
    void longTextIsNoSuchRun() {
        String text = "\\\" " + " ".repeat(100_000) + "1".repeat(100_000);
        venue.responds("{\"code\":0,\"data\":{\"orderId\":\"1\"},\"text\":\"" + text + "\"}");

        assertThat(venue.api().placeOrder(NewOrder.BUY).execute().orderId()).isEqualTo("1");
    }

    @Test
    void limitThatIsNoneIsRejected() {
        assertThatThrownBy(() -> SampleClient.builder().maxResponseBytes(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxResponseBytes is 0; it must be from 1 to 2147483647, since a body is held in memory");
        assertThatThrownBy(() -> SampleClient.builder().maxResponseBytes(1L << 31))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxResponseBytes is 2147483648; it must be from 1 to 2147483647,"
                        + " since a body is held in memory");
    }

    private SampleApi api() {
        return venue.builder()
                .maxResponseBytes(1000)
                .retryPolicy(RetryPolicy.none())
                .build()
                .api();
    }
}
