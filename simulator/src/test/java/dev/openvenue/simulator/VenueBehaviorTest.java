package dev.openvenue.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.simulator.SimulatedOrder.Side;
import dev.openvenue.simulator.VenueBehavior.RowOrder;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a venue does all the time, as its callers see it. */
final class VenueBehaviorTest {
    private static final String PLACE = "/api/v2/spot/trade/place-order";
    private static final String CANCEL = "/api/v2/spot/trade/cancel-order";
    private static final String OPEN = "/api/v2/spot/trade/unfilled-orders";
    private static final String INFO = "/api/v2/spot/trade/orderInfo?clientOid=a";
    private static final String UNKNOWN = "\"code\":\"43001\"";
    private static final Pattern CLIENT_OID = Pattern.compile("\"clientOid\":\"(\\w+)\"");

    private final TestClock clock = new TestClock(Instant.ofEpochMilli(1_700_000_000_000L));
    private final VenueSimulator venue = VenueSimulator.start("bitget", clock);
    private final BitgetCaller caller = new BitgetCaller(venue);

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void newOrderIsHiddenFromTheFirstQueries() throws IOException {
        venue.habits().hideNewOrders(2);
        place("a");

        assertThat(caller.get(INFO).body()).contains(UNKNOWN);
        assertThat(listed(OPEN)).isEmpty();
        assertThat(caller.get(INFO).body()).contains("\"status\":\"live\"");
        assertThat(listed(OPEN)).containsExactly("a");
    }

    @Test
    void hiddenOrderCanBeCancelled() throws IOException {
        venue.habits().hideNewOrders(5);
        place("a");

        assertThat(cancel("a")).contains("\"code\":\"00000\"");
        assertThat(venue.orders().open()).isEmpty();
    }

    @Test
    void lookupsShowTheBookAsItWas() throws IOException {
        venue.habits().lookupLag(Duration.ofSeconds(3));
        place("a");
        assertThat(caller.get(INFO).body()).contains(UNKNOWN);
        assertThat(listed(OPEN)).containsExactly("a");

        clock.advance(Duration.ofSeconds(3));
        cancel("a");
        assertThat(caller.get(INFO).body()).contains("\"status\":\"live\"");

        clock.advance(Duration.ofSeconds(3));
        assertThat(caller.get(INFO).body()).contains("\"status\":\"cancelled\"");
    }

    @Test
    void listsShowTheBookAsItWas() throws IOException {
        venue.habits().listLag(Duration.ofSeconds(3));
        place("a");
        assertThat(listed(OPEN)).isEmpty();
        assertThat(caller.get(INFO).body()).contains("\"status\":\"live\"");

        clock.advance(Duration.ofSeconds(3));
        cancel("a");
        assertThat(listed(OPEN)).containsExactly("a");
        assertThat(caller.get(INFO).body()).contains("\"status\":\"cancelled\"");

        clock.advance(Duration.ofSeconds(3));
        assertThat(listed(OPEN)).isEmpty();
    }

    @Test
    void oldestRowsMayComeFirstWithoutAChangeOfPages() throws IOException {
        place("a", "b", "c", "d");
        venue.habits().rowOrder(RowOrder.OLDEST_FIRST);

        assertThat(listed(OPEN)).containsExactly("a", "b", "c", "d");
        assertThat(listed(OPEN + "?limit=2")).containsExactly("c", "d");
    }

    @Test
    void rowsMayBeShuffledAndStaySo() throws IOException {
        place("a", "b", "c", "d", "e", "f");
        venue.habits().rowOrder(RowOrder.SHUFFLED);

        List<String> first = listed(OPEN);
        assertThat(first)
                .containsExactlyInAnyOrder("a", "b", "c", "d", "e", "f")
                .isNotEqualTo(List.of("f", "e"));
        assertThat(first).isNotEqualTo(List.of("f", "e", "d", "c", "b", "a"));
        assertThat(first).isNotEqualTo(List.of("a", "b", "c", "d", "e", "f"));
        assertThat(listed(OPEN)).isEqualTo(first);
    }

