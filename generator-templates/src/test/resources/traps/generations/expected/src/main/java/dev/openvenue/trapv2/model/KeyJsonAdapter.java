package dev.openvenue.trapv2.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonValueReader;
import dev.openvenue.core.codegen.JsonValueWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

final class KeyJsonAdapter extends JsonAdapter<Key> {
    static final KeyJsonAdapter INSTANCE = new KeyJsonAdapter();

    private static final JsonReader.Options NAMES = JsonReader.Options.of("apiKey", "secret");

    @Override
    public @Nullable Key fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        @Nullable String apiKey = null;
        @Nullable String secret = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> apiKey = JsonValueReader.text(reader);
                case 1 -> secret = JsonValueReader.text(reader);
                default -> {
                    reader.skipName();
                    reader.skipValue();
                }
            }
        }
        reader.endObject();
        return new Key(apiKey, secret);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Key value) throws IOException {
        if (value == null) {
            writer.nullValue();
            return;
        }
        writer.beginObject();
        JsonValueWriter.member(writer, "apiKey", value.apiKey(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "secret", value.secret(), JsonValueWriter::text);
        writer.endObject();
    }
}
