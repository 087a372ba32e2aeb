package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonIn;
import dev.openvenue.core.codegen.JsonOut;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

final class EnumOrderJsonAdapter extends JsonAdapter<EnumOrder> {
    static final EnumOrderJsonAdapter INSTANCE = new EnumOrderJsonAdapter();

    private static final JsonReader.Options NAMES =
            JsonReader.Options.of("side", "state", "direction", "either", "history", "byDay");

    @Override
    public @Nullable EnumOrder fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        @Nullable Side side = null;
        @Nullable State state = null;
        @Nullable Direction direction = null;
        @Nullable Either either = null;
        @Nullable List<Side> history = null;
        @Nullable Map<String, State> byDay = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> side = JsonIn.openEnum(reader, Side::of);
                case 1 -> state = JsonIn.openEnum(reader, State::of);
                case 2 -> direction = JsonIn.openEnum(reader, Direction::of);
                case 3 -> either = JsonIn.openEnum(reader, Either::of);
                case 4 -> history = JsonIn.list(reader, r -> JsonIn.openEnum(r, Side::of));
                case 5 -> byDay = JsonIn.map(reader, r -> JsonIn.openEnum(r, State::of));
                default -> {
                    reader.skipName();
                    reader.skipValue();
                }
            }
        }
        reader.endObject();
        return new EnumOrder(side, state, direction, either, history, byDay);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable EnumOrder value) throws IOException {
        if (value == null) {
            writer.nullValue();
            return;
        }
        writer.beginObject();
        JsonOut.member(writer, "side", value.side(), JsonOut::numericEnum);
        JsonOut.member(writer, "state", value.state(), JsonOut::openEnum);
        JsonOut.member(writer, "direction", value.direction(), JsonOut::numericEnum);
        JsonOut.member(writer, "either", value.either(), JsonOut::openEnum);
        JsonOut.member(writer, "history", value.history(), (w1, v1) -> JsonOut.list(w1, v1, JsonOut::numericEnum));
        JsonOut.member(writer, "byDay", value.byDay(), (w1, v1) -> JsonOut.map(w1, v1, JsonOut::openEnum));
        writer.endObject();
    }
}
