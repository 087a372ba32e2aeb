package dev.openvenue.trapv2.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonValueReader;
import dev.openvenue.core.codegen.JsonValueWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

final class CancelItemJsonAdapter extends JsonAdapter<CancelItem> {
    static final CancelItemJsonAdapter INSTANCE = new CancelItemJsonAdapter();

    private static final JsonReader.Options NAMES =
            JsonReader.Options.of("orderId", "clientOid", "symbol", "category", "kind", "level");

    @Override
    public @Nullable CancelItem fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        @Nullable String orderId = null;
        @Nullable String clientOid = null;
        @Nullable String symbol = null;
        @Nullable String category = null;
        @Nullable String kind = null;
        @Nullable Integer level = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> orderId = JsonValueReader.text(reader);
                case 1 -> clientOid = JsonValueReader.text(reader);
                case 2 -> symbol = JsonValueReader.text(reader);
                case 3 -> category = JsonValueReader.text(reader);
                case 4 -> kind = JsonValueReader.text(reader);
                case 5 -> level = JsonValueReader.int32(reader);
                default -> {
                    reader.skipName();
                    reader.skipValue();
                }
            }
        }
        reader.endObject();
        return new CancelItem(orderId, clientOid, symbol, category, kind, level);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable CancelItem value) throws IOException {
        if (value == null) {
            writer.nullValue();
            return;
        }
        writer.beginObject();
        JsonValueWriter.member(writer, "orderId", value.orderId(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "clientOid", value.clientOid(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "symbol", value.symbol(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "category", value.category(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "kind", value.kind(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "level", value.level(), JsonValueWriter::integer);
        writer.endObject();
    }
}
