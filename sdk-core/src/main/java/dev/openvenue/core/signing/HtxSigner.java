package dev.openvenue.core.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.openvenue.core.signing.SigningKey.Algorithm;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * HTX, Signature version 2: HMAC-SHA256 or Ed25519 in Base64 over method, host, path and the sorted query, one per
 * line. Everything is sent in the query, even of a POST; the body is <em>not</em> signed, so only TLS protects it.
 */
public final class HtxSigner implements RequestSigner {
    /** Called by generated clients. */
    public HtxSigner() {}

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    @Override
    public SignedRequest sign(Request request, Credentials credentials, Instant now) {
        SigningKey key = Signing.key("HTX", credentials, Algorithm.HMAC_SHA256, Algorithm.ED25519);
        HttpUrl url = request.url();
        String query = Parameters.ofQuery(url)
                .without("Signature")
                .with("AccessKeyId", credentials.apiKey())
                .with("SignatureMethod", key.algorithm() == Algorithm.ED25519 ? "Ed25519" : "HmacSHA256")
                .with("SignatureVersion", "2")
                .with("Timestamp", TIMESTAMP.format(now))
                .sorted()
                .encoded();
        String canonical = request.method() + "\n" + host(url) + "\n" + url.encodedPath() + "\n" + query;
        String signature = Base64.getEncoder().encodeToString(key.sign(canonical.getBytes(UTF_8)));
        String sent = query + "&Signature=" + PercentEncoding.encode(signature);
        HttpUrl signed = Signing.withQuery(url, sent);
        return new SignedRequest(request.newBuilder().url(signed).build(), canonical);
    }

    /**
     * The {@code Host} header as it will be sent, in lower case: with a port only if it is not the scheme's default.
     */
    private static String host(HttpUrl url) {
        String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
        return url.port() == HttpUrl.defaultPort(url.scheme()) ? host : host + ":" + url.port();
    }
}
