package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonValueReader;
import dev.openvenue.core.codegen.JsonValueWriter;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class HistoryJsonAdapter extends JsonAdapter<History> {
    static final HistoryJsonAdapter INSTANCE = new HistoryJsonAdapter();

    private static final JsonReader.Options NAMES = JsonReader.Options.of("more", "list");

    @Override
    public @Nullable History fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        @Nullable Boolean more = null;
        @Nullable List<HistoryRow> list = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> more = JsonValueReader.bool(reader);
                case 1 -> list = JsonValueReader.list(reader, HistoryRowJsonAdapter.INSTANCE::fromJson);
                default -> {
                    reader.skipName();
                    reader.skipValue();
                }
            }
        }
        reader.endObject();
        return new History(more, list);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable History value) throws IOException {
        if (value == null) {
            writer.nullValue();
            return;
        }
        writer.beginObject();
        JsonValueWriter.member(writer, "more", value.more(), JsonValueWriter::bool);
        JsonValueWriter.member(
                writer,
                "list",
                value.list(),
                (w1, v1) -> JsonValueWriter.list(w1, v1, HistoryRowJsonAdapter.INSTANCE::toJson));
        writer.endObject();
    }
}
