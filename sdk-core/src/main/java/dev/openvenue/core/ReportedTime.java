package dev.openvenue.core;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** Reads the venue's time from responses. */
final class ReportedTime {
    private ReportedTime() {}

    /** The venue's time when it responded: from the {@code Date} header if there is one, else from the clock. */
    static Instant of(Headers headers, InstantSource clock) {
        Date date = headers.getDate("Date");
        return date == null ? clock.instant() : date.toInstant();
    }

    /** Epoch milliseconds as an instant; null for anything else. */
    static @Nullable Instant millis(@Nullable Object millis) {
        String text = millis instanceof BigDecimal decimal ? decimal.toPlainString() : String.valueOf(millis);
        return text.matches("\\d{13}") ? Instant.ofEpochMilli(Long.parseLong(text)) : null;
    }
}
