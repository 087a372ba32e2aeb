package dev.openvenue.core.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.ByteString;

/**
 * Satori: a signature over the JSON body or else over the sorted query, either with a {@code timestamp} in it; in
 * headers. The key decides the type: HMAC-SHA256 (1), the {@code personal_sign} of an EVM wallet (2), Ed25519 or RSA
 * (3). A query is signed as decoded text and sent encoded, with raw commas; a POST with a query has an empty body.
 */
public final class SatoriSigner implements RequestSigner {
    /** Called by generated clients. */
    public SatoriSigner() {}

    private static final MediaType TEXT = MediaType.get("text/plain");

    @Override
    public SignedRequest sign(Request request, Credentials credentials, Instant now) {
        SigningKey key = credentials.signingKey();
        String timestamp = Long.toString(now.toEpochMilli());
        ByteString body = Signing.bytes(request);
        Stamped stamped = body.size() > 0 ? inBody(request, body, timestamp) : inQuery(request, timestamp);
        Request signed = stamped.request
                .newBuilder()
                .header("APIKEY", credentials.apiKey())
                .header("X-SAPI-SIGN-TYPE", type(key))
                .header("signature", signature(key, stamped.text))
                .build();
        return new SignedRequest(signed, stamped.text);
    }

    /** A request with its timestamp, and the text to sign. */
    private record Stamped(Request request, String text) {}

    private static Stamped inBody(Request request, ByteString body, String timestamp) {
        Signing.rejectQuery("Satori", request);
        String text = JsonText.withLast(body.utf8(), "timestamp", timestamp);
        RequestBody sent = RequestBody.create(text.getBytes(UTF_8), Signing.contentType(request));
        return new Stamped(request.newBuilder().method(request.method(), sent).build(), text);
    }

    private static Stamped inQuery(Request request, String timestamp) {
        Parameters parameters =
                Parameters.ofQuery(request.url()).with("timestamp", timestamp).sorted();
        String sent = parameters.encodedExcept(",");
        Request.Builder stamped = request.newBuilder().url(Signing.withQuery(request.url(), sent));
        if (request.body() != null) {
            stamped.method(request.method(), RequestBody.create(new byte[0], TEXT));
        }
        return new Stamped(stamped.build(), parameters.plain());
    }

    private static String type(SigningKey key) {
        return switch (key.algorithm()) {
            case HMAC_SHA256 -> "1";
            case SECP256K1 -> "2";
            // The venue's own SDK uses 3 for RSA keys as well.
            case ED25519, RSA_SHA256 -> "3";
        };
    }

    private static String signature(SigningKey key, String text) {
        byte[] message = text.getBytes(UTF_8);
        return switch (key.algorithm()) {
            case HMAC_SHA256 -> HexFormat.of().formatHex(key.sign(message));
            case SECP256K1 -> PersonalSign.sign(key, message);
            case ED25519, RSA_SHA256 -> Base64.getEncoder().encodeToString(key.sign(message));
        };
    }
}
