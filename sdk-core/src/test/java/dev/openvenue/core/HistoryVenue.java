package dev.openvenue.core;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * A venue with a history, which rejects what is too long or too old. It can take the ends of a time in every way there
 * is.
 */
final class HistoryVenue {
    /** A row of the history. */
    record Row(int id, Instant time) {
        String json() {
            return "{\"id\":\"" + id + "\",\"time\":\"" + time.toEpochMilli() + "\"}";
        }
    }

    /** How a venue understands the ends of a time. */
    record Ends(boolean startIncluded, boolean endIncluded, Duration unit) {
        static final Ends INCLUDED = new Ends(true, true, Duration.ofMillis(1));

        boolean hold(Instant time, Instant from, Instant to) {
            long at = floor(time);
            return (startIncluded ? at >= floor(from) : at > floor(from))
                    && (endIncluded ? at <= floor(to) : at < floor(to));
        }

        private long floor(Instant time) {
            return time.toEpochMilli() / unit.toMillis();
        }
    }

    static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    final List<Row> rows = new ArrayList<>();
    final List<HttpUrl> requests = new ArrayList<>();
    Ends ends = Ends.INCLUDED;
    Instant oldest = Instant.EPOCH;
    int pageSize = 100;

    HistoryApi api() {
        Interceptor venue = chain -> response(chain.request());
        return VenueClientBuilder.of(HistoryApi.DESCRIPTION, HistoryClient::new)
                .httpClient(new OkHttpClient.Builder().addInterceptor(venue).build())
                .clock(() -> NOW)
                .build()
                .api;
    }

    /** Adds a row; ids count up. */
    void add(Instant time) {
        rows.add(new Row(rows.size() + 1, time));
    }

    /** Both ends of every request's time, the sort of shorthand that a failing test is read by. */
    List<String> asked() {
        return requests.stream()
                .map(url -> time(url, "from") + " to " + time(url, "to"))
                .toList();
    }

    private Response response(Request request) {
        HttpUrl url = request.url();
        requests.add(url);
        Instant to = requireNonNull(time(url, "to") == null ? NOW : time(url, "to"));
        Instant from = requireNonNull(time(url, "from") == null ? to.minus(Duration.ofDays(2)) : time(url, "from"));
        boolean plans = url.encodedPath().equals("/plans");
        if (Duration.between(from, to).compareTo(Duration.ofDays(plans ? 90 : 2)) > 0) {
            return response(request, "{\"code\":\"8\",\"msg\":\"too long\"}");
        }
        if (from.isBefore(oldest)) {
            return response(request, "{\"code\":\"9\",\"msg\":\"too far back\"}");
        }
        boolean changes = url.encodedPath().equals("/changes");
        boolean ascending =
                changes ? !"desc".equals(url.queryParameter("sort")) : "asc".equals(url.queryParameter("sort"));
        List<Row> found = rows.stream()
                .filter(row -> ends.hold(row.time(), from, to))
                .sorted(Comparator.comparing(ascending ? Row::id : row -> -row.id()))
                .toList();
        if (plans) {
            return response(request, plans(url, found));
        }
        return response(request, changes ? changes(url, found) : orders(url, found, ascending));
    }

    private String orders(HttpUrl url, List<Row> found, boolean ascending) {
        String before = url.queryParameter("before");
        String limit = url.queryParameter("limit");
        int cursor = before == null ? 0 : Integer.parseInt(before);
        return "{\"code\":\"0\",\"data\":["
                + found.stream()
                        .filter(row -> before == null || (ascending ? row.id() > cursor : row.id() < cursor))
                        .limit(limit == null ? pageSize : Integer.parseInt(limit))
                        .map(Row::json)
                        .collect(Collectors.joining(","))
                + "]}";
    }

    private String plans(HttpUrl url, List<Row> found) {
        String before = url.queryParameter("before");
        List<Row> left = found.stream()
                .filter(row -> before == null || row.id() < Integer.parseInt(before))
                .toList();
        List<Row> page = left.stream().limit(pageSize).toList();
        String last =
                page.isEmpty() ? "" : Integer.toString(page.get(page.size() - 1).id());
        return "{\"code\":\"0\",\"data\":{\"more\":" + (left.size() > pageSize) + ",\"last\":\"" + last
                + "\",\"list\":[" + page.stream().map(Row::json).collect(Collectors.joining(",")) + "]}}";
    }

    private String changes(HttpUrl url, List<Row> found) {
        String first = url.queryParameter("first");
        List<Row> left = first == null
                ? found
                : found.stream()
                        .dropWhile(row -> row.id() != Integer.parseInt(first))
                        .toList();
        String next = left.size() > pageSize ? ",\"next\":" + left.get(pageSize).id() : "";
        return "{\"code\":\"0\",\"data\":["
                + left.stream().limit(pageSize).map(Row::json).collect(Collectors.joining(",")) + "]" + next + "}";
    }

    private static @Nullable Instant time(HttpUrl url, String name) {
        String millis = url.queryParameter(name);
        return millis == null ? null : Instant.ofEpochMilli(Long.parseLong(millis));
    }

    private static Response response(Request request, String body) {
        return new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("")
                .body(ResponseBody.create(body, MediaType.get("application/json")))
                .build();
    }

    private static final class HistoryClient extends VenueClient {
        final HistoryApi api;

        HistoryClient(VenueRuntime runtime) {
            super(runtime);
            this.api = runtime.api(HistoryApi.class);
        }
    }
}
