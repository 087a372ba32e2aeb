package dev.openvenue.generator;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/** Converts wire names to Java identifiers. */
final class Names {
    /** Methods that every object, or every generated record, has: no component may have such a name. */
    private static final Set<String> TAKEN = Set.of(
            "clone",
            "finalize",
            "getClass",
            "hashCode",
            "notify",
            "notifyAll",
            "toString",
            "wait",
            "builder",
            "toBuilder");

    private final Map<String, String> given = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    /**
     * The variable for a wire name, the same for every request. If two wire names would become the same variable, they
     * are numbered in the order of the spec.
     */
    String variable(String wire) {
        String before = given.get(wire);
        if (before != null) {
            return before;
        }
        String name = unused(camel(wire));
        given.put(wire, name);
        return name;
    }

    /** A variable that does not belong to a wire name: the word itself, or with a number if it is taken. */
    String unused(String word) {
        String name = word;
        for (int i = 2; !used.add(name); i++) {
            name = word + i;
        }
        return name;
    }

    /** {@code err-code} → {@code errCode}, {@code AccessKeyId} → {@code accessKeyId}, {@code BGB} → {@code bgb}. */
    static String camel(String wire) {
        StringBuilder name = new StringBuilder();
        for (String word : wire.split("[^A-Za-z0-9]+")) {
            if (!word.isEmpty()) {
                name.append(name.isEmpty() ? lowerStart(word) : upperFirst(word));
            }
        }
        if (name.isEmpty() || Character.isDigit(name.charAt(0))) {
            name.insert(0, 'n');
        }
        String result = name.toString();
        return SourceVersion.isKeyword(result) || TAKEN.contains(result) ? result + "Value" : result;
    }

    /**
     * {@code partially_filled} → {@code PARTIALLY_FILLED}, {@code buy-limit} → {@code BUY_LIMIT}, {@code 1min} →
     * {@code N_1MIN}.
     */
    static String constant(String wire) {
        String name = wire.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("[^A-Za-z0-9]+", "_")
                .replaceAll("^_|_$", "")
                .toUpperCase(Locale.ROOT);
        if (wire.startsWith("-")) {
            name = "MINUS_" + name;
        }
        if (name.isEmpty()) {
            return wire.isEmpty() ? "EMPTY" : "SYMBOL";
        }
        return Character.isDigit(name.charAt(0)) ? "N_" + name : name;
    }

    /** {@code CancelRow} → {@code cancel row}. */
    static String words(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }

    /** The first letter in upper case. */
    static String upperFirst(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String lowerStart(String word) {
        if (word.equals(word.toUpperCase(Locale.ROOT))) {
            return word.toLowerCase(Locale.ROOT);
        }
        return word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
    }

    /** A number as a Java string literal, without trailing zeros and never in exponent form. */
    static String literal(@Nullable BigDecimal number) {
        return number == null ? "\"\"" : literal(number.stripTrailingZeros().toPlainString());
    }

    /** A Java string literal. */
    static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> {
                    if (c < 0x20 || c > 0x7e) {
                        literal.append(String.format("\\u%04x", (int) c));
                    } else {
                        literal.append(c);
                    }
                }
            }
        }
        return literal.append('"').toString();
    }
}
