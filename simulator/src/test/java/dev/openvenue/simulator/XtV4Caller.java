package dev.openvenue.simulator;

import dev.openvenue.simulator.RawHttp.Received;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** Signs as the Java and Node demos of XT's API v4 do, with an invented key that the simulator is told of. */
final class XtV4Caller {
    static final String APP_KEY = "11111111-2222-4333-8444-555555555555";
    static final String SECRET = "0123456789abcdef0123456789abcdef01234567";

    private final VenueSimulator venue;

    XtV4Caller(VenueSimulator venue) {
        this.venue = venue;
        venue.register(AccountKey.hmac(APP_KEY, SECRET));
    }

    Received open(String target) throws IOException {
        return RawHttp.get(venue.baseUrl() + "/v4/public/" + target, Map.of());
    }

    Received get(String target) throws IOException {
        return RawHttp.get(url(target), headers("GET", target, "", 5000));
    }

    Received send(String method, String target, @Nullable String body) throws IOException {
        return send(method, target, body, headers(method, target, body == null ? "" : body, 5000));
    }

    Received send(String method, String target, @Nullable String body, Map<String, String> headers) throws IOException {
        RequestBody content = body == null ? null : RequestBody.create(body.getBytes(StandardCharsets.UTF_8));
        return RawHttp.call(
                RawHttp.request(url(target), headers).method(method, content).build());
    }

    /** The five headers; values in a query must need no escapes. */
    Map<String, String> headers(String method, String target, String body, int window) {
        String[] parts = target.split("\\?");
        String query = parts.length == 1 ? "" : "#" + String.join("&", new TreeMap<>(pairs(parts[1])).values());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("validate-algorithms", "HmacSHA256");
        headers.put("validate-appkey", APP_KEY);
        headers.put("validate-recvwindow", Integer.toString(window));
        headers.put("validate-timestamp", Long.toString(venue.now().toEpochMilli()));
        List<String> signed = headers.entrySet().stream().map(Object::toString).toList();
        String text = String.join("&", signed) + "#" + method + "#/v4/" + parts[0] + query
                + (body.isEmpty() ? "" : "#" + body);
        headers.put("validate-signature", Hmac.hex(SECRET, text));
        return headers;
    }

    private static Map<String, String> pairs(String query) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            pairs.put(pair.split("=")[0], pair);
        }
        return pairs;
    }

    private String url(String target) {
        return venue.baseUrl() + "/v4/" + target;
    }
}
