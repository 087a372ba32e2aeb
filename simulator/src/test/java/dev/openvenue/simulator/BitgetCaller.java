package dev.openvenue.simulator;

import dev.openvenue.simulator.RawHttp.Received;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import okhttp3.Request;

/** Signs as Bitget's page on signatures says, with an invented key that the simulator is told of. */
final class BitgetCaller {
    static final String API_KEY = "invented-key";
    static final String PASSPHRASE = "inventedpass";
    static final String SECRET = "bitget-docs-vector-secret";

    private final VenueSimulator venue;

    BitgetCaller(VenueSimulator venue) {
        this.venue = venue;
        venue.register(AccountKey.hmac(API_KEY, SECRET).withPassphrase(PASSPHRASE));
    }

    Received get(String pathAndQuery) throws IOException {
        return RawHttp.get(venue.baseUrl() + pathAndQuery, headers("GET", pathAndQuery, ""));
    }

    Received post(String path, String body) throws IOException {
        return RawHttp.call(postRequest(path, body));
    }

    Request postRequest(String path, String body) {
        return RawHttp.request(venue.baseUrl() + path, headers("POST", path, body))
                .post(okhttp3.RequestBody.create(body.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .build();
    }

    Map<String, String> headers(String method, String pathAndQuery, String body) {
        return headers(venue.now(), method, pathAndQuery, body);
    }

    static Map<String, String> headers(Instant at, String method, String pathAndQuery, String body) {
        String timestamp = Long.toString(at.toEpochMilli());
        return Map.of(
                "ACCESS-KEY", API_KEY,
                "ACCESS-SIGN", Hmac.base64(SECRET, timestamp + method + pathAndQuery + body),
                "ACCESS-TIMESTAMP", timestamp,
                "ACCESS-PASSPHRASE", PASSPHRASE,
                "Content-Type", "application/json");
    }
}
