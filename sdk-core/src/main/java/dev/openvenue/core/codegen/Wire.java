package dev.openvenue.core.codegen;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes single JSON values for the generated adapters. Readers are as forgiving as venues are careless: {@code null} is
 * null, a number may stand for text and text for a number, and empty text is an absent number or time. Text that is no number
 * where a number is due is an error that names the path.
 */
public final class Wire {
    private Wire() {}

    /** Reads one value. */
    @FunctionalInterface
    public interface Reader<T> {
        /** Reads the next value; null for a JSON null. */
        @Nullable
        T read(JsonReader reader) throws IOException;
    }

    /** Writes one value that is not null. */
    @FunctionalInterface
    public interface Writer<T> {
        /** Writes the value. */
        void write(JsonWriter writer, T value) throws IOException;
    }

    /** Text; a number or a flag keeps its exact spelling. */
    public static @Nullable String text(JsonReader reader) throws IOException {
        return switch (reader.peek()) {
            case NULL -> reader.nextNull();
            case BOOLEAN -> Boolean.toString(reader.nextBoolean());
            default -> reader.nextString();
        };
    }

    /** A flag; also as text in any case. */
    public static @Nullable Boolean bool(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.BOOLEAN) {
            return reader.nextBoolean();
        }
        String text = textOfNumber(reader);
        if (text == null) {
            return null;
        }
        return switch (text.toLowerCase(java.util.Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default ->
                throw new JsonDataException("Expected true or false but was '" + text + "' at " + reader.getPath());
        };
    }

    /** A decimal number, from a number or from text. */
    public static @Nullable BigDecimal decimal(JsonReader reader) throws IOException {
        String text = textOfNumber(reader);
        if (text == null) {
            return null;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new JsonDataException("Expected a number but was '" + text + "' at " + reader.getPath(), e);
        }
    }

    /** A whole number that fits 32 bits. */
    public static @Nullable Integer int32(JsonReader reader) throws IOException {
        BigDecimal value = decimal(reader);
        try {
            return value == null ? null : value.intValueExact();
        } catch (ArithmeticException e) {
            throw new JsonDataException(
                    "Expected a whole number of 32 bits but was " + value + " at " + reader.getPath(), e);
        }
    }

    /** A whole number that fits 64 bits. */
    public static @Nullable Long int64(JsonReader reader) throws IOException {
        BigDecimal value = decimal(reader);
        try {
            return value == null ? null : value.longValueExact();
        } catch (ArithmeticException e) {
            throw new JsonDataException(
                    "Expected a whole number of 64 bits but was " + value + " at " + reader.getPath(), e);
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
        return value == null ? null : Instant.ofEpochSecond(value);
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
            case BEGIN_OBJECT -> map(reader, Wire::any);
            case BEGIN_ARRAY -> list(reader, Wire::any);
            case BOOLEAN -> reader.nextBoolean();
            case NUMBER -> new BigDecimal(reader.nextString());
            case NULL -> reader.nextNull();
            default -> reader.nextString();
        };
    }

    /** A member of an object; nothing if it is null. */
    public static <T> void member(JsonWriter writer, String name, @Nullable T value, Writer<T> form)
            throws IOException {
        if (value != null) {
            writer.name(name);
            form.write(writer, value);
        }
    }

    /** An element of an array that is a record. */
    public static <T> void element(JsonWriter writer, @Nullable T value, Writer<T> form) throws IOException {
        if (value == null) {
            writer.nullValue();
        } else {
            form.write(writer, value);
        }
    }

    /** Text, as text. */
    public static void text(JsonWriter writer, String value) throws IOException {
        writer.value(value);
    }

    /** A flag. */
    public static void bool(JsonWriter writer, Boolean value) throws IOException {
        writer.value(value);
    }

    /** A decimal as a bare number, never in exponent form. */
    public static void decimal(JsonWriter writer, BigDecimal value) throws IOException {
        writer.value(new PlainNumber(value.toPlainString()));
    }

    /** A decimal as text, never in exponent form. */
    public static void decimalText(JsonWriter writer, BigDecimal value) throws IOException {
        writer.value(value.toPlainString());
    }

    /** A whole number. */
    public static void integer(JsonWriter writer, Number value) throws IOException {
        writer.value(value.longValue());
    }

