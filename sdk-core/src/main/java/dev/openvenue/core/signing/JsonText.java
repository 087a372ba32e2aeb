package dev.openvenue.core.signing;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import okio.Buffer;
import okio.BufferedSink;
import okio.BufferedSource;

/** Edits JSON as text, so that every other value keeps its exact spelling. */
final class JsonText {
    private JsonText() {}

    /** Appends a text member to the object, replacing any member of that name; nested objects are left alone. */
    static String withLast(String object, String name, String value) {
        Buffer result = new Buffer();
        try (JsonReader reader = JsonReader.of(new Buffer().writeUtf8(object));
                JsonWriter writer = JsonWriter.of(result)) {
            reader.beginObject();
            writer.beginObject();
            while (reader.hasNext()) {
                String member = reader.nextName();
                if (member.equals(name)) {
                    reader.skipValue();
                } else {
                    writer.name(member);
                    copy(reader, writer);
                }
            }
            reader.endObject();
            if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
                throw new JsonDataException("more than one value");
            }
            writer.name(name).value(value).endObject();
        } catch (IOException | JsonDataException e) {
            throw new IllegalArgumentException(
                    "The body is not a JSON object, so no " + name + " can be added to sign it", e);
        }
        return result.readUtf8();
    }

    private static void copy(JsonReader reader, JsonWriter writer) throws IOException {
        try (BufferedSource value = reader.nextSource();
                BufferedSink sink = writer.valueSink()) {
            sink.writeAll(value);
        }
    }
}
