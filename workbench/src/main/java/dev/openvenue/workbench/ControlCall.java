package dev.openvenue.workbench;

import dev.openvenue.simulator.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A call of the control API: what its path names, and its arguments, which stand in the query or in a JSON body.
 *
 * @param names what the placeholders of the path stand for, in their order
 */
record ControlCall(String method, String path, List<String> names, Map<String, @Nullable Object> arguments) {
    /**
     * Reads the arguments of a call.
     *
     * @param query the query as received; null if there is none
     * @param body the body as text; empty if there is none
     */
    static Map<String, @Nullable Object> read(@Nullable String query, String body) {
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        for (String pair : query == null || query.isEmpty() ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            arguments.put(
                    decoded(equals < 0 ? pair : pair.substring(0, equals)),
                    equals < 0 ? "" : decoded(pair.substring(equals + 1)));
        }
        if (!body.isEmpty()) {
            arguments.putAll(object(body));
        }
        return arguments;
    }

    private static Map<String, @Nullable Object> object(String body) {
        try {
            if (Json.read(body) instanceof Map<?, ?> members) {
                Map<String, @Nullable Object> object = new LinkedHashMap<>();
                members.forEach((name, value) -> object.put(String.valueOf(name), value));
                return object;
            }
        } catch (IOException | RuntimeException e) {
            throw new ControlException(400, "json", "The body is not JSON: " + e.getMessage());
        }
        throw new ControlException(400, "json", "The body is JSON, but not an object");
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ControlException.invalid("The query has a stray percent sign; write %25");
        }
    }

    ControlCall with(List<String> found) {
        return new ControlCall(method, path, found, arguments);
    }

    /** Rejects an argument that is none of these, most likely because of its spelling. */
    ControlCall takes(String... known) {
        TreeSet<String> wrong = new TreeSet<>(arguments.keySet());
        List.of(known).forEach(wrong::remove);
        if (!wrong.isEmpty()) {
            throw ControlException.invalid("There is no argument '" + wrong.first() + "' here"
                    + (known.length == 0 ? "" : "; there are " + String.join(", ", known)));
        }
        return this;
    }

    String name(int number) {
        return names.get(number);
    }

    boolean has(String name) {
        return arguments.get(name) != null;
    }

    String text(String name) {
        String text = optional(name);
        if (text == null || text.isEmpty()) {
            throw ControlException.invalid("The argument '" + name + "' is missing");
        }
        return text;
    }

    @Nullable
    String optional(String name) {
        Object value = arguments.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Map || value instanceof List) {
            throw wrong(name, "a text");
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    /** An amount, as text or as a number; above zero. */
    BigDecimal amount(String name) {
        BigDecimal amount;
        try {
            amount = new BigDecimal(text(name));
        } catch (NumberFormatException e) {
            throw wrong(name, "a number above zero, such as \"0.01\"");
        }
        // A short text can stand for a number of any length, which would be written out.
        if (amount.signum() <= 0 || Math.abs(amount.scale()) > 100 || amount.precision() > 100) {
            throw wrong(name, "a number above zero, such as \"0.01\"");
        }
        return amount;
    }

    int whole(String name, int otherwise, int least, int most) {
        return (int) whole(name, (long) otherwise, least, most);
    }

    long whole(String name, long otherwise, long least, long most) {
        String text = optional(name);
        if (text == null) {
            return otherwise;
        }
        try {
            long value = new BigDecimal(text.length() > 20 ? "x" : text).longValueExact();
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException | ArithmeticException e) {
            // Said below.
        }
        throw wrong(name, "a whole number from " + least + " to " + most);
    }

    boolean flag(String name) {
        String text = String.valueOf(optional(name));
        if (!text.equals("true") && !text.equals("false")) {
            throw wrong(name, "true or false");
        }
        return text.equals("true");
    }

    <E extends Enum<E>> E oneOf(String name, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (word(constant).equals(text(name))) {
                return constant;
            }
        }
        throw wrong(name, "one of " + words(type));
    }

    List<String> texts(String name) {
        if (arguments.get(name) instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        throw wrong(name, "a list of texts");
    }

    /** The word for a constant in the API: {@code NOT_NEEDED} is {@code not-needed}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <E extends Enum<E>> String words(Class<E> type) {
        return String.join(
                ", ",
                List.of(type.getEnumConstants()).stream().map(ControlCall::word).toList());
    }

    /** Does not repeat the value, which may be anything. */
    ControlException wrong(String name, String right) {
        return ControlException.invalid("The argument '" + name + "' is not " + right);
    }
}