    /** An id that the wire holds as a bare number of any length. */
    public static void id(JsonWriter writer, String value) throws IOException {
        writer.value(new PlainNumber(new BigDecimal(value).toPlainString()));
    }

    /** Epoch milliseconds as a bare number. */
    public static void millis(JsonWriter writer, Instant value) throws IOException {
        writer.value(value.toEpochMilli());
    }

    /** Epoch milliseconds as text. */
    public static void millisText(JsonWriter writer, Instant value) throws IOException {
        writer.value(Long.toString(value.toEpochMilli()));
    }

    /** Epoch seconds as a bare number. */
    public static void seconds(JsonWriter writer, Instant value) throws IOException {
        writer.value(value.getEpochSecond());
    }

    /** An open enum whose values are text. */
    public static void openEnum(JsonWriter writer, OpenEnum value) throws IOException {
        writer.value(value.wire());
    }

    /** An open enum whose values are numbers; a value that is none stays text. */
    public static void numericEnum(JsonWriter writer, OpenEnum value) throws IOException {
        if (value.wire().matches("-?\\d{1,18}")) {
            writer.value(Long.parseLong(value.wire()));
        } else {
            writer.value(value.wire());
        }
    }

    /** A list. */
    public static <T> void list(JsonWriter writer, List<? extends @Nullable T> value, Writer<T> element)
            throws IOException {
        writer.beginArray();
        for (T item : value) {
            if (item == null) {
                writer.nullValue();
            } else {
                element.write(writer, item);
            }
        }
        writer.endArray();
    }

    /** An object whose member names are data. */
    public static <T> void map(JsonWriter writer, Map<String, ? extends @Nullable T> value, Writer<T> element)
            throws IOException {
        writer.beginObject();
        for (Map.Entry<String, ? extends @Nullable T> entry : value.entrySet()) {
            writer.name(entry.getKey());
            T item = entry.getValue();
            if (item == null) {
                writer.nullValue();
            } else {
                element.write(writer, item);
            }
        }
        writer.endObject();
    }

    /** Any JSON, as {@link #any(JsonReader)} reads it. */
    public static void any(JsonWriter writer, @Nullable Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            writer.beginObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                writer.name(String.valueOf(entry.getKey()));
                any(writer, entry.getValue());
            }
            writer.endObject();
        } else if (value instanceof Iterable<?> list) {
            writer.beginArray();
            for (Object item : list) {
                any(writer, item);
            }
            writer.endArray();
        } else if (value instanceof BigDecimal number) {
            decimal(writer, number);
        } else if (value instanceof Number number) {
            integer(writer, number);
        } else if (value instanceof Boolean flag) {
            writer.value(flag);
        } else if (value == null) {
            writer.nullValue();
        } else {
            writer.value(value.toString());
        }
    }

    /** Any JSON, for members whose schema says nothing. */
    public static final JsonAdapter<Object> ANY = new JsonAdapter<>() {
        @Override
        public @Nullable Object fromJson(JsonReader reader) throws IOException {
            return any(reader);
        }

        @Override
        public void toJson(JsonWriter writer, @Nullable Object value) throws IOException {
            any(writer, value);
        }
    };

    /** The adapter of an open enum; {@code numeric} if its values are numbers on the wire. */
    public static <E extends OpenEnum> JsonAdapter<E> enumAdapter(Function<String, E> of, boolean numeric) {
        return new JsonAdapter<>() {
            @Override
            public @Nullable E fromJson(JsonReader reader) throws IOException {
                return openEnum(reader, of);
            }

            @Override
            public void toJson(JsonWriter writer, @Nullable E value) throws IOException {
                element(writer, value, numeric ? Wire::numericEnum : Wire::openEnum);
            }
        };
    }

    private static @Nullable String textOfNumber(JsonReader reader) throws IOException {
        String text = text(reader);
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** A number that is written exactly as spelled; Moshi writes {@code toString()} of a number that it does not know. */
    private static final class PlainNumber extends Number {
        private static final long serialVersionUID = 1;

        private final String text;

        PlainNumber(String text) {
            this.text = text;
        }

        @Override
        public int intValue() {
            return new BigDecimal(text).intValue();
        }

        @Override
        public long longValue() {
            return new BigDecimal(text).longValue();
        }

        @Override
        public float floatValue() {
            return new BigDecimal(text).floatValue();
        }

        @Override
        public double doubleValue() {
            return new BigDecimal(text).doubleValue();
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
