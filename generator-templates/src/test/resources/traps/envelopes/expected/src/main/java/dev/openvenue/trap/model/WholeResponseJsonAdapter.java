package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonValueReader;
import dev.openvenue.core.codegen.JsonValueWriter;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class WholeResponseJsonAdapter extends JsonAdapter<WholeResponse> {
    static final WholeResponseJsonAdapter INSTANCE = new WholeResponseJsonAdapter();

    private static final JsonReader.Options NAMES = JsonReader.Options.of("code", "rows");

    @Override
    public @Nullable WholeResponse fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        @Nullable String code = null;
        @Nullable List<String> rows = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> code = JsonValueReader.text(reader);
                case 1 -> rows = JsonValueReader.list(reader, JsonValueReader::text);
                default -> {
                    reader.skipName();
                    reader.skipValue();
                }
            }
        }
        reader.endObject();
        return new WholeResponse(code, rows);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable WholeResponse value) throws IOException {
        if (value == null) {
            writer.nullValue();
            return;
        }
        writer.beginObject();
        JsonValueWriter.member(writer, "code", value.code(), JsonValueWriter::text);
        JsonValueWriter.member(
                writer, "rows", value.rows(), (w1, v1) -> JsonValueWriter.list(w1, v1, JsonValueWriter::text));
        writer.endObject();
    }
}
