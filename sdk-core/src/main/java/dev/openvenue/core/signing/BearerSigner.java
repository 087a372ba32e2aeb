package dev.openvenue.core.signing;

import java.time.Instant;
import okhttp3.Request;

/** The scheme of an API that asks for a token and signs nothing: {@code Authorization: Bearer <token>}. */
public final class BearerSigner implements RequestSigner {
    private static final SigningKey NONE = SigningKey.inMemory(
            SigningKey.Algorithm.HMAC_SHA256,
            message -> {
                throw new IllegalStateException("A token signs nothing");
            },
            null);

    /** Called by generated clients. */
    public BearerSigner() {}

    /** Credentials that consist of a token. */
    public static Credentials credentials(String token) {
        return Credentials.of(token, NONE);
    }

    @Override
    public SignedRequest sign(Request request, Credentials credentials, Instant now) {
        return new SignedRequest(
                request.newBuilder()
                        .header("Authorization", "Bearer " + credentials.apiKey())
                        .build(),
                "");
    }
}
