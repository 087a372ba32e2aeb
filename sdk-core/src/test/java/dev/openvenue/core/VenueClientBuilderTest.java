package dev.openvenue.core;

import static dev.openvenue.core.SampleVenue.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.SampleApi.NewOrder;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.NotSentException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VenueClientBuilderTest {
    @RegisterExtension
    final SampleVenue venue = new SampleVenue();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.sample.example",
                "http://10.0.0.1",
                "http://127.0.0.1.sample.example",
                "http://localhost.sample.example",
                "http://[::2]"
            })
    void plainHttpToAnotherMachineIsRejected(String url) {
        assertThatThrownBy(() -> SampleClient.builder().baseUrl(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The base URL is plain http to " + HttpUrl.get(url).host()
                        + "; keys and orders would travel in the clear, so use https"
                        + " (http is allowed to loopback addresses, and in Java to a host that plainHttpBaseUrl"
                        + " names)");
    }

    @Test
    void plainHttpIsAllowedToAHostThatIsNamedForIt() {
        SampleClient client =
                SampleClient.builder().plainHttpBaseUrl("http://simulator:8080").build();

        assertThat(client.api().lastPrice().request().url()).hasToString("http://simulator:8080/price");
        assertThat(client).hasToString("SampleClient[http://simulator:8080]");
        assertThatThrownBy(() -> SampleClient.builder().plainHttpBaseUrl("http://simulator/v2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The base URL to simulator holds more than scheme, host and port;"
                        + " leave out path, query and user, since signatures cover the path");
    }

    @Test
    void clientPrintsWhereItConnectsAndNoKey() {
        assertThat(SampleClient.builder().credentials(SampleVenue.credentials()).build())
                .hasToString("SampleClient[https://api.sample.example]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080",
                "http://127.9.8.7",
                "http://localhost/",
                "http://[::1]:80",
                "https://x.y"
            })
    void httpsAndLoopbackAreAllowed(String url) {
        SampleClient client = SampleClient.builder().baseUrl(HttpUrl.get(url)).build();

        assertThat(client.api().placeOrder(NewOrder.BUY).request().url())
                .isEqualTo(HttpUrl.get(url).resolve("/orders"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://x.y/v2",
                "https://x.y/?key=1",
                "https://x.y/#part",
                "https://me@x.y",
                "https://me:pw@x.y"
            })
    void baseUrlWithMoreThanAHostIsRejected(String url) {
        assertThatThrownBy(() -> SampleClient.builder().baseUrl(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The base URL to x.y holds more than scheme, host and port;"
                        + " leave out path, query and user, since signatures cover the path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "api.sample.example", "ftp://x.y", "https://"})
    void baseUrlThatIsNoneIsRejected(String url) {
        assertThatThrownBy(() -> SampleClient.builder().baseUrl(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The base URL is not an http or https URL; give it as https://host");
    }

    @Test
    void clientWithoutCredentialsMakesPublicCalls() {
        venue.responds("{\"code\":0,\"data\":{\"BTC\":\"1.5\"}}");
        SampleApi api = SampleClient.builder().baseUrl(venue.url()).build().api();

        assertThat(api.lastPrice().execute()).isEqualTo(Map.of("BTC", new BigDecimal("1.5")));
        assertThat(venue.request().getHeaders().names()).doesNotContain("Sample-Key");
    }

    @Test
    void clientWithoutCredentialsSaysWhatSignedCallsNeed() {
        SampleApi api = SampleClient.builder().baseUrl(venue.url()).build().api();

        NotSentException e = failure(api.placeOrder(NewOrder.BUY), NotSentException.class);

        assertThat(e)
                .hasMessage("placeOrder must be signed, but the client has no credentials;"
                        + " give them to its builder with credentials(…); nothing was sent");
        assertThat(e.effect()).isEqualTo(Effect.NONE);
        assertThat(venue.server.getRequestCount()).isZero();
    }

    @Test
    void publicCallsAreNotSignedEvenWithCredentials() {
        venue.responds("{\"code\":0,\"data\":{}}");

        venue.api().lastPrice().execute();

        assertThat(venue.request().getHeaders().names()).doesNotContain("Sample-Key", "Sample-Sign");
    }

    @Test
    void clientKnowsItsVenue() {
        SampleClient client = SampleClient.builder().build();

        assertThat(client.venueId()).isEqualTo("sample");
        assertThat(client.venueName()).isEqualTo("Sample");
    }

    @Test
    void interfaceOfAnotherVenueIsRejected() {
        assertThatThrownBy(() -> VenueClientBuilder.of(SampleClient.DESCRIPTION, runtime -> {
                            runtime.api(Runnable.class);
                            return new SampleClient(runtime);
                        })
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("java.lang.Runnable is not an interface of Sample");
    }

    @Test
    void interfaceIsEqualToItselfOnlyAndPrintsItsName() {
        SampleApi one = SampleClient.builder().build().api();
        SampleApi other = SampleClient.builder().build().api();

        assertThat(List.of(other, one).indexOf(one)).isEqualTo(1);
        assertThat(List.of(one, other)).doesNotHaveDuplicates();
        assertThat(one).hasToString("SampleApi").hasSameHashCodeAs(one);
    }
}
