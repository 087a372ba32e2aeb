package dev.openvenue.core.signing;

import dev.openvenue.core.signing.SigningKey.Algorithm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * What all signers share: they require a key of the right kind, and read the body once so that the signed bytes are the
 * sent bytes.
 */
public final class Signing {
    private Signing() {}

    /** The key, if the venue supports its algorithm. */
    public static SigningKey key(String venue, Credentials credentials, Algorithm... known) {
        SigningKey key = credentials.signingKey();
        if (!Arrays.asList(known).contains(key.algorithm())) {
            throw new IllegalArgumentException(venue + " signs with an "
                    + Stream.of(known).map(Algorithm::name).collect(Collectors.joining(" or ")) + " key but was given "
                    + key.algorithm() + "; create the key with "
                    + Stream.of(known).map(Signing::factory).collect(Collectors.joining(" or ")));
        }
        return key;
    }

    /** The bytes of the body; none if there is no body. */
    public static ByteString bytes(Request request) {
        RequestBody body = request.body();
        Buffer buffer = new Buffer();
        if (body != null) {
            try {
                body.writeTo(buffer);
            } catch (IOException e) {
                throw new UncheckedIOException("The body of the request cannot be written, so it cannot be signed", e);
            }
        }
        return buffer.readByteString();
    }

    /** The URL with another query, which is sent exactly as it is given: percent-encoded already; empty for none. */
    public static HttpUrl withQuery(HttpUrl url, String query) {
        String old = url.encodedQuery();
        if (query.isEmpty()) {
            return old == null ? url : url.newBuilder().query(null).build();
        }
        // Unlike a builder, this does not parse the old query first.
        return query.equals(old) ? url : Objects.requireNonNull(url.resolve("?" + query), "it stays at its host");
    }

    /** Rejects a query where only the body is signed: the query could be tampered with in transit. */
    public static void rejectQuery(String venue, Request request) {
        if (!Parameters.ofQuery(request.url()).isEmpty()) {
            throw new IllegalArgumentException(
                    venue + " signs only the body of this request, so its query would travel unsigned; move "
                            + request.url().queryParameterNames() + " into the body");
        }
    }

    /** The content type of the body; null if it has none. */
    public static @Nullable MediaType contentType(Request request) {
        RequestBody body = request.body();
        return body == null ? null : body.contentType();
    }

    private static String factory(Algorithm algorithm) {
        return switch (algorithm) {
            case HMAC_SHA256 -> "SigningKeys.hmacSha256";
            case RSA_SHA256 -> "SigningKeys.rsaPem";
            case ED25519 -> "SigningKeys.ed25519Pem";
            case SECP256K1 -> "SigningKeys.secp256k1";
        };
    }
}
