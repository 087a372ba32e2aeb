package dev.openvenue.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.Operation;
import dev.openvenue.core.cancel.CancelOutcome;
import dev.openvenue.core.cancel.OrderRef;
import dev.openvenue.core.error.MalformedResponseException;
import dev.openvenue.core.error.RejectedException;
import dev.openvenue.htx.HtxClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids that are not numbers, null rows, absurd numbers: a call soon returns a value or fails. */
@Timeout(60)
final class OddResponsesTest {
    private final PageScript venue = new PageScript();

    @ParameterizedTest
    @CsvSource({
        "\"a-1\", a-1",
        "\"007\", 007",
        "\"\", ",
        "1.2e3, 1200",
        "true, true",
        "12345678901234567890, 12345678901234567890"
    })
    void whateverStandsForAnIdIsKept(String sent, @Nullable String expected) {
        Operation operation = venue.client("htx").operations().find("listOpenOrders");
        venue.respond(htx("{\"id\":" + sent + ",\"symbol\":\"btcusdt\"}"));
        venue.respond(htx("{\"id\":" + sent + ",\"symbol\":\"btcusdt\"}"));

        Object payload = operation.call(Map.of()).execute();
        Object first = operation.listing(Map.of()).pages().iterator().next();

        assertThat(operation.tree(payload)).isEqualTo(operation.tree(first));
        Map<?, ?> row = (Map<?, ?>) ((List<?>) operation.tree(payload)).get(0);
        assertThat(String.valueOf(row.get("id"))).isEqualTo(String.valueOf(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e3496526", "10e5000001", "1e-999999999", "1e99999999999"})
    void absurdNumberIsAnErrorThatContainsTheBody(String number) {
        for (String field : List.of("id", "amount", "created-at")) {
            venue.respond(htx("{\"" + field + "\":" + number + "}"));
            venue.respond(htx("{\"" + field + "\":" + number + "}"));
            Operation operation = venue.client("htx").operations().find("listOpenOrders");

            assertThatThrownBy(() -> operation.call(Map.of()).execute())
                    .isInstanceOf(MalformedResponseException.class)
                    .hasMessageContaining("'" + number + "' at $.data[0]." + field)
                    .extracting("body")
                    .isEqualTo(htx("{\"" + field + "\":" + number + "}"));
            assertThatThrownBy(() -> operation.listing(Map.of()).pages().findFirst())
                    .isInstanceOf(MalformedResponseException.class);
        }
    }

    @Test
    void nullRowsArePagesToo() {
        venue.respond(htx("null,{\"id\":9}"));
        venue.respond(htx(""));

        assertThat(venue.pages("htx", "listOpenOrders", Map.of()))
                .singleElement()
                .satisfies(page -> assertThat((List<?>) page).hasSize(2).containsNull());
    }

    @Test
    void cancelSurvivesAnAbsurdId() {
        venue.respond("{\"status\":\"ok\",\"data\":{\"success\":[\"1\"],\"failed\":[]}}");
        venue.respondAlways("{\"status\":\"ok\",\"data\":{\"id\":1e3496526,\"state\":\"canceled\"}}");
        List<OrderRef> refs = List.of(OrderRef.byOrderId("btcusdt", "1"));

        CancelOutcome outcome = ((HtxClient) venue.client("htx"))
                .batchCancel()
                .timeout(Duration.ofSeconds(2))
                .cancel(refs)
                .outcomes()
                .get(0);

        assertThat(outcome.status()).isEqualTo(CancelOutcome.Status.ACCEPTED);
    }

    @Test
    void textOfTheVenueCannotBreakALineOrReverseIt() {
        venue.respond("{\"code\":\"99\\u0085\",\"msg\":\"a\\u202Eb\\u2028c\\u009Bd\\u2029\"}");
        venue.respond("{\"code\":\"00000\",\"data\":[{\"size\":\"\\u202Elots\\n\"}]}");
        Operation operation = venue.client("bitget").operations().find("listOpenOrders");

        assertThatThrownBy(() -> operation.call(Map.of()).execute())
                .isInstanceOf(RejectedException.class)
                .hasMessageStartingWith("Bitget rejected listOpenOrders: 99 a b c d (");
        assertThatThrownBy(() -> operation.call(Map.of()).execute())
                .isInstanceOf(MalformedResponseException.class)
                .hasMessage("The response of Bitget to listOpenOrders cannot be read: Expected a number but was"
                        + " 'lots' at $.data[0].size (it only reads and may be retried)")
                .cause()
                .hasMessage("Expected a number but was 'lots' at $.data[0].size");
    }

    private static String htx(String rows) {
        return "{\"status\":\"ok\",\"data\":[" + rows + "]}";
    }
}
