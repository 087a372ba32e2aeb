package dev.openvenue.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.bitget.BitgetClient;
import dev.openvenue.bitget.model.PlanOrderPage;
import dev.openvenue.bitget.model.UnfilledOrdersParameters;
import dev.openvenue.core.Credentials;
import dev.openvenue.core.MalformedResponseException;
import dev.openvenue.core.Operation;
import dev.openvenue.core.VenueClient;
import dev.openvenue.core.VenueClientBuilder;
import dev.openvenue.core.signing.SigningKeys;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The pages of the venues' listings, one for each way in which the vocabulary can say where the next one begins. */
final class PagesTest {
    private final Deque<String> answers = new ArrayDeque<>();
    private final List<HttpUrl> requests = new ArrayList<>();

    @Test
    void nextPageBeginsBelowTheLastRow() {
        answers.add(bitget("{\"orderId\":\"9\"},{\"orderId\":\"8\"}"));
        answers.add(bitget("{\"orderId\":\"7\"}"));
        try (BitgetClient client = BitgetClient.builder()
                .credentials(credentials())
                .httpClient(http())
                .build()) {
            List<String> ids = client.trade()
                    .unfilledOrders(UnfilledOrdersParameters.builder()
                            .symbol("BTCUSDT")
                            .limit(2)
                            .build())
                    .pages()
                    .flatMap(List::stream)
                    .map(order -> order.orderId())
                    .toList();
            assertThat(ids).containsExactly("9", "8", "7");
        }
        assertThat(parameters("idLessThan")).containsExactly(null, "8");
        assertThat(parameters("symbol")).containsExactly("BTCUSDT", "BTCUSDT");
    }

    @Test
    void streamFetchesNoPageThatNobodyReads() {
        answers.add(bitget("{\"orderId\":\"9\"}"));
        assertThat(pages("bitget", "unfilledOrders", Map.of()).findFirst()).isPresent();
        assertThat(requests).hasSize(1);
    }

    @Test
    void rowsThatAVenueRepeatsAtTheSeamAreLeftOut() {
        answers.add("{\"status\":\"ok\",\"data\":[{\"id\":9},{\"id\":8}]}");
        answers.add("{\"status\":\"ok\",\"data\":[{\"id\":8},{\"id\":7}]}");
        answers.add("{\"status\":\"ok\",\"data\":[{\"id\":7}]}");
        assertThat(pages("htx", "getOpenOrders", Map.of()).flatMap(page -> ((List<?>) page).stream()))
                .hasSize(3);
        assertThat(parameters("from")).containsExactly(null, "8", "7");
        assertThat(parameters("direct")).containsExactly("next", "next", "next");
    }

    @Test
    void venueThatDoesNotHeedTheCursorIsNoEndOfTheList() {
        answers.add("{\"status\":\"ok\",\"data\":[{\"id\":9},{\"id\":8}]}");
        answers.add("{\"status\":\"ok\",\"data\":[{\"id\":9},{\"id\":8}]}");
        Stream<Object> pages = pages("htx", "getOpenOrders", Map.of());
        assertThatThrownBy(() -> pages.forEach(page -> {}))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessage("HTX answered getOpenOrders with something that cannot be read: it is the page before once"
                        + " more, so from was not heeded and further rows are out of reach; ask for fewer, a shorter"
                        + " time perhaps (it only reads and may be repeated)");
        assertThat(requests).hasSize(2);
    }

    @Test
    void rowThatIsRepeatedAloneEndsTheList() {
        answers.add("{\"status\":\"ok\",\"data\":[{\"id\":9}]}");
        answers.add("{\"status\":\"ok\",\"data\":[{\"id\":9}]}");
        assertThat(pages("htx", "getOpenOrders", Map.of())).hasSize(1);
        assertThat(requests).hasSize(2);
    }

    @Test
    void venueThatTurnsInACircleDoesNotKeepPagingGoing() {
        answers.add(bitget("{\"orderId\":\"9\"},{\"orderId\":\"8\"}"));
        answers.add(bitget("{\"orderId\":\"7\"},{\"orderId\":\"6\"}"));
        answers.add(bitget("{\"orderId\":\"9\"},{\"orderId\":\"8\"}"));
        assertThat(pages("bitget", "unfilledOrders", Map.of())).hasSize(2);
        assertThat(requests).hasSize(3);
    }

    @Test
    void nextPageIsNamedBesideThePayload() {
        answers.add("{\"status\":\"ok\",\"data\":[{\"record-id\":1}],\"next-id\":2}");
        answers.add("{\"status\":\"ok\",\"data\":[{\"record-id\":2}]}");
        assertThat(pages("htx", "getAccountHistory", Map.of("account-id", "1"))).hasSize(2);
        assertThat(parameters("from-id")).containsExactly(null, "2");
    }

