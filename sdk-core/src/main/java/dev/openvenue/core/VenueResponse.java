package dev.openvenue.core;

import java.util.Map;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A successful response: the payload and everything around it.
 *
 * @param value the payload; null when the venue sent none
 * @param status the HTTP status
 * @param headers the response headers
 * @param envelope the scalar fields next to the payload (code, message, time, cursor …), as text
 * @param attempts how many requests were sent for this call
 * @param body the whole document as it arrived, so that fields which the models do not know are not lost
 */
public record VenueResponse<T>(
        @Nullable T value, int status, Headers headers, Map<String, String> envelope, int attempts, String body) {}
