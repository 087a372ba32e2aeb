package dev.openvenue.simulator.proof;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Parameters as a part of a signed text.
 *
 * @param whole the text as it was sent, for a venue that signs it whole whatever it contains; null for one that signs
 *     the pairs in it
 * @param pairs the parameters in the order in which they were sent
 * @param joint what stands between two of them
 */
public record Parameters(@Nullable String whole, List<Pair> pairs, Order order, Coding coding, String joint) {
    public static final Parameters NONE = of(List.of(), Order.RECEIVED, Coding.DECODED);

    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-F]{2}");

    /** A parameter, decoded and as it was sent. */
    public record Pair(String name, String value, String rawName, String rawValue) {
        public static Pair of(String name, String value) {
            return new Pair(name, value, name, value);
        }
    }

    /** The order in which parameters are signed. */
    public enum Order {
        RECEIVED("as-sent", "in the order in which they are sent"),
        BY_NAME("sorted", "sorted by name"),
        BY_PAIR("sorted-as-pairs", "sorted by their texts, name and value together"),
        IGNORING_CASE("sorted-ignoring-case", "sorted by name, ignoring case"),
        REVERSED("sorted-backwards", "sorted by name backwards");

        final String id;
        final String words;

        Order(String id, String words) {
            this.id = id;
            this.words = words;
        }
    }

    /** How names and values are written in the signed text. */
    public enum Coding {
        DECODED("decoded", "as plain text without percent escapes"),
        ENCODED("percent-encoded", "percent-encoded, with upper-case escapes"),
        AS_SENT("escaped-as-sent", "with the escapes with which they are sent"),
        LOWER_CASE("lower-case-escapes", "percent-encoded, with lower-case escapes"),
        FORM("form-encoded", "encoded like a form, with + for a space"),
        COMPONENT("component-encoded", "encoded as JavaScript's encodeURIComponent does, which keeps !'()*"),
        TWICE("encoded-twice", "percent-encoded twice");

        final String id;
        final String words;

        Coding(String id, String words) {
            this.id = id;
            this.words = words;
        }

        String write(String decoded, String raw) {
            return switch (this) {
                case DECODED -> decoded;
                case AS_SENT -> raw;
                case ENCODED -> escape(decoded);
                case LOWER_CASE ->
                    ESCAPE.matcher(escape(decoded))
                            .replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT));
                case FORM -> URLEncoder.encode(decoded, StandardCharsets.UTF_8);
                case COMPONENT ->
                    escape(decoded)
                            .replace("%21", "!")
                            .replace("%27", "'")
                            .replace("%28", "(")
                            .replace("%29", ")")
                            .replace("%2A", "*");
                case TWICE -> escape(escape(decoded));
            };
        }
    }

    public static Parameters of(List<Pair> pairs, Order order, Coding coding) {
        return new Parameters(null, pairs, order, coding, "&");
    }

    /** RFC 3986: everything but letters, digits, {@code -}, {@code _}, {@code .} and {@code ~}. */
    public static String escape(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    public String text() {
        if (whole != null) {
            return whole;
        }
        List<Pair> ordered = new ArrayList<>(pairs);
        switch (order) {
            case BY_NAME -> ordered.sort(Comparator.comparing(Pair::name));
            case BY_PAIR -> ordered.sort(Comparator.comparing(pair -> pair.name() + "=" + pair.value()));
            case IGNORING_CASE -> ordered.sort(Comparator.comparing(Pair::name, String.CASE_INSENSITIVE_ORDER));
            case REVERSED -> {
                ordered.sort(Comparator.comparing(Pair::name));
                Collections.reverse(ordered);
            }
            case RECEIVED -> {}
        }
        return ordered.stream()
                .map(pair ->
                        coding.write(pair.name(), pair.rawName()) + "=" + coding.write(pair.value(), pair.rawValue()))
                .collect(Collectors.joining(joint));
    }

    public boolean isEmpty() {
        return pairs.isEmpty() && (whole == null || whole.isEmpty());
    }

    public Parameters ordered(Order other) {
        return new Parameters(null, pairs, other, coding, joint);
    }

    public Parameters coded(Coding other) {
        return new Parameters(null, pairs, order, other, joint);
    }

    public Parameters joined(String other) {
        return new Parameters(null, pairs, order, coding, other);
    }

    /** These parameters instead, in this order if the order is the received one. */
    public Parameters with(List<Pair> others) {
        return new Parameters(null, List.copyOf(others), order, coding, joint);
    }

    public Parameters only(Predicate<Pair> wanted) {
        return with(pairs.stream().filter(wanted).toList());
    }

    /** The value of one parameter replaced; adds nothing. */
    public Parameters withValue(String name, String value) {
        return with(pairs.stream()
                .map(pair -> pair.name().equals(name) ? Pair.of(name, value) : pair)
                .toList());
    }
}
