package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.Wire;
import java.io.IOException;
import java.util.List;
import java.util.Map;

final class EnumOrderJsonAdapter extends JsonAdapter<EnumOrder> {
    static final EnumOrderJsonAdapter INSTANCE = new EnumOrderJsonAdapter();

    private static final JsonReader.Options NAMES = JsonReader.Options.of(
            "side",
            "state",
            "direction",
            "history",
            "byDay");

    @Override
    public EnumOrder fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        Side side = null;
        State state = null;
        Direction direction = null;
        List<Side> history = null;
        Map<String, State> byDay = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> side = Wire.openEnum(reader, Side::of);
                case 1 -> state = Wire.openEnum(reader, State::of);
                case 2 -> direction = Wire.openEnum(reader, Direction::of);
                case 3 -> history = Wire.list(reader, r -> Wire.openEnum(r, Side::of));
                case 4 -> byDay = Wire.map(reader, r -> Wire.openEnum(r, State::of));
                default -> {
                    reader.skipName();
                    reader.skipValue();
                }
            }
        }
        reader.endObject();
        return new EnumOrder(side, state, direction, history, byDay);
    }

    @Override
    public void toJson(JsonWriter writer, EnumOrder value) throws IOException {
        if (value == null) {
            writer.nullValue();
            return;
        }
        writer.beginObject();
        Wire.member(writer, "side", value.side(), Wire::numericEnum);
        Wire.member(writer, "state", value.state(), Wire::openEnum);
        Wire.member(writer, "direction", value.direction(), Wire::numericEnum);
        Wire.member(writer, "history", value.history(), (w1, v1) -> Wire.list(w1, v1, Wire::numericEnum));
        Wire.member(writer, "byDay", value.byDay(), (w1, v1) -> Wire.map(w1, v1, Wire::openEnum));
        writer.endObject();
    }
}
