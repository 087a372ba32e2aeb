package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.annotation.Page;
import dev.openvenue.core.codegen.BatchCancelDescription;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import dev.openvenue.core.engine.PlainGateway;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.MalformedResponseException;
import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.TransportException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The list of open orders, read for its own sake. */
@Timeout(60)
final class OpenOrdersTest {
    private final VirtualTime time = new VirtualTime();
    private final PagedVenue venue = new PagedVenue();

    @Test
    void allPagesAreReadInTheVenuesOrder() {
        venue.responds(List.of(Map.of("id", new BigDecimal("7"), "clientId", "c7"), Map.of("id", "3")))
                .responds(List.of(Map.of("id", "5", "size", "1")))
                .responds(List.of())
                .responds(List.of(Map.of("id", new BigDecimal("7"), "clientId", "c7"), Map.of("id", "3")))
                .responds(List.of(Map.of("id", "5", "size", "1")));

        assertThat(openOrders())
                .containsExactly(
                        new OpenOrder("7", "c7", null, Map.of("id", new BigDecimal("7"), "clientId", "c7")),
                        new OpenOrder("3", null, null, Map.of("id", "3")),
                        new OpenOrder("5", null, null, Map.of("id", "5", "size", "1")));
        assertThat(venue.asked)
                .extracting(arguments -> String.valueOf(arguments.get("page")))
                .containsExactly("1", "2", "3", "1", "2");
        assertThat(venue.asked)
                .extracting(arguments -> String.valueOf(arguments.get("symbol")))
                .containsOnly("BTC");
    }

    @Test
    void eachPageHasWhatIsLeftOfTheDeadline() {
        venue.responds(List.of(Map.of("id", "7"))).responds(List.of()).responds(List.of(Map.of("id", "7")));
        venue.takes = Duration.ofSeconds(1);

        openOrders();

        assertThat(venue.deadlines)
                .containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(2), Duration.ofSeconds(1));
    }

    @Test
    void aListThatIsNotReadToItsEndByTheDeadlineIsNoList() {
        venue.responds(List.of(Map.of("id", "7")));
        venue.takes = Duration.ofSeconds(3);

        assertThatThrownBy(this::openOrders)
                .isInstanceOf(NotSentException.class)
                .hasMessage("The list of open orders was not read to its end: the deadline of 3 s passed");
    }

    @Test
    void aPageThatCannotBeTrustedIsNamed() {
        venue.responds(Map.of("rows", List.of()));

        assertThatThrownBy(this::openOrders)
                .isInstanceOf(MalformedResponseException.class)
                .hasMessage("Test's open listed something that is not an order");
    }

    @Test
    void whatTheCallFailsWithIsThrown() {
        TransportException cut = new TransportException("test", "open", Effect.NONE, "cut", null);
        venue.calls.add(CompletableFuture.failedFuture(cut));

        assertThatThrownBy(this::openOrders).isSameAs(cut);
    }

    @Test
    void aFailureThatNobodyForesawIsNamed() {
        venue.calls.add(CompletableFuture.failedFuture(new IllegalArgumentException("odd")));

        assertThatThrownBy(this::openOrders)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("open failed: java.lang.IllegalArgumentException: odd")
                .hasRootCauseMessage("odd");
    }

    @Test
    void anInterruptEndsTheCallAndStays() {
        CompletableFuture<VenueResponse<Object>> silent = new CompletableFuture<>();
        venue.calls.add(silent);
        Thread.currentThread().interrupt();

        assertThatThrownBy(this::openOrders)
                .isInstanceOf(TransportException.class)
                .hasMessage("open was not waited for: interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(silent).isCancelled();
    }

    @Test
    void aCallThatDoesNotEndByItselfIsEndedASecondAfterTheDeadline() {
        CompletableFuture<VenueResponse<Object>> silent = new CompletableFuture<>();
        venue.calls.add(silent);
        long start = System.nanoTime();

        assertThatThrownBy(
                        () -> venue.batchCancel().timeout(Duration.ofMillis(1)).openOrders("BTC"))
                .isInstanceOf(TransportException.class)
                .hasMessage("open did not end at its deadline");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(1));
        assertThat(silent).isCancelled();
    }

    private List<OpenOrder> openOrders() {
        return venue.batchCancel().timeout(Duration.ofSeconds(3)).openOrders("BTC");
    }

    /** Responses pages by script, at once, but the time passes that a page takes. */
    private final class PagedVenue implements PlainGateway {
        final Queue<CompletableFuture<VenueResponse<Object>>> calls = new ArrayDeque<>();
        final List<Map<String, ?>> asked = new ArrayList<>();
        final List<Duration> deadlines = new ArrayList<>();
        Duration takes = Duration.ZERO;

        PagedVenue responds(Object payload) {
            calls.add(CompletableFuture.completedFuture(ScriptedVenue.response(payload)));
            return this;
        }

        BatchCancel batchCancel() {
            BatchCancelDescription description = new ScriptedVenue(time, Shape.PER_ITEM, 1).description;
            VenueContext venue = new VenueContext("test", "Test", description, ScriptedVenue.ERRORS, this);
            return new BatchCancel(venue, time, RunOptions.DEFAULT);
        }

        @Override
        public CompletableFuture<VenueResponse<Object>> call(
                String operation, Map<String, ?> arguments, Duration deadline) {
            asked.add(arguments);
            deadlines.add(deadline);
            time.advance(takes);
            return calls.remove();
        }

        @Override
        public boolean takes(String operation, String argument, Object value) {
            return true;
        }

        @Override
        public @Nullable Page page(String operation) {
            try {
                return CancelAllOpenTest.page();
            } catch (NoSuchMethodException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public @Nullable Integer largest(String operation, String argument) {
            return 2;
        }
    }
}
