package dev.openvenue.core.codegen;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Adapters of types without a generated adapter. */
public final class JsonAdapters {
    private JsonAdapters() {}

    /** Any JSON, for members whose schema says nothing. */
    public static final JsonAdapter<Object> ANY = new JsonAdapter<>() {
        @Override
        public @Nullable Object fromJson(JsonReader reader) throws IOException {
            return JsonValueReader.any(reader);
        }

        @Override
        public void toJson(JsonWriter writer, @Nullable Object value) throws IOException {
            JsonValueWriter.any(writer, value);
        }
    };

    /** The adapter of an open enum; {@code numeric} if its values are numbers on the wire. */
    public static <E extends OpenEnum> JsonAdapter<E> ofEnum(Function<String, E> of, boolean numeric) {
        return new JsonAdapter<>() {
            @Override
            public @Nullable E fromJson(JsonReader reader) throws IOException {
                return JsonValueReader.openEnum(reader, of);
            }

            @Override
            public void toJson(JsonWriter writer, @Nullable E value) throws IOException {
                JsonValueWriter.element(
                        writer, value, numeric ? JsonValueWriter::numericEnum : JsonValueWriter::openEnum);
            }
        };
    }
}