    @Test
    void nextPageEndsWhereTheLastRowBegan() {
        answers.add("{\"status\":\"ok\",\"data\":[{\"id\":2,\"created-at\":1700000000002}]}");
        answers.add("{\"status\":\"ok\",\"data\":[{\"id\":1,\"created-at\":1700000000001}]}");
        answers.add("{\"status\":\"ok\",\"data\":[]}");
        assertThat(pages("htx", "getOrderHistory48h", Map.of())).hasSize(2);
        assertThat(parameters("end-time")).containsExactly(null, "1700000000002", "1700000000001");
    }

    @Test
    void payloadSaysWhetherThereIsMore() {
        answers.add(plan("{\"orderId\":\"9\"}", true, "9"));
        answers.add(plan("{\"orderId\":\"8\"}", false, "8"));
        assertThat(pages("bitget", "currentPlanOrder", Map.of())).hasSize(2);
        assertThat(parameters("idLessThan")).containsExactly(null, "9");
    }

    @Test
    void pagesAreCountedUntilAnEmptyOne() {
        answers.add("{\"code\":200,\"data\":[{\"id\":1}]}");
        answers.add("{\"code\":200,\"data\":[{\"id\":2}]}");
        answers.add("{\"code\":200,\"data\":[]}");
        assertThat(pages("xt", "getOpenOrders", Map.of("market", "btc_usdt"))).hasSize(2);
        assertThat(parameters("page")).containsExactly(null, "2", "3");
    }

    @Test
    void countingBeginsAtThePageThatWasAskedFor() {
        answers.add("{\"code\":200,\"data\":[{\"id\":1}]}");
        answers.add("{\"code\":200,\"data\":[]}");
        assertThat(pages("xt", "getOpenOrders", Map.of("market", "btc_usdt", "page", 7)))
                .hasSize(1);
        assertThat(parameters("page")).containsExactly("7", "8");
    }

