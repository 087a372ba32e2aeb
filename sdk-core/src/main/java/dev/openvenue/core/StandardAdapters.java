package dev.openvenue.core;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import dev.openvenue.core.codegen.JsonAdapters;
import dev.openvenue.core.codegen.JsonIn;
import dev.openvenue.core.codegen.JsonOut;
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

/** Adapters of the types that no model declares, as forgiving as {@link JsonIn}; Moshi's own refuse what venues do send. */
final class StandardAdapters implements JsonAdapter.Factory {
    private static final Map<Type, JsonAdapter<?>> SCALARS = Map.of(
            String.class, adapter(JsonIn::text, JsonOut::text),
            BigDecimal.class, adapter(JsonIn::decimal, JsonOut::decimal),
            Integer.class, adapter(JsonIn::int32, JsonOut::integer),
            Long.class, adapter(JsonIn::int64, JsonOut::integer),
            Boolean.class, adapter(JsonIn::bool, JsonOut::bool),
            Instant.class, adapter(JsonIn::millis, JsonOut::millis),
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
                    reader -> JsonIn.list(reader, element::fromJson),
                    (writer, list) -> JsonOut.list(writer, list, element::toJson));
        }
        if (type instanceof ParameterizedType generic
                && generic.getRawType() == Map.class
                && generic.getActualTypeArguments()[0] == String.class) {
            JsonAdapter<Object> value = moshi.adapter(generic.getActualTypeArguments()[1]);
            return StandardAdapters.<Map<String, @Nullable Object>>adapter(
                    reader -> JsonIn.map(reader, value::fromJson),
                    (writer, map) -> JsonOut.map(writer, map, value::toJson));
        }
        return SCALARS.get(Types.getRawType(type));
    }

    /** Reads past whatever an operation without payload sends. */
    private static @Nullable Void nothing(JsonReader reader) throws IOException {
        reader.skipValue();
        return null;
    }

    private static <T> JsonAdapter<T> adapter(JsonIn.Reader<T> read, JsonOut.Writer<T> write) {
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
