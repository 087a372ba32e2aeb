package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonValueReader;
import dev.openvenue.core.codegen.JsonValueWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

final class HistoryRowJsonAdapter extends JsonAdapter<HistoryRow> {
    static final HistoryRowJsonAdapter INSTANCE = new HistoryRowJsonAdapter();

    private static final JsonReader.Options NAMES = JsonReader.Options.of("id");

    @Override
    public @Nullable HistoryRow fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        @Nullable String id = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> id = JsonValueReader.id(reader);
                default -> {
                    reader.skipName();
                    reader.skipValue();
                }
            }
        }
        reader.endObject();
        return new HistoryRow(id);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable HistoryRow value) throws IOException {
        if (value == null) {
            writer.nullValue();
            return;
        }
        writer.beginObject();
        JsonValueWriter.member(writer, "id", value.id(), JsonValueWriter::id);
        writer.endObject();
    }
}
