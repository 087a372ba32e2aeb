package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonIn;
import dev.openvenue.core.codegen.JsonOut;
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
                case 0 -> symbol = JsonIn.text(reader);
                case 1 -> mode = JsonIn.text(reader);
                case 2 -> level = JsonIn.int32(reader);
                case 3 -> orderList = JsonIn.list(reader, CancelItemJsonAdapter.INSTANCE::fromJson);
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
        JsonOut.member(writer, "symbol", value.symbol(), JsonOut::text);
        JsonOut.member(writer, "mode", value.mode(), JsonOut::text);
        JsonOut.member(writer, "level", value.level(), JsonOut::integer);
        JsonOut.member(
                writer,
                "orderList",
                value.orderList(),
                (w1, v1) -> JsonOut.list(w1, v1, CancelItemJsonAdapter.INSTANCE::toJson));
        writer.endObject();
    }
}
