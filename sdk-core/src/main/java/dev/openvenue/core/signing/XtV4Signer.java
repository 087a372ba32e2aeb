package dev.openvenue.core.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.openvenue.core.signing.SigningKey.Algorithm;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.ByteString;

/**
 * XT, API v4: HMAC-SHA256 in lower-case hex over four headers, method, path, query and body, separated by number signs;
 * all in headers. The query is sorted by name, signed as decoded text and sent encoded. The receive window is the
 * request's own header, which the client sets, or five seconds.
 */
public final class XtV4Signer implements RequestSigner {
    private static final String RECEIVE_WINDOW = "validate-recvwindow";
    private static final String ADVISED_WINDOW = "5000";
    private static final String ALGORITHM = "HmacSHA256";

    /** Called by generated clients. */
    public XtV4Signer() {}

    @Override
    public SignedRequest sign(Request request, Credentials credentials, Instant now) {
        SigningKey key = Signing.key("XT v4", credentials, Algorithm.HMAC_SHA256);
        String timestamp = Long.toString(now.toEpochMilli());
        String window = Objects.requireNonNullElse(request.header(RECEIVE_WINDOW), ADVISED_WINDOW);
        Parameters query = Parameters.ofQuery(request.url()).sorted();
        HttpUrl url = Signing.withQuery(request.url(), query.encoded());
        ByteString body = Signing.bytes(request);
        MediaType type = Signing.contentType(request);
        String canonical = "validate-algorithms=" + ALGORITHM
                + "&validate-appkey=" + credentials.apiKey()
                + "&validate-recvwindow=" + window
                + "&validate-timestamp=" + timestamp
                + "#" + request.method() + "#" + url.encodedPath()
                + (query.isEmpty() ? "" : "#" + query.plain())
                + (body.size() == 0 ? "" : "#" + body.utf8());
        String signature = HexFormat.of().formatHex(key.sign(canonical.getBytes(UTF_8)));
        Request signed = request.newBuilder()
                .url(url)
                .method(request.method(), request.body() == null ? null : RequestBody.create(body, type))
                .header("validate-algorithms", ALGORITHM)
                .header("validate-appkey", credentials.apiKey())
                .header(RECEIVE_WINDOW, window)
                .header("validate-timestamp", timestamp)
                .header("validate-signature", signature)
                .build();
        return new SignedRequest(signed, canonical);
    }
}
