package dev.openvenue.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.TransportException;
import dev.openvenue.core.error.VenueException;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the end of a call's future says. */
final class CallResultTest {
    private final EngineVenue venue =
            new Venue("test", "Test", "cancel", (PlainGateway) (operation, arguments, deadline) -> {
                throw new AssertionError("nothing is sent");
            });

    private record Venue(String id, String name, String operation, VenueGateway gateway) implements EngineVenue {}

    @Test
    void aResponseIsAResponse() {
        VenueResponse<Object> response = new VenueResponse<>("{}", 200, Headers.of(), Map.of(), 1, "{}");

        assertThat(CallResult.of(venue, "cancel", response, null)).isEqualTo(new CallResult.Succeeded(response));
    }

    @Test
    void aFailureThatTheSdkKnowsIsKeptHoweverItIsWrapped() {
        TransportException known = new TransportException("test", "cancel", Effect.UNKNOWN, "cut", null);

        assertThat(failure(known)).isSameAs(known);
        assertThat(failure(new CompletionException(known))).isSameAs(known);
    }

    @Test
    void aFailureThatNobodyForesawCountsAsALostResponse() {
        RuntimeException unforeseen = new IllegalStateException("odd");
        RuntimeException bare = new CompletionException("bare", null);

        assertThat(failure(new CompletionException(unforeseen)))
                .isInstanceOf(TransportException.class)
                .hasMessage("cancel failed: java.lang.IllegalStateException: odd")
                .hasCause(unforeseen)
                .extracting(VenueException::effect)
                .isEqualTo(Effect.UNKNOWN);
        assertThat(failure(bare))
                .hasMessage("cancel failed: java.util.concurrent.CompletionException: bare")
                .hasCause(bare);
    }

    @Test
    void aCallThatWasGivenUpCountsAsALostResponse() {
        assertThat(failure(new CancellationException()))
                .isInstanceOf(TransportException.class)
                .hasMessage("cancel was given up before a response came");
    }

    private VenueException failure(@Nullable Throwable thrown) {
        return ((CallResult.Failed) CallResult.of(venue, "cancel", null, thrown)).failure();
    }
}
