package dev.openvenue.simulator;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parameters of a request, or the members of a JSON object; invalid ones are rejected in the venue's own words. */
public final class RequestFields {
    /**
     * Plain notation only. Rejecting {@code 1E-8} is a choice: no document shows it, and a client that sends it takes a
     * risk.
     */
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,30}(\\.\\d{1,30})?");

    private static final String PLAIN_NUMBER = "a number above zero in plain notation";

    private final Map<?, ?> values;
    private final Errors errors;

    public RequestFields(Map<?, ?> values, Errors errors) {
        this.values = values;
        this.errors = errors;
    }

    /** How a venue rejects a parameter. */
    public interface Errors {
        VenueRejection missing(String name);

        VenueRejection wrong(String name);
    }

    public String required(String name) throws VenueRejection {
        String text = optional(name);
        if (text == null) {
            throw missing(name);
        }
        return text;
    }

    /** The text, or the literal of the number or flag; null if absent or empty. */
    @Nullable
    public String optional(String name) {
        Object value = values.get(name);
        if (value == null || value.equals("") || value instanceof List || value instanceof Map) {
            return null;
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    public String optional(String name, String otherwise) {
        String text = optional(name);
        return text == null ? otherwise : text;
    }

    public String oneOf(String name, Set<String> allowed) throws VenueRejection {
        String text = required(name);
        if (!allowed.contains(text)) {
            throw wrong(name, "one of " + String.join(", ", new TreeSet<>(allowed)));
        }
        return text;
    }

    public String matching(String name, Pattern pattern) throws VenueRejection {
        String text = required(name);
        if (!pattern.matcher(text).matches()) {
            throw wrong(name, pattern == DECIMAL ? PLAIN_NUMBER : "written as the venue documents it");
        }
        return text;
    }

    /** A decimal above zero. */
    public BigDecimal positive(String name) throws VenueRejection {
        BigDecimal value = new BigDecimal(matching(name, DECIMAL));
        if (value.signum() == 0) {
            throw wrong(name, PLAIN_NUMBER);
        }
        return value;
    }

    public int within(String name, int otherwise, int min, int max) throws VenueRejection {
        String text = optional(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < min || Integer.parseInt(text) > max) {
            throw wrong(name, "a whole number from " + min + " to " + max);
        }
        return Integer.parseInt(text);
    }

    /** The time in epoch milliseconds. */
    Instant time(String name, Instant otherwise) throws VenueRejection {
        return has(name) ? Instant.ofEpochMilli(positive(name).longValue()) : otherwise;
    }

    public List<?> list(String name) throws VenueRejection {
        Object value = values.get(name);
        if (value == null) {
            throw missing(name);
        }
        if (!(value instanceof List<?> list)) {
            throw wrong(name, "a list");
        }
        return list;
    }

    /** The venue's rejection of a value. */
    public VenueRejection wrong(String name) {
        return wrong(name, "a value that the venue documents");
    }

    private VenueRejection wrong(String name, String due) {
        return Reasons.wrong(errors.wrong(name), name, values.get(name), due);
    }

    private VenueRejection missing(String name) {
        return Reasons.missing(errors.missing(name), name, values.keySet());
    }

    /** Whether there is a value; empty text counts as none. */
    public boolean has(String name) {
        Object value = values.get(name);
        return value != null && !value.equals("");
    }
}
