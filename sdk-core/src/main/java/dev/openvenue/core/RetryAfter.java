package dev.openvenue.core;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** Reads the {@code Retry-After} header: seconds, or an HTTP date by the clock of the response that carries it. */
final class RetryAfter {
    /** The longest pause that is honoured; if the venue needs longer, it says so again to the next attempt. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    private RetryAfter() {}

    /**
     * How long the venue asks the client to wait, 10 minutes at most; null if the header is absent or unreadable.
     *
     * @param clock the venue's time, for responses that do not state it
     */
    static @Nullable Duration of(Headers headers, InstantSource clock) {
        String text = headers.get("Retry-After");
        if (text == null) {
            return null;
        }
        if (text.matches("\\d+")) {
            return text.length() > 9 ? LONGEST : clamped(Duration.ofSeconds(Long.parseLong(text)));
        }
        Date until = headers.getDate("Retry-After");
        return until == null ? null : clamped(Duration.between(ReportedTime.of(headers, clock), until.toInstant()));
    }

    private static Duration clamped(Duration wait) {
        return wait.isNegative() ? Duration.ZERO : Collections.min(List.of(wait, LONGEST));
    }
}
