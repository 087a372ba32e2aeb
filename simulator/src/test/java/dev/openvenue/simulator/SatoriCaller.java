package dev.openvenue.simulator;

import dev.openvenue.core.signing.Credentials;
import dev.openvenue.simulator.RawHttp.Received;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.bouncycastle.jcajce.provider.digest.Keccak;

/** Signs as Satori's pages say, with the wallet that the simulator invented. */
final class SatoriCaller {
    private final VenueSimulator venue;
    private final Credentials credentials;

    SatoriCaller(VenueSimulator venue) {
        this.venue = venue;
        this.credentials = venue.credentials();
    }

    /** Sends parameters in the query, without the timestamp, which comes last in every operation of these tests. */
    Received post(String path, String parameters) throws IOException {
        String text = parameters + "&timestamp=" + venue.now().toEpochMilli();
        return RawHttp.post(venue.baseUrl() + path + "?" + text, headers(text, "text/plain"), "");
    }

    Received postJson(String path, String body) throws IOException {
        return RawHttp.post(venue.baseUrl() + path, headers(body, "application/json"), body);
    }

    Map<String, String> headers(String text, String contentType) {
        return Map.of(
                "APIKEY",
                credentials.apiKey(),
                "X-SAPI-SIGN-TYPE",
                "2",
                "signature",
                personalSign(text),
                "Content-Type",
                contentType);
    }

    private String personalSign(String text) {
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        byte[] prefixed = ("\u0019Ethereum Signed Message:\n" + length + text).getBytes(StandardCharsets.UTF_8);
        byte[] signature = credentials.signingKey().sign(new Keccak.Digest256().digest(prefixed));
        signature[64] = (byte) (signature[64] + 27);
        return "0x" + HexFormat.of().formatHex(signature);
    }
}
