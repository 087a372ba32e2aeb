package dev.openvenue.simulator;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * How a venue reads the time of a signed request.
 *
 * @param behind how far it may lie in the past
 * @param ahead how far it may lie in the future
 * @param open whether a request that is exactly {@code behind} old is too old
 */
record SignedTime(Format format, Duration behind, Duration ahead, boolean open) {
    private static final int QUARTER_SECONDS = 900;
    private static final int ZONES_HOURS = 14;

    /** How the time is written. */
    enum Format {
        MILLISECONDS("13 digits, the milliseconds since 1970", "\\d{13}"),
        SECONDS_OF_UTC("in UTC like 2017-05-11T15:19:30", "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}");

        private final String words;
        private final String pattern;

        Format(String words, String pattern) {
            this.words = words;
            this.pattern = pattern;
        }

        @Nullable
        Instant read(String text) {
            if (!text.matches(pattern)) {
                return null;
            }
            try {
                return this == MILLISECONDS
                        ? Instant.ofEpochMilli(Long.parseLong(text))
                        : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
            } catch (DateTimeException e) {
                return null;
            }
        }
    }

    /** Within the same distance in the past and in the future. */
    static SignedTime within(Format format, Duration window) {
        return new SignedTime(format, window, window, false);
    }

    /** Null for text that is no such time. */
    @Nullable
    Instant read(String text) {
        return format.read(text);
    }

    boolean accepts(Instant signed, Instant now) {
        Duration age = Duration.between(signed, now);
        int late = age.compareTo(behind);
        return (open ? late < 0 : late <= 0) && age.negated().compareTo(ahead) <= 0;
    }

    /** What is wrong with a time that came; null if nothing is. */
    @Nullable
    Finding explain(SignedField field, Instant now) {
        Instant signed = read(field.text());
        if (signed == null) {
            return malformed(field, now);
        }
        return accepts(signed, now) ? null : off(field, Duration.between(now, signed));
    }

    private Finding off(SignedField field, Duration off) {
        boolean behindVenue = off.isNegative();
        Duration allowed = behindVenue ? behind : ahead;
        return Finding.proved(
                        behindVenue ? "clock-behind" : "clock-ahead",
                        "The time in " + field.label() + " is " + seconds(off.abs()) + " s "
                                + (behindVenue ? "behind" : "ahead of") + " the venue's clock; "
                                + (behindVenue && open ? "less than " : "at most ")
                                + seconds(allowed) + " s are allowed" + zone(off),
                        "Set the clock by the venue's server time, and sign right before sending; the simulator's own"
                                + " clock may be skewed on purpose")
                .with("offMillis", off.toMillis())
                .with("allowedMillis", allowed.toMillis());
    }

    /** Clocks are seldom wrong by whole quarter hours, local times are. */
    private String zone(Duration off) {
        long quarters = Math.round(off.toSeconds() / (double) QUARTER_SECONDS);
        Duration rest = off.minusSeconds(quarters * QUARTER_SECONDS).abs();
        boolean likely = quarters != 0
                && Math.abs(quarters * QUARTER_SECONDS) <= ZONES_HOURS * 3600L
                && rest.compareTo(behind) <= 0;
        return likely
                ? "; that is near "
                        + new BigDecimal(Math.abs(quarters))
                                .divide(BigDecimal.valueOf(4))
                                .toPlainString() + " h, so a local time may have been taken for UTC"
                : "";
    }

    private Finding malformed(SignedField field, Instant now) {
        String text = field.text();
        String unit = unit(text, now);
        String label = field.label();
        String advice = "Write the time as " + format.words;
        if (unit != null) {
            return Finding.proved(
                            "time-in-" + unit,
                            "The time in " + label + ", " + Spelling.quoted(text) + ", is in " + unit + "; it must be "
                                    + format.words,
                            advice)
                    .with("unit", unit);
        }
        if (text.contains("%")) {
            return Finding.proved(
                    "time-encoded-twice",
                    "The time in " + label + ", " + Spelling.quoted(text)
                            + ", still has percent escapes after decoding",
                    "Encode the time once, when the URL is written");
        }
        return Finding.proved(
                "time-malformed",
                "The time in " + label + ", " + Spelling.quoted(text) + ", is not " + format.words,
                advice);
    }

    /** The unit by the number of digits, which is the same for two centuries. */
    private @Nullable String unit(String text, Instant now) {
        String millis = Long.toString(now.toEpochMilli());
        if (text.matches("\\d+")) {
            return switch (text.length() - millis.length()) {
                case -3 -> "seconds";
                case 0 -> "milliseconds";
                case 3 -> "microseconds";
                case 6 -> "nanoseconds";
                default -> null;
            };
        }
        if (text.matches("\\d{10}\\.\\d+")) {
            return "seconds";
        }
        return format == Format.MILLISECONDS && text.matches("\\d{4}-\\d{2}-\\d{2}.*") ? "text" : null;
    }

    private static String seconds(Duration duration) {
        return new BigDecimal(duration.toMillis())
                .movePointLeft(3)
                .stripTrailingZeros()
                .toPlainString();
    }
}
