package dev.openvenue.simulator;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonValueReader;
import dev.openvenue.core.codegen.JsonValueWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** JSON trees: maps, lists, text, flags, numbers. */
public final class Json {
    private Json() {}

    /**
     * Reads a whole document.
     *
     * @throws IOException if the text is not JSON, or if something follows the document
     */
    public static @Nullable Object read(String text) throws IOException {
        JsonReader reader = JsonReader.of(new Buffer().writeUtf8(text));
        Object tree = JsonValueReader.any(reader);
        if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
            throw new IOException("Something follows the document at " + reader.getPath());
        }
        return tree;
    }

    public static String write(@Nullable Object tree) {
        Buffer buffer = new Buffer();
        JsonWriter writer = JsonWriter.of(buffer);
        writer.setSerializeNulls(true);
        try {
            JsonValueWriter.any(writer, tree);
        } catch (IOException e) {
            throw new UncheckedIOException("A buffer in memory does not fail", e);
        }
        return buffer.readUtf8();
    }

    /** An object with its members in the given order. */
    public static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return object;
    }
}
