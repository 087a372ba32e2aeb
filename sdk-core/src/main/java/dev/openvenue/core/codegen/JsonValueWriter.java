package dev.openvenue.core.codegen;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes single JSON values for the generated adapters. A decimal is never in exponent form; nulls are left to the
 * caller.
 */
public final class JsonValueWriter {
    /** The JSON number format, as far as Java text preserves it. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,999})(\\.\\d{1,1000})?");

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,17})");

    private JsonValueWriter() {}

    /** Writes one value that is not null. */
    @FunctionalInterface
    public interface Writer<T> {
        /** Writes the value. */
        void write(JsonWriter writer, T value) throws IOException;
    }

    /** A member of an object; omitted if it is null. */
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
        writer.value(new PlainNumber(Decimals.plain(value)));
    }

    /** A decimal as text, never in exponent form. */
    public static void decimalText(JsonWriter writer, BigDecimal value) throws IOException {
        writer.value(Decimals.plain(value));
    }

    /** A whole number. */
    public static void integer(JsonWriter writer, Number value) throws IOException {
        writer.value(value.longValue());
    }

    /** An id that is a bare number of any length on the wire; a value that is not a number is written as text. */
    public static void id(JsonWriter writer, String value) throws IOException {
        if (NUMBER.matcher(value).matches()) {
            writer.value(new PlainNumber(value));
        } else {
            writer.value(value);
        }
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

    /** An open enum whose values are numbers; a value that is not a number is written as text. */
    public static void numericEnum(JsonWriter writer, OpenEnum value) throws IOException {
        if (WHOLE_NUMBER.matcher(value.wire()).matches()) {
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

    /** Any JSON, as {@link JsonValueReader#any} reads it. */
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
            decimal(writer, new BigDecimal(number.toString()));
        } else if (value instanceof Boolean flag) {
            writer.value(flag);
        } else if (value == null) {
            writer.nullValue();
        } else {
            writer.value(value.toString());
        }
    }

    /** A number that is written exactly as spelled, because Moshi writes the number's {@code toString()}. */
    private static final class PlainNumber extends BigDecimal {
        private static final long serialVersionUID = 1;

        private final String text;

        PlainNumber(String text) {
            super(text);
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
