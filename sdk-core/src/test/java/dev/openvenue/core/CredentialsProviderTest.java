package dev.openvenue.core;

import static dev.openvenue.core.SampleVenue.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.SampleApi.NewOrder;
import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.RejectedException;
import dev.openvenue.core.signing.Credentials;
import dev.openvenue.core.signing.SigningKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Keys that change while a client is in use. */
final class CredentialsProviderTest {
    private static final String PLACED = "{\"code\":0,\"data\":{\"orderId\":\"1\"}}";

    @RegisterExtension
    final SampleVenue venue = new SampleVenue();

    @Test
    void everySignatureIsMadeWithTheCurrentKey() {
        venue.responds(PLACED).responds(503, "").responds(PLACED);
        Deque<Credentials> keys = new ArrayDeque<>(List.of(key("first"), key("first"), key("second"), key("third")));
        SampleApi api = venue.builder().credentials(keys::remove).build().api();

        api.placeOrder(NewOrder.BUY).execute();
        api.findOrder("1").execute();

        assertThat(List.of(venue.request(), venue.request(), venue.request()))
                .extracting(request -> request.getHeaders().get("Sample-Key"))
                .containsExactly("first-api-key", "second-api-key", "third-api-key");
    }

    @Test
    void publicCallsAskForNoKey() {
        venue.responds("{\"code\":0,\"data\":{}}");
        Deque<Credentials> keys = new ArrayDeque<>(List.of(key("first")));
        SampleApi api = venue.builder().credentials(keys::remove).build().api();

        api.lastPrice().execute();

        assertThat(keys).isEmpty();
    }

    @Test
    void aClientWhoseFirstKeyCannotBeHadIsNotBuilt() {
        assertThatThrownBy(() -> venue.builder()
                        .credentials(() -> {
                            throw new IllegalStateException("the vault is sealed");
                        })
                        .build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the vault is sealed");
    }

    @Test
    void aCallWhoseKeyCannotBeHadIsNotSent() {
        Deque<Credentials> keys = new ArrayDeque<>(List.of(key("first")));
        SampleApi api = venue.builder().credentials(keys::remove).build().api();

        NotSentException e = failure(api.placeOrder(NewOrder.BUY), NotSentException.class);

        assertThat(e)
                .hasMessage("placeOrder could not be signed: the credentials provider failed; nothing was sent")
                .hasRootCauseInstanceOf(java.util.NoSuchElementException.class);
        assertThat(venue.server.getRequestCount()).isZero();
    }

    @Test
    void aKeyThatWasRotatedInIsRedactedLikeTheFirstOne() {
        venue.responds(400, "{\"code\":9,\"msg\":\"not allowed to second-api-key or second-secret\"}");
        Deque<Credentials> keys = new ArrayDeque<>(List.of(key("first"), key("second")));
        SampleApi api = venue.builder().credentials(keys::remove).build().api();

        RejectedException e = failure(api.placeOrder(NewOrder.BUY), RejectedException.class);

        assertThat(e.getMessage()).contains("not allowed to *** or ***").doesNotContain("second");
        assertThat(e.body()).doesNotContain("second");
    }

    private static Credentials key(String name) {
        return Credentials.of(
                name + "-api-key",
                "invented-passphrase",
                SigningKey.inMemory(SigningKey.Algorithm.HMAC_SHA256, SampleVenue::hmac, name + "-secret"));
    }
}
