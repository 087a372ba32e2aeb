package dev.openvenue.workbench;

import dev.openvenue.simulator.Json;
import dev.openvenue.simulator.SimulatedExchange;
import dev.openvenue.simulator.SimulatedResponse;
import dev.openvenue.simulator.VenueRejection;
import dev.openvenue.simulator.VenueRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an exchange, with keys and signatures masked.
 *
 * @param number counts the requests of the workbench from 1
 * @param summary what a list shows
 * @param detail the rest
 */
record JournalEntry(long number, Map<String, @Nullable Object> summary, Map<String, @Nullable Object> detail) {
    /** What is longer is cut off. */
    static final int LONGEST_TEXT = 64 * 1024;

    /** About what an entry takes beside its texts. */
    private static final int OVERHEAD = 1024;

    static JournalEntry of(long number, SimulatedExchange exchange, Masking masking) {
        VenueRequest request = exchange.request();
        SimulatedResponse response = exchange.response();
        VenueRejection rejection = exchange.rejection();
        Map<String, @Nullable Object> summary = Json.object(
                "number", number,
                "venue", exchange.venueId(),
                "numberAtVenue", exchange.number(),
                "at", exchange.at().toEpochMilli(),
                "method", request.method(),
                "path", cut(masking.body(request.path())),
                "operation", exchange.operationId(),
                "status", response.status(),
                "signature", ControlCall.word(exchange.signature()),
                "account", exchange.account(),
                "fault", exchange.fault(),
                "executed", exchange.executed(),
                "rejectionCode", rejection == null ? null : rejection.code(),
                "explained", exchange.explained());
        Map<String, @Nullable Object> detail = Json.object(
                "query", cut(masking.pairs(request.query())),
                "requestHeaders", headers(request.headers(), masking),
                "requestBody", cut(masking.body(request.bodyText())),
                "rejectionMessage", rejection == null ? null : masking.body(rejection.text()),
                "delivery", ControlCall.word(response.delivery()),
                "responseHeaders", headers(response.headers(), masking),
                "responseBody", cut(masking.body(response.body())),
                "truncated",
                        request.body().size() > LONGEST_TEXT || response.body().length() > LONGEST_TEXT);
        return new JournalEntry(number, summary, detail);
    }

    /** About how many bytes it takes. */
    long size() {
        return OVERHEAD + 2L * Json.write(detail).length();
    }

    String venue() {
        return String.valueOf(summary.get("venue"));
    }

    /** All of it. */
    Map<String, @Nullable Object> whole() {
        Map<String, @Nullable Object> whole = Json.object();
        whole.putAll(summary);
        whole.putAll(detail);
        return whole;
    }

    private static List<Map<String, @Nullable Object>> headers(Headers headers, Masking masking) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        headers.forEach(header -> rows.add(header(header.getFirst(), header.getSecond(), masking)));
        return rows;
    }

    private static List<Map<String, @Nullable Object>> headers(Map<String, String> headers, Masking masking) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        headers.forEach((name, value) -> rows.add(header(name, value, masking)));
        return rows;
    }

    private static Map<String, @Nullable Object> header(String name, String value, Masking masking) {
        return Json.object("name", name, "value", cut(masking.value(name, value)));
    }

    private static String cut(String text) {
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }
}
