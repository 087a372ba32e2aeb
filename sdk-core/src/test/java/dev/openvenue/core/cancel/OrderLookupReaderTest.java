package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.cancel.OrderLookup.Found;
import dev.openvenue.core.cancel.OrderLookup.NotFound;
import dev.openvenue.core.cancel.OrderLookup.Row;
import dev.openvenue.core.cancel.OrderLookup.Unavailable;
import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.MalformedResponseException;
import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.RejectedException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OrderLookupReaderTest {
    private final ScriptedVenue venue = new ScriptedVenue(new VirtualTime(), Shape.PER_ITEM, 10);
    private final Query lookup = venue.description.lookup(IdKind.ORDER_ID).orElseThrow();

    @Test
    void statesAreFoundByIdWhateverTheirOrderAndType() {
        Object payload = List.of(
                Map.of("id", new BigDecimal("3"), "status", "FILLED"),
                Map.of("id", "1", "status", "OPEN"),
                Map.of("id", 2, "status", "CANCELLED"));

        assertThat(read(IdKind.ORDER_ID, payload, "1", "2", "3"))
                .containsExactly(new Row(Found.OPEN, "1"), new Row(Found.CANCELLED, "2"), new Row(Found.FILLED, "3"));
    }

    @Test
    void aSingleObjectIsOneRow() {
        Object payload = Map.of("id", "77", "clientId", "mine", "status", "FILLED");

        assertThat(read(IdKind.CLIENT_ORDER_ID, payload, "mine")).containsExactly(new Row(Found.FILLED, "77"));
    }

    @Test
    void anIdWithoutARowIsAbsent() {
        assertThat(read(IdKind.ORDER_ID, List.of(), "1")).containsExactly(new Row(new NotFound(false), null));
    }

    @Test
    void aResponseThatLeavesOutItsPayloadOrARowProvesNoAbsence() {
        for (Object payload : Arrays.asList(null, Arrays.asList((Object) null))) {
            assertThat(hidden(read(IdKind.ORDER_ID, payload, "1")).cause())
                    .hasMessage("Test's lookup responded without an order and without an empty list");
        }
        assertThat(hidden(read(IdKind.ORDER_ID, List.of(Map.of()), "1")).cause())
                .hasMessage("Test's lookup responded with an order that was not asked for");
    }

    @Test
    void anOrderThatOneOfItsRowsShowsOpenIsOpen() {
        Object payload = List.of(
                Map.of("id", "7", "clientId", "mine", "status", "OPEN"),
                Map.of("id", "3", "clientId", "mine", "status", "CANCELLED"));

        assertThat(read(IdKind.CLIENT_ORDER_ID, payload, "mine")).containsExactly(new Row(Found.OPEN, "7"));
        Object openLast = List.of(Map.of("id", "1", "status", "FILLED"), Map.of("id", "1", "status", "OPEN"));
        assertThat(read(IdKind.ORDER_ID, openLast, "1")).containsExactly(new Row(Found.OPEN, "1"));
    }

    @Test
    void aLookupThatIsNotSentShowsNothingForAWhileOnlyIfTheLimitsHoldItBack() {
        NotSentException held = new NotSentException("test", "lookup", "held back", null, Duration.ofSeconds(1));
        NotSentException noKey = new NotSentException("test", "lookup", "no key", null);

        assertThat(OrderLookupReader.failure(held)).isEqualTo(new Unavailable(held, false));
        assertThat(OrderLookupReader.failure(noKey)).isEqualTo(new Unavailable(noKey, true));
    }

    @Test
    void rowsOfOneIdThatContradictEachOtherProveNothing() {
        Object states = List.of(Map.of("id", "1", "status", "FILLED"), Map.of("id", "1", "status", "CANCELLED"));
        Object ids = List.of(
                Map.of("id", "7", "clientId", "mine", "status", "FILLED"),
                Map.of("id", "3", "clientId", "mine", "status", "FILLED"));

        assertThat(hidden(read(IdKind.ORDER_ID, states, "1")).cause())
                .hasMessage("Test's lookup told two things of one order");
        assertThat(hidden(read(IdKind.CLIENT_ORDER_ID, ids, "mine")).cause())
                .hasMessage("Test's lookup told two things of one order");
    }

    @Test
    void aResponseAboutAnotherOrderProvesNoAbsence() {
        Object payload = Map.of("id", "2", "status", "FILLED");

        assertThat(hidden(read(IdKind.ORDER_ID, payload, "1")).cause())
                .isInstanceOf(MalformedResponseException.class)
                .hasMessage("Test's lookup responded with an order that was not asked for");
    }

    @Test
    void aStateThatTheSpecDoesNotKnowShowsNothing() {
        Unavailable hidden = hidden(read(IdKind.ORDER_ID, Map.of("id", "1", "status", "ASLEEP"), "1"));

        assertThat(hidden.lasting()).isTrue();
        assertThat(hidden.cause()).hasMessage("Test's lookup told a state that the spec does not know: ASLEEP");
        assertThat(hidden(read(IdKind.ORDER_ID, Map.of("id", "1"), "1")).cause())
                .hasMessage("Test's lookup told a state that the spec does not know: none");
    }

    @ParameterizedTest
    @CsvSource({
        "RATE_LIMIT,false",
        "VENUE_UNAVAILABLE,false",
        "UNKNOWN_OUTCOME,false",
        "PERMISSION,true",
        "AUTHENTICATION,true",
        "OTHER,true"
    })
    void aRejectedLookupShowsNothingForAWhileOrForGood(ErrorKind kind, boolean lasting) {
        RejectedException rejection = ScriptedFault.rejection("no", kind, Effect.NONE, null);

        assertThat(OrderLookupReader.failure(rejection)).isEqualTo(new Unavailable(rejection, lasting));
    }

    @Test
    void aLookupThatIsRejectedForWantOfTheOrderShowsItsAbsence() {
        assertThat(OrderLookupReader.failure(
                        ScriptedFault.rejection("no", ErrorKind.ORDER_NOT_FOUND, Effect.NONE, null)))
                .isEqualTo(new NotFound(false));
    }

    private List<Row> read(IdKind kind, @Nullable Object payload, String... ids) {
        return new OrderLookupReader(venue.venue())
                        .read(
                                lookup,
                                kind,
                                List.of(ids),
                                Collections.nCopies(ids.length, Optional.empty()),
                                ScriptedVenue.response(payload))
                        .stream()
                        .map(Descriptions::withoutSnapshot)
                        .toList();
    }

    private static Unavailable hidden(List<Row> rows) {
        return (Unavailable) rows.get(0).lookup();
    }
}
