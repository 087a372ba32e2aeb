package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonValueReader;
import dev.openvenue.core.codegen.JsonValueWriter;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class CancelRequestJsonAdapter extends JsonAdapter<CancelRequest> {
    static final CancelRequestJsonAdapter INSTANCE = new CancelRequestJsonAdapter();

    private static final JsonReader.Options NAMES = JsonReader.Options.of("symbol", "mode", "level", "orderList");

    @Override
    public @Nullable CancelRequest fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        @Nullable String symbol = null;
        @Nullable String mode = null;
        @Nullable Integer level = null;
        @Nullable List<CancelItem> orderList = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> symbol = JsonValueReader.text(reader);
                case 1 -> mode = JsonValueReader.text(reader);
                case 2 -> level = JsonValueReader.int32(reader);
                case 3 -> orderList = JsonValueReader.list(reader, CancelItemJsonAdapter.INSTANCE::fromJson);
                default -> {
                    reader.skipName();
                    reader.skipValue();
                }
            }
        }
        reader.endObject();
        return new CancelRequest(symbol, mode, level, orderList);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable CancelRequest value) throws IOException {
        if (value == null) {
            writer.nullValue();
            return;
        }
        writer.beginObject();
        JsonValueWriter.member(writer, "symbol", value.symbol(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "mode", value.mode(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "level", value.level(), JsonValueWriter::integer);
        JsonValueWriter.member(
                writer,
                "orderList",
                value.orderList(),
                (w1, v1) -> JsonValueWriter.list(w1, v1, CancelItemJsonAdapter.INSTANCE::toJson));
        writer.endObject();
    }
}
