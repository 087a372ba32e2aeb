package dev.openvenue.core;

import java.util.Map;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A successful response with all that came beside the payload.
 *
 * @param value the payload; null when the venue sent none
 * @param status the HTTP status
 * @param headers the response headers
 * @param envelope the scalar fields of the document beside the payload (code, message, time, cursor …), as text
 * @param attempts how many requests were sent for this call
 * @param body the whole document as it arrived, so that nothing the models do not know is lost
 */
public record VenueResponse<T>(
        @Nullable T value, int status, Headers headers, Map<String, String> envelope, int attempts, String body) {}