    @Test
    void numberedPagesBeginWithTheOldestOrder() throws IOException {
        try (VenueSimulator xt = VenueSimulator.start("xt", clock)) {
            XtCaller xtCaller = new XtCaller(xt);
            for (int i = 0; i < 12; i++) {
                xt.orders().place("btc_usdt", Side.BUY, new BigDecimal(100 + i), BigDecimal.ONE, null);
            }
            xt.habits().rowOrder(RowOrder.OLDEST_FIRST);

            String second = xtCaller.get("getOpenOrders", Map.of("market", "btc_usdt", "page", "2", "pageSize", "10"))
                    .body();

            assertThat(second.indexOf("\"price\":\"110\""))
                    .isPositive()
                    .isLessThan(second.indexOf("\"price\":\"111\""));
            assertThat(second).doesNotContain("\"price\":\"109\"");
        }
    }

    @Test
    void pagesAreSilentlyTruncated() throws IOException {
        place("a", "b", "c");
        venue.habits().clampPages(2);

        assertThat(listed(OPEN + "?limit=100")).containsExactly("c", "b");
    }

    @Test
    void numberedPagesAreCutAndCountedByTheirRealSize() throws IOException {
        try (VenueSimulator satori = VenueSimulator.start("satori", clock)) {
            SatoriCaller satoriCaller = new SatoriCaller(satori);
            for (int i = 0; i < 5; i++) {
                satori.orders().place("ETH-USD", Side.BUY, BigDecimal.ONE, BigDecimal.ONE, "s" + i);
            }
            satori.habits().clampPages(2);

            String second = satoriCaller
                    .post("/api/third/order/selectContractCurrentEntrustList", "pageNo=2&pageSize=20&pairName=ETH-USD")
                    .body();

            assertThat(second)
                    .contains("\"s2\"", "\"s1\"")
                    .doesNotContain("\"s3\"")
                    .doesNotContain("\"s0\"");
        }
    }

    @Test
    void clientIdOfAnOpenOrderIsTakenOnRequest() throws IOException {
        venue.habits().clientIdsMayRepeat(true);
        place("a", "a");

        assertThat(venue.completedActions().placedClientOrderIds()).containsExactly("a", "a");
        assertThat(caller.get(INFO).body()).contains("\"orderId\":\"1223051794820370434\"");
    }

    @Test
    void idsCountUpFromTheGivenOne() throws IOException {
        venue.habits().nextOrderId("6861566319764418560");
        place("a", "b");
        assertThat(venue.completedActions().placedOrderIds())
                .containsExactly("6861566319764418560", "6861566319764418561");
    }

    @Test
    void senselessHabitsAreRejected() {
        assertThatThrownBy(() -> venue.habits().nextOrderId("one"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'one' is not an order id; give up to 30 digits");
        assertThatThrownBy(() -> venue.habits().clampPages(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A page of 0 rows shows nothing; give 1 or more");
        assertThatThrownBy(() -> venue.habits().listLag(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A lag of PT-1S would show the future");
        assertThatThrownBy(() -> venue.habits().hideNewOrders(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("An order cannot be hidden from -1 queries");
    }

    private void place(String... clientOids) throws IOException {
        for (String clientOid : clientOids) {
            caller.post(
                    PLACE,
                    "{\"symbol\":\"BTCUSDT\",\"side\":\"buy\",\"orderType\":\"limit\",\"force\":\"gtc\",\"price\":\"1\","
                            + "\"size\":\"1\",\"clientOid\":\"" + clientOid + "\"}");
        }
    }

    private String cancel(String clientOid) throws IOException {
        return caller.post(CANCEL, "{\"symbol\":\"BTCUSDT\",\"clientOid\":\"" + clientOid + "\"}")
                .body();
    }

    private List<String> listed(String path) throws IOException {
        return CLIENT_OID
                .matcher(caller.get(path).body())
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
