package dev.openvenue.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.bitget.model.ConditionalOrderPage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Listings whose requests cover a limited time range, read window by window. */
final class PageWindowsTest {
    private final PageScript venue = new PageScript();

    /**
     * Four windows of 48 hours, one of them empty: the cursor begins anew in each, and the order at the seam is
     * returned once.
     */
    @Test
    void ordersOfHtxAreSearchedInWindows() {
        for (String ids : List.of("9 8", "8 7", "7", "7", "7", "", "6", "6")) {
            venue.respond("{\"status\":\"ok\",\"data\":["
                    + Stream.of(ids.split(" "))
                            .filter(id -> !id.isEmpty())
                            .map(id -> "{\"id\":" + id + "}")
                            .collect(Collectors.joining(","))
                    + "]}");
        }
        Map<String, Object> arguments = Map.of(
                "symbol", "btcusdt",
                "states", List.of("filled"),
                "start-time", millis("2026-01-01T00:00:00Z"),
                "end-time", millis("2026-01-07T12:00:00Z"));
        assertThat(venue.ids("htx", "listOrders", arguments, "id")).containsExactly("9", "8", "7", "6");
        assertThat(venue.parameters("from")).containsExactly(null, "8", "7", null, "7", null, null, "6");
        assertThat(venue.parameters("direct")).containsOnly("next");
        assertThat(venue.parameters("symbol")).containsOnly("btcusdt");
        assertThat(venue.times("start-time", "end-time"))
                .containsExactly(
                        "2026-01-05T12:00:00Z to 2026-01-07T12:00:00Z",
                        "2026-01-05T12:00:00Z to 2026-01-07T12:00:00Z",
                        "2026-01-05T12:00:00Z to 2026-01-07T12:00:00Z",
                        "2026-01-03T12:00:01Z to 2026-01-05T12:00:01Z",
                        "2026-01-03T12:00:01Z to 2026-01-05T12:00:01Z",
                        "2026-01-01T12:00:02Z to 2026-01-03T12:00:02Z",
                        "2026-01-01T00:00:00Z to 2026-01-01T12:00:03Z",
                        "2026-01-01T00:00:00Z to 2026-01-01T12:00:03Z");
    }

    @Test
    void ledgerOfHtxIsReadInWindowsOfTenDays() {
        venue.respond("{\"code\":200,\"data\":[{\"transactId\":5}],\"nextId\":4}");
        venue.respond("{\"code\":200,\"data\":[{\"transactId\":4}]}");
        venue.respond("{\"code\":200,\"data\":[{\"transactId\":4},{\"transactId\":3}]}");
        Map<String, Object> arguments = Map.of(
                "accountId", "1",
                "startTime", millis("2026-01-01T00:00:00Z"),
                "endTime", millis("2026-01-15T00:00:00Z"));
        assertThat(venue.ids("htx", "listTransfers", arguments, "transactId")).containsExactly("5", "4", "3");
        assertThat(venue.parameters("fromId")).containsExactly(null, "4", null);
        assertThat(venue.times("startTime", "endTime"))
                .containsExactly(
                        "2026-01-05T00:00:00Z to 2026-01-15T00:00:00Z",
                        "2026-01-05T00:00:00Z to 2026-01-15T00:00:00Z",
                        "2026-01-01T00:00:00Z to 2026-01-05T00:00:01Z");
    }

    @Test
    void historyOfAnHtxAccountBeginsWithTheOldestHour() {
        venue.respond("{\"status\":\"ok\",\"data\":[{\"record-id\":1}]}");
        venue.respond("{\"status\":\"ok\",\"data\":[{\"record-id\":1},{\"record-id\":2}]}");
        Map<String, Object> arguments = Map.of(
                "account-id", "1",
                "start-time", millis("2026-01-01T00:00:00Z"),
                "end-time", millis("2026-01-01T01:30:00Z"));
        assertThat(venue.ids("htx", "listBalanceChanges", arguments, "record-id"))
                .containsExactly("1", "2");
        assertThat(venue.times("start-time", "end-time"))
                .containsExactly(
                        "2026-01-01T00:00:00Z to 2026-01-01T01:00:00Z", "2026-01-01T00:59:59Z to 2026-01-01T01:30:00Z");
    }

    @Test
    void historyOfBitgetIsReadInWindowsOfNinetyDays() {
        for (String ids : List.of("9 8", "7", "", "7", "", "6", "", "")) {
            venue.respond(bitget(Stream.of(ids.split(" "))
                    .filter(id -> !id.isEmpty())
                    .map(id -> "{\"orderId\":\"" + id + "\"}")
                    .collect(Collectors.joining(","))));
        }
        Map<String, Object> arguments = Map.of(
                "limit", 2,
                "startTime", millis("2025-01-01T00:00:00Z"),
                "endTime", millis("2025-12-01T00:00:00Z"));
        assertThat(venue.ids("bitget", "listOrders", arguments, "orderId")).containsExactly("9", "8", "7", "6");
        assertThat(venue.parameters("idLessThan")).containsExactly(null, "8", "7", null, "7", null, "6", null);
        assertThat(venue.times("startTime", "endTime").stream().distinct())
                .containsExactly(
                        "2025-09-02T00:00:00Z to 2025-12-01T00:00:00Z",
                        "2025-06-04T00:00:01Z to 2025-09-02T00:00:01Z",
                        "2025-03-06T00:00:02Z to 2025-06-04T00:00:02Z",
                        "2025-01-01T00:00:00Z to 2025-03-06T00:00:03Z");
    }

    /** Here the rows are inside a record, which is rebuilt without the row at the seam. */
    @Test
    void triggerOrdersOfBitgetAreReturnedOnceThoughTheyAreInsideARecord() {
        venue.respond(plan("{\"orderId\":\"9\",\"size\":\"1.50\",\"status\":\"unheard-of\"}", false, "9"));
        venue.respond(plan(
                "{\"orderId\":\"9\",\"size\":\"1.50\",\"status\":\"unheard-of\"},"
                        + "{\"orderId\":\"8\",\"size\":\"2.50\",\"status\":\"unheard-of\"}",
                false,
                "8"));
        Map<String, Object> arguments =
                Map.of("startTime", millis("2025-01-01T00:00:00Z"), "endTime", millis("2025-05-01T00:00:00Z"));
        List<Object> pages =
                venue.pages("bitget", "listConditionalOrders", arguments).toList();

        ConditionalOrderPage second = (ConditionalOrderPage) pages.get(1);
        assertThat(pages).hasSize(2);
        assertThat(second.idLessThan()).isEqualTo("8");
        assertThat(second.orderList()).hasSize(1);
        assertThat(second.orderList().get(0).size()).isEqualTo("2.50");
        assertThat(second.orderList().get(0).status().wire()).isEqualTo("unheard-of");
    }

    private static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    private static String bitget(String rows) {
        return "{\"code\":\"00000\",\"msg\":\"success\",\"data\":[" + rows + "]}";
    }

    private static String plan(String rows, boolean more, String next) {
        return "{\"code\":\"00000\",\"data\":{\"nextFlag\":" + more + ",\"idLessThan\":\"" + next + "\",\"orderList\":["
                + rows + "]}}";
    }
}
