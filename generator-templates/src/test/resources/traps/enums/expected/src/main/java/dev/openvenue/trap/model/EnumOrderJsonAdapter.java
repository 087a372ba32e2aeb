package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonValueReader;
import dev.openvenue.core.codegen.JsonValueWriter;
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
                case 0 -> side = Side.READER.read(reader);
                case 1 -> state = State.READER.read(reader);
                case 2 -> direction = Direction.READER.read(reader);
                case 3 -> either = Either.READER.read(reader);
                case 4 -> history = JsonValueReader.list(reader, Side.READER::read);
                case 5 -> byDay = JsonValueReader.map(reader, State.READER::read);
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
        JsonValueWriter.member(writer, "side", value.side(), JsonValueWriter::numericEnum);
        JsonValueWriter.member(writer, "state", value.state(), JsonValueWriter::openEnum);
        JsonValueWriter.member(writer, "direction", value.direction(), JsonValueWriter::numericEnum);
        JsonValueWriter.member(writer, "either", value.either(), JsonValueWriter::openEnum);
        JsonValueWriter.member(
                writer,
                "history",
                value.history(),
                (w1, v1) -> JsonValueWriter.list(w1, v1, JsonValueWriter::numericEnum));
        JsonValueWriter.member(
                writer, "byDay", value.byDay(), (w1, v1) -> JsonValueWriter.map(w1, v1, JsonValueWriter::openEnum));
        writer.endObject();
    }
}
