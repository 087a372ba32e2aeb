package dev.openvenue.simulator;

import dev.openvenue.simulator.RawHttp.Received;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import okhttp3.HttpUrl;

/** Signs as XT's demos do, with an invented key that the simulator is told of. */
final class XtCaller {
    static final String ACCESS_KEY = "myAccessKey";
    static final String SECRET = "mySecretKey";
    static final Map<String, String> FORM = Map.of("Content-Type", "application/x-www-form-urlencoded");

    private final VenueSimulator venue;

    XtCaller(VenueSimulator venue) {
        this.venue = venue;
        venue.register(AccountKey.hmac(ACCESS_KEY, SECRET));
    }

    Received get(String method, Map<String, String> parameters) throws IOException {
        return RawHttp.get(url(method) + "?" + encode(signed(parameters)), Map.of());
    }

    Received post(String method, Map<String, String> parameters) throws IOException {
        return RawHttp.post(url(method), FORM, encode(signed(parameters)));
    }

    String url(String method) {
        return venue.baseUrl() + "/trade/api/v1/" + method;
    }

    Map<String, String> signed(Map<String, String> parameters) {
        Map<String, String> all = new TreeMap<>(parameters);
        all.put("accesskey", ACCESS_KEY);
        all.put("nonce", Long.toString(venue.now().toEpochMilli()));
        List<String> pairs = new ArrayList<>();
        all.forEach((name, value) -> pairs.add(name + "=" + value));
        all.put("signature", Hmac.hex(SECRET, String.join("&", pairs)));
        return all;
    }

    static String encode(Map<String, String> parameters) {
        HttpUrl.Builder url = new HttpUrl.Builder().scheme("http").host("localhost");
        parameters.forEach(url::addQueryParameter);
        // HttpUrl leaves a plus sign as it is; in a form it would be a space.
        String query = url.build().encodedQuery();
        return query == null ? "" : query.replace("+", "%2B");
    }

    static String base64(String json) {
        return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
