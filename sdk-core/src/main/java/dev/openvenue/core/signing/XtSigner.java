package dev.openvenue.core.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.openvenue.core.signing.SigningKey.Algorithm;
import java.time.Instant;
import java.util.HexFormat;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * XT, API v1: HMAC-SHA256 in lower-case hex over all parameters, sorted by name, as plain {@code name=value} text. The
 * signature is sent among the parameters: in the query of a GET, in the form of a POST. {@code data} is signed as the
 * Base64 text that it is, which arrives here without padding: with padding, the venue's own demos disagree on the text.
 */
public final class XtSigner implements RequestSigner {
    /** Called by generated clients. */
    public XtSigner() {}

    private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");

    @Override
    public SignedRequest sign(Request request, Credentials credentials, Instant now) {
        SigningKey key = Signing.key("XT", credentials, Algorithm.HMAC_SHA256);
        boolean get = request.method().equals("GET");
        Parameters parameters = (get ? Parameters.ofQuery(request.url()) : form(request))
                .without("signature")
                .with("accesskey", credentials.apiKey())
                .with("nonce", Long.toString(now.toEpochMilli()))
                .sorted();
        String canonical = parameters.plain();
        String signature = HexFormat.of().formatHex(key.sign(canonical.getBytes(UTF_8)));
        String sent = parameters.encoded() + "&signature=" + signature;
        Request.Builder signed = request.newBuilder();
        if (get) {
            signed.url(Signing.withQuery(request.url(), sent));
        } else {
            signed.post(RequestBody.create(sent.getBytes(UTF_8), FORM));
        }
        return new SignedRequest(signed.build(), canonical);
    }

    private static Parameters form(Request request) {
        Signing.rejectQuery("XT", request);
        return Parameters.ofForm(Signing.bytes(request).utf8());
    }
}
