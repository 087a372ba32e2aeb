package dev.openvenue.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.signing.SignedRequest;
import java.lang.reflect.Proxy;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SignWithoutSendingTest {
    @RegisterExtension
    final SampleVenue venue = new SampleVenue();

    @Test
    void callIsSignedAsItWouldBeSentAndNothingIsSent() {
        SampleClient client = venue.builder().build();

        SignedRequest signed = client.sign(client.api().findOrder("1"));

        Request request = signed.request();
        assertThat(request.header("Sample-Time")).isEqualTo("1767323045678");
        assertThat(signed.canonicalText())
                .startsWith("1767323045678GET" + request.url().encodedPath());
        assertThat(request.header("Sample-Sign")).isNotBlank();
        assertThat(venue.server.getRequestCount()).isZero();
    }

    @Test
    void clientWithoutCredentialsCannotSign() {
        SampleClient client = SampleClient.builder().baseUrl(venue.url()).build();

        assertThatThrownBy(() -> client.sign(client.api().findOrder("1")))
                .isInstanceOf(NotSentException.class)
                .hasMessage("findOrder must be signed, but the client has no credentials;"
                        + " give them to its builder with credentials(…); nothing was sent");
    }

    @Test
    void publicCallHasNothingToSign() {
        SampleClient client = venue.builder().build();

        assertThatThrownBy(() -> client.sign(client.api().serverTime()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("serverTime of Sample is public; it is sent without a signature");
    }

    @Test
    void callOfNoClientIsRejected() {
        VenueCall<?> foreign = (VenueCall<?>) Proxy.newProxyInstance(
                VenueCall.class.getClassLoader(), new Class<?>[] {VenueCall.class}, (proxy, method, arguments) -> null);
        SampleClient client = venue.builder().build();

        assertThatThrownBy(() -> client.sign(foreign))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Only calls that a client made can be signed; take one from its interfaces or its operations()");
    }
}
