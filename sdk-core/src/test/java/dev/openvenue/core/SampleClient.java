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
            .codes("1001 1002", "Wrong time")
            .stated(ErrorKind.TIMESTAMP, Effect.NONE, Remedy.SYNC_CLOCK)
            .codes("1003", "Key or time is wrong")
            .inferred(ErrorKind.AUTHENTICATION, Effect.NONE, Remedy.SYNC_CLOCK)
            .codes("1004", "Late, perhaps executed")
            .inferred(ErrorKind.TIMESTAMP, Effect.UNKNOWN, Remedy.SYNC_CLOCK)
            .codes("2001", "Balance too small")
            .stated(ErrorKind.INSUFFICIENT_FUNDS, Effect.NONE, Remedy.NONE)
            .codes("2002", "Client id used before")
            .stated(ErrorKind.DUPLICATE_ORDER, Effect.NONE, Remedy.NONE)
            .codes("2003", "No such order")
            .stated(ErrorKind.ORDER_NOT_FOUND, Effect.NONE, Remedy.NONE)
            .codes("3001", "Too fast")
            .stated(ErrorKind.RATE_LIMIT, Effect.NONE, Remedy.WAIT)
            .codes("3002", "Auction")
            .inferred(ErrorKind.MARKET_UNAVAILABLE, Effect.NONE, Remedy.WAIT)
            .codes("5001", "Overloaded")
            .stated(ErrorKind.VENUE_UNAVAILABLE, Effect.UNKNOWN, Remedy.LOOK_UP_ORDER)
            .codes("5002", "In progress")
            .inferred(ErrorKind.OTHER, Effect.UNKNOWN, Remedy.LOOK_UP_ORDER)
            .build();

    static final VenueDescription DESCRIPTION = new VenueDescription(
            "sample",
            "sample",
            "Sample",
            "https://api.sample.example",
            SampleClient::sign,
            ERRORS,
            new SampleJson(),
            List.of(SampleApi.class),
            "serverTime/serverTime",
            List.of(),
            List.of(),
            null,
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
