package dev.openvenue.core.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.openvenue.core.signing.SigningKey.Algorithm;
import java.time.Instant;
import java.util.Base64;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.ByteString;

/**
 * Bitget, API v2: HMAC-SHA256 or RSA in Base64 over time, method, path, query and body without separators; all in
 * headers. The query is sorted by name, signed as decoded text and sent encoded; both are built from one list of
 * parameters.
 */
public final class BitgetSigner implements RequestSigner {
    /** Called by generated clients. */
    public BitgetSigner() {}

    @Override
    public SignedRequest sign(Request request, Credentials credentials, Instant now) {
        SigningKey key = Signing.key("Bitget", credentials, Algorithm.HMAC_SHA256, Algorithm.RSA_SHA256);
        String passphrase = credentials
                .passphrase()
                .orElseThrow(() ->
                        new IllegalArgumentException("Bitget needs the passphrase that was chosen with the API key; "
                                + "create the credentials with Credentials.of(apiKey, passphrase, signingKey)"));
        String timestamp = Long.toString(now.toEpochMilli());
        Parameters query = Parameters.ofQuery(request.url()).sorted();
        HttpUrl url = Signing.withQuery(request.url(), query.encoded());
        ByteString body = Signing.bytes(request);
        MediaType type = Signing.contentType(request);
        String canonical = timestamp
                + request.method()
                + url.encodedPath()
                + (query.isEmpty() ? "" : "?" + query.plain())
                + body.utf8();
        String signature = Base64.getEncoder().encodeToString(key.sign(canonical.getBytes(UTF_8)));
        Request signed = request.newBuilder()
                .url(url)
                .method(request.method(), request.body() == null ? null : RequestBody.create(body, type))
                .header("ACCESS-KEY", credentials.apiKey())
                .header("ACCESS-SIGN", signature)
                .header("ACCESS-TIMESTAMP", timestamp)
                .header("ACCESS-PASSPHRASE", passphrase)
                .build();
        return new SignedRequest(signed, canonical);
    }
}
