package dev.openvenue.core.codegen;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads single JSON values for the generated adapters, as lenient as venues are careless: {@code null} is null, a
 * number may stand for text and text for a number, and empty text is an absent number, id or time. Text that is not a
 * number where one is required is an error that names the path, and so is a number of implausible size, see
 * {@link Decimals#BOUND}.
 */
public final class JsonValueReader {
    private static final int SHOWN_CHARACTERS = 40;

    private JsonValueReader() {}

    /** Reads one value. */
    @FunctionalInterface
    public interface Reader<T> {
        /** Reads the next value; null for a JSON null. */
        @Nullable
        T read(JsonReader reader) throws IOException;
    }

    /** Text; a number or a flag keeps its exact spelling. */
    public static @Nullable String text(JsonReader reader) throws IOException {
        return switch (reader.peek()) {
            case NULL -> reader.nextNull();
            case BOOLEAN -> Boolean.toString(reader.nextBoolean());
            default -> reader.nextString();
        };
    }

    /**
     * An id that is a whole number on the wire, as text. Text that is not a number is kept: a venue that changes the
     * format of its ids has still executed the order, and callers get text anyway.
     */
    public static @Nullable String id(JsonReader reader) throws IOException {
        boolean bare = reader.peek() == JsonReader.Token.NUMBER;
        String text = textOfNumber(reader);
        return text == null || !bare ? text : Decimals.plain(number(text, reader));
    }

    /** A flag, also given as text in upper or lower case. */
    public static @Nullable Boolean bool(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.BOOLEAN) {
            return reader.nextBoolean();
        }
        String text = textOfNumber(reader);
        if (text == null) {
            return null;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw unexpected("true or false", text, reader, null);
        };
    }

    /** A decimal number, from a number or from text. */
    public static @Nullable BigDecimal decimal(JsonReader reader) throws IOException {
        String text = textOfNumber(reader);
        return text == null ? null : number(text, reader);
    }

    /** A whole number that fits 32 bits. */
    public static @Nullable Integer int32(JsonReader reader) throws IOException {
        BigDecimal value = decimal(reader);
        try {
            return value == null ? null : value.intValueExact();
        } catch (ArithmeticException e) {
            throw unexpected("a whole number of 32 bits", value.toString(), reader, e);
        }
    }

    /** A whole number that fits 64 bits. */
    public static @Nullable Long int64(JsonReader reader) throws IOException {
        BigDecimal value = decimal(reader);
        try {
            return value == null ? null : value.longValueExact();
        } catch (ArithmeticException e) {
            throw unexpected("a whole number of 64 bits", value.toString(), reader, e);
        }
    }

    /** An instant given in epoch milliseconds. */
    public static @Nullable Instant millis(JsonReader reader) throws IOException {
        Long value = int64(reader);
        return value == null ? null : Instant.ofEpochMilli(value);
    }

    /** An instant given in epoch seconds. */
    public static @Nullable Instant seconds(JsonReader reader) throws IOException {
        Long value = int64(reader);
        try {
            return value == null ? null : Instant.ofEpochSecond(value);
        } catch (DateTimeException e) {
            throw unexpected("a time in epoch seconds", value.toString(), reader, e);
        }
    }

    /** An open enum. */
    public static <E> @Nullable E openEnum(JsonReader reader, Function<String, E> of) throws IOException {
        String text = text(reader);
        return text == null ? null : of.apply(text);
    }

    /** A list; its nulls are kept. */
    public static <T> @Nullable List<@Nullable T> list(JsonReader reader, Reader<T> element) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        List<@Nullable T> list = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            list.add(element.read(reader));
        }
        reader.endArray();
        return Collections.unmodifiableList(list);
    }

    /** An object whose member names are data. */
    public static <T> @Nullable Map<String, @Nullable T> map(JsonReader reader, Reader<T> value) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        Map<String, @Nullable T> map = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            map.put(reader.nextName(), value.read(reader));
        }
        reader.endObject();
        return Collections.unmodifiableMap(map);
    }

    /** Any JSON: maps, lists, text, flags, and {@link BigDecimal} for every number. */
    public static @Nullable Object any(JsonReader reader) throws IOException {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> map(reader, JsonValueReader::any);
            case BEGIN_ARRAY -> list(reader, JsonValueReader::any);
            case BOOLEAN -> reader.nextBoolean();
            case NUMBER -> number(reader.nextString(), reader);
            case NULL -> reader.nextNull();
            default -> reader.nextString();
        };
    }

    private static BigDecimal number(String text, JsonReader reader) {
        try {
            return Decimals.of(text);
        } catch (NumberFormatException e) {
            throw unexpected("a number", text, reader, e);
        } catch (ArithmeticException e) {
            throw unexpected("a number of at most " + Decimals.BOUND + " digits and places", text, reader, e);
        }
    }

    private static JsonDataException unexpected(
            String expected, String text, JsonReader reader, @Nullable RuntimeException cause) {
        return new JsonDataException(
                "Expected " + expected + " but was '" + Printable.line(text, SHOWN_CHARACTERS) + "' at "
                        + reader.getPath(),
                cause);
    }

    private static @Nullable String textOfNumber(JsonReader reader) throws IOException {
        String text = text(reader);
        String stripped = text == null ? "" : text.strip();
        return stripped.isEmpty() ? null : stripped;
    }
}
