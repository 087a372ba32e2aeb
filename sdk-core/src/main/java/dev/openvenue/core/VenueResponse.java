package dev.openvenue.core;

import java.util.Map;
import java.util.Objects;
import okhttp3.Headers;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** A successful response: the payload and everything around it. */
public final class VenueResponse<T> {
    private final @Nullable T value;
    private final int status;
    private final Headers headers;
    private final Map<String, String> envelope;
    private final int attempts;

    /** It becomes text when somebody asks, which hardly anybody does. */
    private final ByteString body;

    VenueResponse(
            @Nullable T value,
            int status,
            Headers headers,
            Map<String, String> envelope,
            int attempts,
            ByteString body) {
        this.value = value;
        this.status = status;
        this.headers = headers;
        this.envelope = envelope;
        this.attempts = attempts;
        this.body = body;
    }

    /** A response as a test may need it; those of calls come from the client. */
    public VenueResponse(
            @Nullable T value, int status, Headers headers, Map<String, String> envelope, int attempts, String body) {
        this(value, status, headers, envelope, attempts, ByteString.encodeUtf8(body));
    }

    /** The same response with another payload, after another number of attempts. */
    <V> VenueResponse<V> as(@Nullable V value, int attempts) {
        return new VenueResponse<>(value, status, headers, envelope, attempts, body);
    }

    /** The payload; null when the venue sent none. */
    public @Nullable T value() {
        return value;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The response headers. */
    public Headers headers() {
        return headers;
    }

    /** The scalar fields next to the payload (code, message, time, cursor …), as text. */
    public Map<String, String> envelope() {
        return envelope;
    }

    /** How many requests were sent for this call. */
    public int attempts() {
        return attempts;
    }

    /** The whole document as it arrived, so that fields which the models do not know are not lost. */
    public String body() {
        return body.utf8();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VenueResponse<?> response
                && Objects.equals(value, response.value)
                && status == response.status
                && headers.equals(response.headers)
                && envelope.equals(response.envelope)
                && attempts == response.attempts
                && body.equals(response.body);
    }

    @Override
    public int hashCode() {
        return Objects.hash(value, status, headers, envelope, attempts, body);
    }

    @Override
    public String toString() {
        return "VenueResponse[value=" + value + ", status=" + status + ", headers=" + headers + ", envelope=" + envelope
                + ", attempts=" + attempts + ", body=" + body() + "]";
    }
}
