package dev.openvenue.cli;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parses arguments of the form {@code name=value}. A value that begins with a brace, a bracket or a quotation mark is
 * JSON; any other is text, which the operation converts to the type that it requires.
 */
final class NamedValues {
    private NamedValues() {}

    static Map<String, @Nullable Object> parse(List<String> words) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw CommandException.usage("'" + word + "' is not an argument; write name=value");
            }
            String name = word.substring(0, equals);
            if (values.containsKey(name)) {
                throw CommandException.usage("The argument " + name + " is given twice; give it once");
            }
            values.put(name, value(name, word.substring(equals + 1)));
        }
        return Collections.unmodifiableMap(values);
    }

    /** Like {@link #parse}, without null values. */
    static Map<String, Object> present(List<String> words) {
        Map<String, Object> present = new LinkedHashMap<>();
        parse(words).forEach((name, value) -> {
            if (value != null) {
                present.put(name, value);
            }
        });
        return present;
    }

    private static @Nullable Object value(String name, String text) {
        if (!text.startsWith("{") && !text.startsWith("[") && !text.startsWith("\"")) {
            return text;
        }
        try {
            return JsonFormat.parse(text);
        } catch (IllegalArgumentException e) {
            throw CommandException.usage("The argument " + name + " looks like JSON, but " + e.getMessage(), e);
        }
    }
}
