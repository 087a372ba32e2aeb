package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonValueReader;
import dev.openvenue.core.codegen.JsonValueWriter;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class OrderToPlaceJsonAdapter extends JsonAdapter<OrderToPlace> {
    static final OrderToPlaceJsonAdapter INSTANCE = new OrderToPlaceJsonAdapter();

    private static final JsonReader.Options NAMES = JsonReader.Options.of("clientOid", "kind", "window", "legs");

    @Override
    public @Nullable OrderToPlace fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        @Nullable String clientOid = null;
        @Nullable Kind kind = null;
        @Nullable String window = null;
        @Nullable List<Leg> legs = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> clientOid = JsonValueReader.text(reader);
                case 1 -> kind = Kind.READER.read(reader);
                case 2 -> window = JsonValueReader.text(reader);
                case 3 -> legs = JsonValueReader.list(reader, LegJsonAdapter.INSTANCE::fromJson);
                default -> {
                    reader.skipName();
                    reader.skipValue();
                }
            }
        }
        reader.endObject();
        return new OrderToPlace(clientOid, kind, window, legs);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable OrderToPlace value) throws IOException {
        if (value == null) {
            writer.nullValue();
            return;
        }
        writer.beginObject();
        JsonValueWriter.member(writer, "clientOid", value.clientOid(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "kind", value.kind(), JsonValueWriter::openEnum);
        JsonValueWriter.member(writer, "window", value.window(), JsonValueWriter::text);
        JsonValueWriter.member(
                writer,
                "legs",
                value.legs(),
                (w1, v1) -> JsonValueWriter.list(w1, v1, LegJsonAdapter.INSTANCE::toJson));
        writer.endObject();
    }
}
