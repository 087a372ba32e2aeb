package dev.openvenue.simulator;

import dev.openvenue.simulator.RawHttp.Received;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Signs as HTX's page on authentication says, with an invented key that the simulator is told of. */
final class HtxCaller {
    static final String ACCESS_KEY = "access";
    static final String SECRET = "secret";
    static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private final VenueSimulator venue;

    HtxCaller(VenueSimulator venue) {
        this.venue = venue;
        venue.register(AccountKey.hmac(ACCESS_KEY, SECRET));
    }

    Received get(String path, Map<String, String> parameters) throws IOException {
        return RawHttp.get(url("GET", path, parameters), Map.of());
    }

    Received post(String path, String body) throws IOException {
        return RawHttp.post(url("POST", path, Map.of()), JSON, body);
    }

    String url(String method, String path, Map<String, String> parameters) {
        return url(method, path, parameters, text -> Hmac.base64(SECRET, text));
    }

    /** The URL with the given parameters over the usual ones, signed as the host with its port. */
    String url(String method, String path, Map<String, String> parameters, UnaryOperator<String> signer) {
        Map<String, String> all = new TreeMap<>(Map.of(
                "AccessKeyId",
                ACCESS_KEY,
                "SignatureMethod",
                "HmacSHA256",
                "SignatureVersion",
                "2",
                "Timestamp",
                TIME.format(venue.now())));
        all.putAll(parameters);
        List<String> pairs = new ArrayList<>();
        all.forEach((name, value) -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        String query = String.join("&", pairs);
        String host = venue.baseUrl().substring("http://".length());
        String signature = signer.apply(method + "\n" + host + "\n" + path + "\n" + query);
        return venue.baseUrl() + path + "?" + query + "&Signature="
                + URLEncoder.encode(signature, StandardCharsets.UTF_8);
    }
}
