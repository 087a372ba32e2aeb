package dev.openvenue.trapv2.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonValueReader;
import dev.openvenue.core.codegen.JsonValueWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

final class NewKeyJsonAdapter extends JsonAdapter<NewKey> {
    static final NewKeyJsonAdapter INSTANCE = new NewKeyJsonAdapter();

    private static final JsonReader.Options NAMES = JsonReader.Options.of("note", "passphrase");

    @Override
    public @Nullable NewKey fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        @Nullable String note = null;
        @Nullable String passphrase = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> note = JsonValueReader.text(reader);
                case 1 -> passphrase = JsonValueReader.text(reader);
                default -> {
                    reader.skipName();
                    reader.skipValue();
                }
            }
        }
        reader.endObject();
        return new NewKey(note, passphrase);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable NewKey value) throws IOException {
        if (value == null) {
            writer.nullValue();
            return;
        }
        writer.beginObject();
        JsonValueWriter.member(writer, "note", value.note(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "passphrase", value.passphrase(), JsonValueWriter::text);
        writer.endObject();
    }
}
