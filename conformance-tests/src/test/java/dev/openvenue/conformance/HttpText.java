package dev.openvenue.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * A request as raw HTTP/1.1 text.
 *
 * @param method the method
 * @param target path and query, as on the wire
 * @param headers the headers by their names in lower case
 * @param body the body; empty if there is none
 */
record HttpText(String method, String target, Map<String, String> headers, String body) {
    /** Reads a {@code .http} file. */
    static HttpText parse(String text) {
        int end = text.indexOf("\n\n");
        List<String> head = List.of((end < 0 ? text.stripTrailing() : text.substring(0, end)).split("\n"));
        String[] line = head.get(0).split(" ");
        Map<String, String> headers = new TreeMap<>();
        head.subList(1, head.size()).forEach(header -> {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        });
        return new HttpText(line[0], line[1], headers, end < 0 ? "" : text.substring(end + 2));
    }

    /** What OkHttp would send for a request. */
    static HttpText of(Request request) {
        Map<String, String> headers = new TreeMap<>();
        request.headers().forEach(h -> headers.put(h.getFirst().toLowerCase(Locale.ROOT), h.getSecond()));
        HttpUrl url = request.url();
        boolean standard = url.port() == HttpUrl.defaultPort(url.scheme());
        headers.put("host", standard ? url.host() : url.host() + ":" + url.port());
        RequestBody body = request.body();
        String text = "";
        if (body != null) {
            MediaType type = body.contentType();
            if (type != null) {
                headers.put("content-type", type.toString());
            }
            text = text(body);
        }
        String query = url.encodedQuery();
        return new HttpText(request.method(), url.encodedPath() + (query == null ? "" : "?" + query), headers, text);
    }

    /** The request for OkHttp. */
    Request request() {
        String type = headers.get("content-type");
        boolean hasBody = !body.isEmpty() || !method.equals("GET");
        RequestBody content =
                hasBody ? RequestBody.create(body.getBytes(java.nio.charset.StandardCharsets.UTF_8), type(type)) : null;
        Request.Builder request = new Request.Builder().url("https://" + headers.get("host") + target);
        headers.forEach((name, value) -> {
            if (!name.equals("host") && !name.equals("content-type")) {
                request.header(name, value);
            }
        });
        return request.method(method, content).build();
    }

    /** How this differs from what a case expects; only the headers that the case names are compared. */
    List<String> differencesFrom(HttpText expected, boolean exactBody) {
        List<String> differences = new ArrayList<>();
        differ("method", expected.method, method, differences);
        differ("target", expected.target, target, differences);
        expected.headers.forEach((name, value) -> differ(name, value, headers.get(name), differences));
        boolean json = expected.headers.getOrDefault("content-type", "").startsWith("application/json");
        if (json && !exactBody && !expected.body.isBlank() && !body.isBlank()) {
            Json.differences(Json.parse(expected.body), Json.parse(body)).forEach(d -> differences.add("body " + d));
        } else {
            differ("body", expected.body, body, differences);
        }
        return differences;
    }

    private static void differ(String what, String expected, @Nullable String actual, List<String> differences) {
        if (!expected.equals(actual)) {
            differences.add(what + "\n  expected " + expected + "\n  but was  " + actual);
        }
    }

    private static @Nullable MediaType type(@Nullable String type) {
        return type == null ? null : MediaType.get(type);
    }

    private static String text(RequestBody body) {
        Buffer buffer = new Buffer();
        try {
            body.writeTo(buffer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return buffer.readUtf8();
    }
}
