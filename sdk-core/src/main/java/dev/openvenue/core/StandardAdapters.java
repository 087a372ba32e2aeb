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
    private static final Map<Type, JsonAdapter<?>> SCALARS = Map.of(
            String.class, adapter(JsonValueReader::text, JsonValueWriter::text),
            BigDecimal.class, adapter(JsonValueReader::decimal, JsonValueWriter::decimal),
            Integer.class, adapter(JsonValueReader::int32, JsonValueWriter::integer),
            Long.class, adapter(JsonValueReader::int64, JsonValueWriter::integer),
            Boolean.class, adapter(JsonValueReader::bool, JsonValueWriter::bool),
            Instant.class, adapter(JsonValueReader::millis, JsonValueWriter::millis),
            Void.class, adapter(StandardAdapters::nothing, (writer, value) -> writer.nullValue()),
            Object.class, JsonAdapters.ANY);

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
        return SCALARS.get(Types.getRawType(type));
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
