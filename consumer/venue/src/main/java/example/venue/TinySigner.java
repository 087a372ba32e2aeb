package example.venue;

import dev.openvenue.core.signing.Credentials;
import dev.openvenue.core.signing.RequestSigner;
import dev.openvenue.core.signing.SignedRequest;
import dev.openvenue.core.signing.Signing;
import dev.openvenue.core.signing.SigningKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.ByteString;

/** Tiny's scheme: HMAC-SHA256 in hex over time, method, path, query and body, in headers. */
public final class TinySigner implements RequestSigner {
    /** Called by the generated client. */
    public TinySigner() {}

    @Override
    public SignedRequest sign(Request request, Credentials credentials, Instant now) {
        SigningKey key = Signing.key("Tiny", credentials, SigningKey.Algorithm.HMAC_SHA256);
        ByteString body = Signing.bytes(request);
        String time = Long.toString(now.toEpochMilli());
        String query = request.url().encodedQuery();
        String canonical = String.join(
                "\n",
                time,
                request.method(),
                request.url().encodedPath(),
                query == null ? "" : query,
                body.utf8());
        byte[] signature = key.sign(canonical.getBytes(StandardCharsets.UTF_8));
        RequestBody sent = request.body() == null ? null : RequestBody.create(body, Signing.contentType(request));
        return new SignedRequest(
                request.newBuilder()
                        .method(request.method(), sent)
                        .header("Tiny-Key", credentials.apiKey())
                        .header("Tiny-Time", time)
                        .header("Tiny-Sign", HexFormat.of().formatHex(signature))
                        .build(),
                canonical);
    }
}
