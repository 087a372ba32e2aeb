package dev.openvenue.conformance;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonValueWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** JSON as trees of maps, lists, text, flags and exact numbers. */
final class Json {
    private static final ObjectReader TREES = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build()
            .reader();

    private Json() {}

    /** Parses one document without the code under test. */
    static @Nullable Object parse(String text) {
        try {
            return exact(TREES.readValue(text, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException("Not JSON: " + text, e);
        }
    }

    private static @Nullable Object exact(@Nullable Object tree) {
        if (tree instanceof Map<?, ?>) {
            Map<String, @Nullable Object> copy = map(tree);
            copy.replaceAll((name, value) -> exact(value));
            return copy;
        }
        if (tree instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(exact(item)));
            return copy;
        }
        return tree instanceof BigInteger number ? new BigDecimal(number) : tree;
    }

    /** Writes one document without blanks. */
    static String write(@Nullable Object tree) {
        Buffer buffer = new Buffer();
        try (JsonWriter writer = JsonWriter.of(buffer)) {
            writer.setSerializeNulls(true);
            JsonValueWriter.any(writer, tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return buffer.readUtf8();
    }

    /** An object's members; empty if the value is not an object. */
    static Map<String, @Nullable Object> map(@Nullable Object value) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> raw) {
            raw.forEach((key, item) -> map.put(String.valueOf(key), item));
        }
        return map;
    }

    /** A member as text; empty if there is none. */
    static String text(Map<String, @Nullable Object> map, String key) {
        Object value = map.get(key);
        return value == null ? "" : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    /** Where the trees differ: the same members, and scalars of the same type and text. */
    static List<String> differences(@Nullable Object expected, @Nullable Object actual) {
        List<String> differences = new ArrayList<>();
        compare("$", expected, actual, false, differences);
        return differences;
    }

    /**
     * What is missing from the re-encoding of a document. Null, empty text and absence count as the same; a number may
     * have become text and vice versa; additional members do not matter.
     */
    static List<String> losses(@Nullable Object document, @Nullable Object encoded) {
        List<String> losses = new ArrayList<>();
        compare("$", document, encoded, true, losses);
        return losses;
    }

    private static void compare(
            String path, @Nullable Object left, @Nullable Object right, boolean lenient, List<String> out) {
        if (lenient && isNothing(left) && isNothing(right)) {
            return;
        }
        if (left instanceof Map<?, ?> && right instanceof Map<?, ?>) {
            Map<String, @Nullable Object> a = map(left);
            Map<String, @Nullable Object> b = map(right);
            TreeSet<String> names = new TreeSet<>(a.keySet());
            if (!lenient) {
                names.addAll(b.keySet());
            }
            for (String name : names) {
                if (!lenient && a.containsKey(name) != b.containsKey(name)) {
                    out.add(path + "." + name + ": only on one side");
                } else {
                    compare(path + "." + name, a.get(name), b.get(name), lenient, out);
                }
            }
        } else if (left instanceof List<?> a && right instanceof List<?> b) {
            int size = lenient ? a.size() : Math.max(a.size(), b.size());
            for (int i = 0; i < size; i++) {
                compare(
                        path + "[" + i + "]",
                        i < a.size() ? a.get(i) : null,
                        i < b.size() ? b.get(i) : null,
                        lenient,
                        out);
            }
        } else if (!sameScalar(left, right, lenient)) {
            out.add(path + ": " + write(left) + " became " + write(right));
        }
    }

    private static boolean isNothing(@Nullable Object value) {
        return value == null || value.equals("");
    }

    private static boolean sameScalar(@Nullable Object left, @Nullable Object right, boolean lenient) {
        if (left == null || right == null) {
            return left == right;
        }
        if (left instanceof BigDecimal || right instanceof BigDecimal) {
            if (!lenient && left.getClass() != right.getClass()) {
                return false;
            }
            return isDecimal(left.toString())
                    && isDecimal(right.toString())
                    && sameNumber(left.toString(), right.toString());
        }
        if (lenient && left instanceof String a && right instanceof String b && !a.equals(b)) {
            return isDecimal(a) && isDecimal(b) && sameNumber(a, b);
        }
        return lenient ? left.toString().equals(right.toString()) : left.equals(right);
    }

    /** The same digits and the same trailing zeros; a number in exponent form has no trailing zeros to keep. */
    private static boolean sameNumber(String left, String right) {
        BigDecimal a = new BigDecimal(left);
        BigDecimal b = new BigDecimal(right);
        boolean exponent = (left + right).matches(".*[eE].*");
        return exponent ? a.compareTo(b) == 0 : a.equals(b);
    }

    private static boolean isDecimal(String text) {
        return text.matches("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");
    }
}
