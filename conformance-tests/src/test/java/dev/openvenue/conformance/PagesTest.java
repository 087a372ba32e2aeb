package dev.openvenue.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.bitget.BitgetClient;
import dev.openvenue.bitget.model.ConditionalOrder;
import dev.openvenue.bitget.model.ListOpenOrdersRequest;
import dev.openvenue.core.error.MalformedResponseException;
import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.signing.Credentials;
import dev.openvenue.core.signing.SigningKeys;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The pages of the venues' listings, one test for each way in which the vocabulary defines where the next page begins.
 */
final class PagesTest {
    private final PageScript venue = new PageScript();

    @Test
    void nextPageBeginsBelowTheLastRow() {
        venue.respond(bitget("{\"orderId\":\"9\"},{\"orderId\":\"8\"}"));
        venue.respond(bitget("{\"orderId\":\"7\"}"));
        venue.respond(bitget(""));
        try (BitgetClient client = BitgetClient.builder()
                .credentials(credentials())
                .httpClient(venue.http())
                .build()) {
            List<String> ids = client.trade()
                    .listOpenOrders(ListOpenOrdersRequest.builder()
                            .symbol("BTCUSDT")
                            .limit(2)
                            .build())
                    .items()
                    .map(order -> order.orderId())
                    .toList();
            assertThat(ids).containsExactly("9", "8", "7");
        }
        assertThat(venue.parameters("idLessThan")).containsExactly(null, "8", "7");
        assertThat(venue.parameters("symbol")).hasSize(3).containsOnly("BTCUSDT");
    }

    @Test
    void streamFetchesNoPageThatNobodyReads() {
        venue.respond(bitget("{\"orderId\":\"9\"}"));
        assertThat(venue.pages("bitget", "listOpenOrders", Map.of()).findFirst())
                .isPresent();
        assertThat(venue.requests()).hasSize(1);
    }

    @Test
    void rowsThatAVenueRepeatsAtTheSeamAreLeftOut() {
        venue.respond("{\"status\":\"ok\",\"data\":[{\"id\":9},{\"id\":8}]}");
        venue.respond("{\"status\":\"ok\",\"data\":[{\"id\":8},{\"id\":7}]}");
        venue.respond("{\"status\":\"ok\",\"data\":[{\"id\":7}]}");
        assertThat(venue.pages("htx", "listOpenOrders", Map.of()).flatMap(page -> ((List<?>) page).stream()))
                .hasSize(3);
        assertThat(venue.parameters("from")).containsExactly(null, "8", "7");
        assertThat(venue.parameters("direct")).containsExactly("next", "next", "next");
    }

    @Test
    void venueThatIgnoresTheCursorDoesNotEndTheList() {
        venue.respond("{\"status\":\"ok\",\"data\":[{\"id\":9},{\"id\":8}]}");
        venue.respond("{\"status\":\"ok\",\"data\":[{\"id\":9},{\"id\":8}]}");
        Stream<Object> pages = venue.pages("htx", "listOpenOrders", Map.of());
        assertThatThrownBy(() -> pages.forEach(page -> {}))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessage(
                        "HTX answered listOpenOrders with something that cannot be read: none of its rows lies beyond"
                                + " the page before, so from was not honoured and further rows are out of reach; ask for fewer, a"
                                + " shorter time perhaps (it only reads and may be retried)");
        assertThat(venue.requests()).hasSize(2);
    }

    @Test
    void rowThatIsRepeatedAloneEndsTheList() {
        venue.respond("{\"status\":\"ok\",\"data\":[{\"id\":9}]}");
        venue.respond("{\"status\":\"ok\",\"data\":[{\"id\":9}]}");
        assertThat(venue.pages("htx", "listOpenOrders", Map.of())).hasSize(1);
        assertThat(venue.requests()).hasSize(2);
    }

    @Test
    void venueThatGoesRoundInCirclesDoesNotEndTheList() {
        venue.respond(bitget("{\"orderId\":\"9\"},{\"orderId\":\"8\"}"));
        venue.respond(bitget("{\"orderId\":\"7\"},{\"orderId\":\"6\"}"));
        venue.respond(bitget("{\"orderId\":\"9\"},{\"orderId\":\"8\"}"));
        Stream<Object> pages = venue.pages("bitget", "listOpenOrders", Map.of());
        assertThatThrownBy(() -> pages.forEach(page -> {}))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("idLessThan was not honoured");
        assertThat(venue.requests()).hasSize(3);
    }

    @Test
    void nextPageIsNamedBesideThePayload() {
        venue.respond("{\"status\":\"ok\",\"data\":[{\"record-id\":1}],\"next-id\":2}");
        venue.respond("{\"status\":\"ok\",\"data\":[{\"record-id\":2}]}");
        assertThat(venue.pages("htx", "listBalanceChanges", Map.of("account-id", "1")))
                .hasSize(2);
        assertThat(venue.parameters("from-id")).containsExactly(null, "2");
    }

