package dev.openvenue.core;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import dev.openvenue.core.codegen.JsonAdapters;
import dev.openvenue.core.codegen.JsonValueReader;
import dev.openvenue.core.codegen.JsonValueWriter;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adapters of the types that no model declares, as lenient as {@link JsonValueReader}; Moshi's own reject values that
 * venues do send.
 */
final class StandardAdapters implements JsonAdapter.Factory {
    @Override
    public @Nullable JsonAdapter<?> create(Type type, Set<? extends Annotation> annotations, Moshi moshi) {
        if (!annotations.isEmpty()) {
            return null;
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            JsonAdapter<Object> element = moshi.adapter(generic.getActualTypeArguments()[0]);
            return StandardAdapters.<List<@Nullable Object>>adapter(
                    reader -> JsonValueReader.list(reader, element::fromJson),
                    (writer, list) -> JsonValueWriter.list(writer, list, element::toJson));
        }
        if (type instanceof ParameterizedType generic
                && generic.getRawType() == Map.class
                && generic.getActualTypeArguments()[0] == String.class) {
            JsonAdapter<Object> value = moshi.adapter(generic.getActualTypeArguments()[1]);
            return StandardAdapters.<Map<String, @Nullable Object>>adapter(
                    reader -> JsonValueReader.map(reader, value::fromJson),
                    (writer, map) -> JsonValueWriter.map(writer, map, value::toJson));
        }
        return scalar(Types.getRawType(type));
    }

    /** Not a map of them all: a program's first call would wait until each is made, and it needs few. */
    private static @Nullable JsonAdapter<?> scalar(Class<?> type) {
        if (type == String.class) {
            return adapter(JsonValueReader::text, JsonValueWriter::text);
        }
        if (type == BigDecimal.class) {
            return adapter(JsonValueReader::decimal, JsonValueWriter::decimal);
        }
        if (type == Integer.class) {
            return adapter(JsonValueReader::int32, JsonValueWriter::integer);
        }
        if (type == Long.class) {
            return adapter(JsonValueReader::int64, JsonValueWriter::integer);
        }
        if (type == Boolean.class) {
            return adapter(JsonValueReader::bool, JsonValueWriter::bool);
        }
        if (type == Instant.class) {
            return adapter(JsonValueReader::millis, JsonValueWriter::millis);
        }
        if (type == Void.class) {
            return adapter(StandardAdapters::nothing, (writer, value) -> writer.nullValue());
        }
        return type == Object.class ? JsonAdapters.ANY : null;
    }

    /** Skips whatever an operation without a payload returns. */
    private static @Nullable Void nothing(JsonReader reader) throws IOException {
        reader.skipValue();
        return null;
    }

    private static <T> JsonAdapter<T> adapter(JsonValueReader.Reader<T> read, JsonValueWriter.Writer<T> write) {
        return new JsonAdapter<>() {
            @Override
            public @Nullable T fromJson(JsonReader reader) throws IOException {
                return read.read(reader);
            }

            @Override
            public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
                if (value == null) {
                    writer.nullValue();
                } else {
                    write.write(writer, value);
                }
            }
        };
    }
}
