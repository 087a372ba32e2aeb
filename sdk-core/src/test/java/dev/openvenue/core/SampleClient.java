package dev.openvenue.core;

import dev.openvenue.core.codegen.VenueDescription;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorCatalogue;
import dev.openvenue.core.error.ErrorCatalogue.Remedy;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.signing.Credentials;
import dev.openvenue.core.signing.SignedRequest;
import java.util.List;
import java.util.Locale;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.ByteString;

/** The client of an invented venue, written the way the generator writes them. */
final class SampleClient extends VenueClient {
    static final ErrorCatalogue ERRORS = ErrorCatalogue.builder()
            .add("1001 1002", ErrorKind.TIMESTAMP, Effect.NONE, Remedy.SYNC_CLOCK, false, "Wrong time")
            .add("1003", ErrorKind.AUTHENTICATION, Effect.NONE, Remedy.SYNC_CLOCK, true, "Key or time is wrong")
            .add("1004", ErrorKind.TIMESTAMP, Effect.UNKNOWN, Remedy.SYNC_CLOCK, true, "Late, perhaps executed")
            .add("2001", ErrorKind.INSUFFICIENT_FUNDS, Effect.NONE, Remedy.NONE, false, "Balance too small")
            .add("2002", ErrorKind.DUPLICATE_ORDER, Effect.NONE, Remedy.NONE, false, "Client id used before")
            .add("2003", ErrorKind.ORDER_NOT_FOUND, Effect.NONE, Remedy.NONE, false, "No such order")
            .add("3001", ErrorKind.RATE_LIMIT, Effect.NONE, Remedy.WAIT, false, "Too fast")
            .add("3002", ErrorKind.MARKET_UNAVAILABLE, Effect.NONE, Remedy.WAIT, true, "Auction")
            .add("5001", ErrorKind.VENUE_UNAVAILABLE, Effect.UNKNOWN, Remedy.LOOK_UP_ORDER, false, "Overloaded")
            .add("5002", ErrorKind.OTHER, Effect.UNKNOWN, Remedy.LOOK_UP_ORDER, true, "In progress")
            .build();

    static final VenueDescription DESCRIPTION = new VenueDescription(
            "sample",
            "Sample",
            "https://api.sample.example",
            SampleClient::sign,
            ERRORS,
            new SampleJson(),
            List.of(SampleApi.class),
            "serverTime/serverTime",
            List.of(),
            null,
            null);

    private final SampleApi api;

    SampleClient(VenueRuntime runtime) {
        super(runtime);
        this.api = runtime.api(SampleApi.class);
    }

    static VenueClientBuilder<SampleClient> builder() {
        return VenueClientBuilder.of(DESCRIPTION, SampleClient::new);
    }

    SampleApi api() {
        return api;
    }

    /** Signs time, method, path, query and body, and sends the bytes that it signed. */
    private static SignedRequest sign(Request request, Credentials credentials, java.time.Instant now) {
        ByteString body = bytes(request);
        String time = Long.toString(now.toEpochMilli());
        HttpUrl url = request.url();
        String canonical = time
                + request.method()
                + url.encodedPath()
                + (url.encodedQuery() == null ? "" : "?" + url.encodedQuery())
                + body.utf8();
        byte[] signature =
                credentials.signingKey().sign(ByteString.encodeUtf8(canonical).toByteArray());
        Request.Builder signed = request.newBuilder()
                .header("Sample-Key", credentials.apiKey())
                .header("Sample-Passphrase", credentials.passphrase().orElse(""))
                .header("Sample-Time", time)
                .header("Sample-Sign", ByteString.of(signature).hex().toLowerCase(Locale.ROOT));
        if (request.body() != null) {
            signed.method(
                    request.method(), RequestBody.create(body, request.body().contentType()));
        }
        return new SignedRequest(signed.build(), canonical);
    }

    private static ByteString bytes(Request request) {
        Buffer buffer = new Buffer();
        try {
            if (request.body() != null) {
                request.body().writeTo(buffer);
            }
        } catch (java.io.IOException e) {
            throw new IllegalArgumentException("The body cannot be written", e);
        }
        return buffer.readByteString();
    }
}
