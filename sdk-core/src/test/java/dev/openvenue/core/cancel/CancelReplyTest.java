package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.Exchange;
import dev.openvenue.core.Execution;
import dev.openvenue.core.TransportException;
import dev.openvenue.core.VenueException;
import dev.openvenue.core.cancel.BatchCancelDescription.Shape;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the end of a call's future says. */
final class CancelReplyTest {
    private final CancelVenue venue = new ScriptedVenue(new VirtualTime(), Shape.PER_ITEM, 1).venue();

    @Test
    void aResponseIsAResponse() {
        Exchange<Object> exchange = ScriptedVenue.exchange("{}");

        assertThat(CancelReply.of(venue, "cancel", exchange, null)).isEqualTo(new CancelReply.Answered(exchange));
    }

    @Test
    void aFailureThatTheSdkKnowsIsKeptHoweverItIsWrapped() {
        TransportException known = new TransportException("test", "cancel", Execution.UNKNOWN, "cut", null);

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
                .extracting(VenueException::execution)
                .isEqualTo(Execution.UNKNOWN);
        assertThat(failure(bare))
                .hasMessage("cancel failed: java.util.concurrent.CompletionException: bare")
                .hasCause(bare);
    }

    @Test
    void aCallThatWasGivenUpCountsAsALostResponse() {
        assertThat(failure(new CancellationException()))
                .isInstanceOf(TransportException.class)
                .hasMessage("cancel was given up before an answer came");
    }

    private VenueException failure(@Nullable Throwable thrown) {
        return ((CancelReply.Failed) CancelReply.of(venue, "cancel", null, thrown)).failure();
    }
}
