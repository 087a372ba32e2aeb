package dev.openvenue.trapv2.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonValueReader;
import dev.openvenue.core.codegen.JsonValueWriter;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class CancelStopOrdersRequestJsonAdapter extends JsonAdapter<CancelStopOrdersRequest> {
    static final CancelStopOrdersRequestJsonAdapter INSTANCE = new CancelStopOrdersRequestJsonAdapter();

    private static final JsonReader.Options NAMES = JsonReader.Options.of("category", "ids");

    @Override
    public @Nullable CancelStopOrdersRequest fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        @Nullable String category = null;
        @Nullable List<String> ids = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> category = JsonValueReader.text(reader);
                case 1 -> ids = JsonValueReader.list(reader, JsonValueReader::text);
                default -> {
                    reader.skipName();
                    reader.skipValue();
                }
            }
        }
        reader.endObject();
        return new CancelStopOrdersRequest(category, ids);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable CancelStopOrdersRequest value) throws IOException {
        if (value == null) {
            writer.nullValue();
            return;
        }
        writer.beginObject();
        JsonValueWriter.member(writer, "category", value.category(), JsonValueWriter::text);
        JsonValueWriter.member(
                writer, "ids", value.ids(), (w1, v1) -> JsonValueWriter.list(w1, v1, JsonValueWriter::text));
        writer.endObject();
    }
}