    @Test
    void nextPageEndsWhereTheLastRowBegan() {
        venue.respond("{\"status\":\"ok\",\"data\":[{\"id\":2,\"created-at\":1700000000002}]}");
        venue.respond("{\"status\":\"ok\",\"data\":[{\"id\":1,\"created-at\":1700000000001}]}");
        venue.respond("{\"status\":\"ok\",\"data\":[]}");
        assertThat(venue.pages("htx", "listRecentOrders", Map.of())).hasSize(2);
        assertThat(venue.parameters("end-time")).containsExactly(null, "1700000000003", "1700000000002");
        assertThat(venue.parameters("direct")).containsOnly("next");
    }

    @Test
    void historyOfHtxIsNotReadAgainstItsDirection() {
        assertThatThrownBy(() -> venue.pages("htx", "listRecentOrders", Map.of("direct", "prev")))
                .isInstanceOf(NotSentException.class)
                .hasMessage(
                        "direct is 'prev', but pages() goes on by end-time and needs 'next'; leave direct out; nothing"
                                + " was sent");
    }

    @Test
    void payloadSaysWhetherThereIsMore() {
        venue.respond(plan("{\"orderId\":\"9\"}", true, "9"));
        venue.respond(plan("{\"orderId\":\"8\"}", false, "8"));
        assertThat(venue.pages("bitget", "listOpenConditionalOrders", Map.of())).hasSize(2);
        assertThat(venue.parameters("idLessThan")).containsExactly(null, "9");
    }

    @Test
    void pagesAreCountedUntilAnEmptyOne() {
        venue.respond("{\"code\":200,\"data\":[{\"id\":1}]}");
        venue.respond("{\"code\":200,\"data\":[{\"id\":2}]}");
        venue.respond("{\"code\":200,\"data\":[]}");
        assertThat(venue.pages("xt", "listOpenOrders", Map.of("market", "btc_usdt")))
                .hasSize(2);
        assertThat(venue.parameters("page")).containsExactly(null, "2", "3");
    }

    @Test
    void countingBeginsAtThePageThatWasAskedFor() {
        venue.respond("{\"code\":200,\"data\":[{\"id\":1}]}");
        venue.respond("{\"code\":200,\"data\":[]}");
        assertThat(venue.pages("xt", "listOpenOrders", Map.of("market", "btc_usdt", "page", 7)))
                .hasSize(1);
        assertThat(venue.parameters("page")).containsExactly("7", "8");
    }

    @Test
    void itemsOfEveryVenueAreTheRowsOfItsPages() {
        venue.respond("{\"status\":\"ok\",\"data\":[{\"id\":9},{\"id\":8}]}");
        venue.respond("{\"status\":\"ok\",\"data\":[{\"id\":8},{\"id\":7}]}");
        venue.respond("{\"status\":\"ok\",\"data\":[{\"id\":7}]}");
        assertThat(venue.items("htx", "listOpenOrders", Map.of()))
                .extracting("id")
                .containsExactly("9", "8", "7");
    }

    @Test
    void itemsAreFoundWhereThePayloadHoldsMoreThanRows() {
        venue.respond(plan("{\"orderId\":\"9\",\"size\":\"0.10\"}", true, "9"));
        venue.respond(plan("{\"orderId\":\"8\"}", false, "8"));
        try (BitgetClient client = BitgetClient.builder()
                .credentials(credentials())
                .httpClient(venue.http())
                .build()) {
            List<ConditionalOrder> orders = client.conditionalOrders()
                    .listOpenConditionalOrders()
                    .items()
                    .toList();
            assertThat(orders).extracting(ConditionalOrder::orderId).containsExactly("9", "8");
            assertThat(orders.get(0).size()).isEqualTo(new BigDecimal("0.10"));
        }
    }

    @Test
    void operationWithoutPagesSaysSo() {
        assertThatThrownBy(() -> venue.pages("bitget", "getServerTime", Map.of()))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("getServerTime has no pages; make the call as it is, one response holds everything");
    }

    private static Credentials credentials() {
        return Credentials.of("invented-key", "invented-passphrase", SigningKeys.hmacSha256("invented-secret"));
    }

    private static String bitget(String rows) {
        return "{\"code\":\"00000\",\"msg\":\"success\",\"data\":[" + rows + "]}";
    }

    private static String plan(String rows, boolean more, String next) {
        return "{\"code\":\"00000\",\"data\":{\"nextFlag\":" + more + ",\"idLessThan\":\"" + next + "\",\"orderList\":["
                + rows + "]}}";
    }
}
