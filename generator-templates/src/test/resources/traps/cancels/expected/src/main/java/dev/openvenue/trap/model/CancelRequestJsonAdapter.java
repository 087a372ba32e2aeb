package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.Wire;
import java.io.IOException;
import java.util.List;

final class CancelRequestJsonAdapter extends JsonAdapter<CancelRequest> {
    static final CancelRequestJsonAdapter INSTANCE = new CancelRequestJsonAdapter();

    private static final JsonReader.Options NAMES = JsonReader.Options.of(
            "symbol",
            "mode",
            "level",
            "orderList");

    @Override
    public CancelRequest fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        String symbol = null;
        String mode = null;
        Integer level = null;
        List<CancelItem> orderList = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> symbol = Wire.text(reader);
                case 1 -> mode = Wire.text(reader);
                case 2 -> level = Wire.int32(reader);
                case 3 -> orderList = Wire.list(reader, CancelItemJsonAdapter.INSTANCE::fromJson);
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
    public void toJson(JsonWriter writer, CancelRequest value) throws IOException {
        if (value == null) {
            writer.nullValue();
            return;
        }
        writer.beginObject();
        Wire.member(writer, "symbol", value.symbol(), Wire::text);
        Wire.member(writer, "mode", value.mode(), Wire::text);
        Wire.member(writer, "level", value.level(), Wire::integer);
        Wire.member(writer, "orderList", value.orderList(), (w1, v1) -> Wire.list(w1, v1, CancelItemJsonAdapter.INSTANCE::toJson));
        writer.endObject();
    }
}