    /** Four windows of 48 hours, one of them empty: the cursor begins anew in each, and the order at the joint comes once. */
    @Test
    void ordersOfHtxAreSearchedInWindows() {
        for (String ids : List.of("9 8", "8 7", "7", "7", "7", "", "6", "6")) {
            answers.add("{\"status\":\"ok\",\"data\":["
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
        assertThat(ids("htx", "searchOrders", arguments, "id")).containsExactly("9", "8", "7", "6");
        assertThat(parameters("from")).containsExactly(null, "8", "7", null, "7", null, null, "6");
        assertThat(parameters("direct")).containsOnly("next");
        assertThat(parameters("symbol")).containsOnly("btcusdt");
        assertThat(times("start-time", "end-time"))
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
        answers.add("{\"code\":200,\"data\":[{\"transactId\":5}],\"nextId\":4}");
        answers.add("{\"code\":200,\"data\":[{\"transactId\":4}]}");
        answers.add("{\"code\":200,\"data\":[{\"transactId\":4},{\"transactId\":3}]}");
        Map<String, Object> arguments = Map.of(
                "accountId", "1",
                "startTime", millis("2026-01-01T00:00:00Z"),
                "endTime", millis("2026-01-15T00:00:00Z"));
        assertThat(ids("htx", "getAccountLedger", arguments, "transactId")).containsExactly("5", "4", "3");
        assertThat(parameters("fromId")).containsExactly(null, "4", null);
        assertThat(times("startTime", "endTime"))
                .containsExactly(
                        "2026-01-05T00:00:00Z to 2026-01-15T00:00:00Z",
                        "2026-01-05T00:00:00Z to 2026-01-15T00:00:00Z",
                        "2026-01-01T00:00:00Z to 2026-01-05T00:00:01Z");
    }

    @Test
    void historyOfAnHtxAccountBeginsWithTheOldestHour() {
        answers.add("{\"status\":\"ok\",\"data\":[{\"record-id\":1}]}");
        answers.add("{\"status\":\"ok\",\"data\":[{\"record-id\":1},{\"record-id\":2}]}");
        Map<String, Object> arguments = Map.of(
                "account-id", "1",
                "start-time", millis("2026-01-01T00:00:00Z"),
                "end-time", millis("2026-01-01T01:30:00Z"));
        assertThat(ids("htx", "getAccountHistory", arguments, "record-id")).containsExactly("1", "2");
        assertThat(times("start-time", "end-time"))
                .containsExactly(
                        "2026-01-01T00:00:00Z to 2026-01-01T01:00:00Z", "2026-01-01T00:59:59Z to 2026-01-01T01:30:00Z");
    }

    @Test
    void historyOfBitgetIsReadInWindowsOfNinetyDays() {
        answers.add(bitget("{\"orderId\":\"9\"},{\"orderId\":\"8\"}"));
        answers.add(bitget("{\"orderId\":\"7\"}"));
        answers.add(bitget("{\"orderId\":\"7\"}"));
        answers.add(bitget("{\"orderId\":\"6\"}"));
        Map<String, Object> arguments = Map.of(
                "limit", 2,
                "startTime", millis("2025-01-01T00:00:00Z"),
                "endTime", millis("2025-12-01T00:00:00Z"));
        answers.add(bitget(""));
        assertThat(ids("bitget", "historyOrders", arguments, "orderId")).containsExactly("9", "8", "7", "6");
        assertThat(parameters("idLessThan")).containsExactly(null, "8", null, null, null);
        assertThat(times("startTime", "endTime"))
                .containsExactly(
                        "2025-09-02T00:00:00Z to 2025-12-01T00:00:00Z",
                        "2025-09-02T00:00:00Z to 2025-12-01T00:00:00Z",
                        "2025-06-04T00:00:01Z to 2025-09-02T00:00:01Z",
                        "2025-03-06T00:00:02Z to 2025-06-04T00:00:02Z",
                        "2025-01-01T00:00:00Z to 2025-03-06T00:00:03Z");
    }

    /** The rows stand inside of a record here, which is made anew without the row at the joint. */
    @Test
    void triggerOrdersOfBitgetComeOnceThoughTheyStandInsideARecord() {
        answers.add(plan("{\"orderId\":\"9\",\"size\":\"1.50\",\"status\":\"unheard-of\"}", false, "9"));
        answers.add(plan(
                "{\"orderId\":\"9\",\"size\":\"1.50\",\"status\":\"unheard-of\"},"
                        + "{\"orderId\":\"8\",\"size\":\"2.50\",\"status\":\"unheard-of\"}",
                false,
                "8"));
        Map<String, Object> arguments =
                Map.of("startTime", millis("2025-01-01T00:00:00Z"), "endTime", millis("2025-05-01T00:00:00Z"));
        List<Object> pages = pages("bitget", "historyPlanOrder", arguments).toList();

        PlanOrderPage second = (PlanOrderPage) pages.get(1);
        assertThat(pages).hasSize(2);
        assertThat(second.idLessThan()).isEqualTo("8");
        assertThat(second.orderList()).hasSize(1);
        assertThat(second.orderList().get(0).size()).isEqualTo("2.50");
        assertThat(second.orderList().get(0).status().wire()).isEqualTo("unheard-of");
    }

    @Test
    void operationWithoutPagesSaysSo() {
        assertThatThrownBy(() -> pages("bitget", "publicTime", Map.of()))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("publicTime has no pages; make the call as it is, it answers everything at once");
    }

    private Stream<Object> pages(String venue, String operation, Map<String, Object> arguments) {
        return client(venue).operations().find(operation).call(arguments).pages();
    }

    private VenueClient client(String venue) {
        VenueClientBuilder<? extends VenueClient> builder = Venue.all().stream()
                .filter(candidate -> candidate.name().equals(venue))
                .findFirst()
                .orElseThrow()
                .signedClient();
        return builder.httpClient(http()).build();
    }

    /** The ids of all rows of all pages. */
    private List<String> ids(String venue, String operation, Map<String, Object> arguments, String id) {
        Operation described = client(venue).operations().find(operation);
        return described
                .call(arguments)
                .pages()
                .flatMap(page -> ((List<?>) Objects.requireNonNull(described.tree(page))).stream())
                .map(row -> String.valueOf(((Map<?, ?>) row).get(id)))
                .toList();
    }

    private List<String> times(String from, String to) {
        return requests.stream()
                .map(url -> time(url.queryParameter(from)) + " to " + time(url.queryParameter(to)))
                .toList();
    }

    private static Instant time(@Nullable String millis) {
        return Instant.ofEpochMilli(Long.parseLong(Objects.requireNonNull(millis)));
    }

    private static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    private List<@Nullable String> parameters(String name) {
        List<@Nullable String> values = new ArrayList<>();
        requests.forEach(url -> values.add(url.queryParameter(name)));
        return values;
    }

    private OkHttpClient http() {
        Interceptor script = chain -> {
            requests.add(chain.request().url());
            return new Response.Builder()
                    .request(chain.request())
                    .protocol(Protocol.HTTP_1_1)
                    .code(200)
                    .message("")
                    .body(ResponseBody.create(
                            Objects.requireNonNull(answers.poll(), "asked once too often"),
                            MediaType.get("application/json")))
                    .build();
        };
        return new OkHttpClient.Builder().addInterceptor(script).build();
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
