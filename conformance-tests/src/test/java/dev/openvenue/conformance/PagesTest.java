package dev.openvenue.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.bitget.BitgetClient;
import dev.openvenue.bitget.model.UnfilledOrdersParameters;
import dev.openvenue.core.Credentials;
import dev.openvenue.core.VenueClient;
import dev.openvenue.core.VenueClientBuilder;
import dev.openvenue.core.signing.SigningKeys;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    void venueThatAlwaysAnswersTheSameDoesNotKeepPagingGoing() {
        answers.add("{\"status\":\"ok\",\"data\":[{\"id\":9},{\"id\":8}]}");
        answers.add("{\"status\":\"ok\",\"data\":[{\"id\":9},{\"id\":8}]}");
        assertThat(pages("htx", "getOpenOrders", Map.of())).hasSize(1);
        assertThat(requests).hasSize(2);
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

    @Test
    void operationWithoutPagesSaysSo() {
        assertThatThrownBy(() -> pages("bitget", "publicTime", Map.of()))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("publicTime has no pages; make the call as it is, it answers everything at once");
    }

    private Stream<Object> pages(String venue, String operation, Map<String, Object> arguments) {
        VenueClientBuilder<? extends VenueClient> builder = Venue.all().stream()
                .filter(candidate -> candidate.name().equals(venue))
                .findFirst()
                .orElseThrow()
                .signedClient();
        return builder.httpClient(http())
                .build()
                .operations()
                .find(operation)
                .call(arguments)
                .pages();
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
