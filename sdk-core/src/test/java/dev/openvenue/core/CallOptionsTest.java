package dev.openvenue.core;

import static dev.openvenue.core.SampleVenue.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.SampleApi.NewOrder;
import dev.openvenue.core.error.RejectedException;
import java.time.Duration;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one call may have of its own. */
final class CallOptionsTest {
    @RegisterExtension
    final SampleVenue venue = new SampleVenue();

    @Test
    void aHeaderOfACallIsSentWithItAndSignedLikeTheRest() {
        venue.responds("{\"code\":0,\"data\":{\"orderId\":\"1\"}}");

        venue.api()
                .placeOrder(NewOrder.BUY)
                .with(CallOptions.DEFAULT.withHeader("X-Trace", "desk 7"))
                .execute();

        RecordedRequest request = venue.request();
        assertThat(request.getHeaders().get("X-Trace")).isEqualTo("desk 7");
        assertThat(request.getHeaders().get("Sample-Sign")).isEqualTo(SampleVenue.expectedSignature(request));
    }

    @Test
    void theSignatureCannotBeReplaced() {
        venue.responds("{\"code\":0,\"data\":{\"orderId\":\"1\"}}");

        venue.api()
                .placeOrder(NewOrder.BUY)
                .with(CallOptions.DEFAULT.withHeader("Sample-Sign", "mine"))
                .execute();

        RecordedRequest request = venue.request();
        assertThat(request.getHeaders().values("Sample-Sign")).containsExactly(SampleVenue.expectedSignature(request));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "content-type", "Content-Length", "Transfer-Encoding"})
    void aHeaderThatDescribesTheRequestIsRejected(String name) {
        assertThatThrownBy(() -> CallOptions.DEFAULT.withHeader(name, "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The header " + name + " describes the request itself and is set by the SDK; leave it out");
    }

    @Test
    void aHeaderThatHttpDoesNotAllowIsRejectedWithoutItsValue() {
        assertThatThrownBy(() -> CallOptions.DEFAULT.withHeader("X-Trace", "a\r\nb: secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The header X-Trace cannot be sent: HTTP allows printable ASCII, and no blank in a name");
        assertThatThrownBy(() -> CallOptions.DEFAULT.withHeader("X Trace\n", "a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The header X Trace? cannot be sent: HTTP allows printable ASCII, and no blank in a name");
    }

    @Test
    void aRetryPolicyOfACallReplacesTheClients() {
        venue.responds(503, "").responds("{\"code\":0,\"data\":{}}");

        failure(
                venue.api().lastPrice().with(CallOptions.DEFAULT.withRetryPolicy(RetryPolicy.none())),
                RejectedException.class);

        assertThat(venue.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void eachOptionKeepsTheOthers() {
        CallOptions options = CallOptions.timeout(Duration.ofSeconds(2))
                .withHeader("a", "1")
                .withRetryPolicy(RetryPolicy.none())
                .urgent()
                .withHeader("b", "2")
                .withTimeout(Duration.ofSeconds(3));

        assertThat(options.timeout()).contains(Duration.ofSeconds(3));
        assertThat(options.retryPolicy()).contains(RetryPolicy.none());
        assertThat(options.headers()).containsOnlyKeys("a", "b");
        assertThat(options.isUrgent()).isTrue();
        assertThat(CallOptions.DEFAULT.headers()).isEmpty();
    }
}
