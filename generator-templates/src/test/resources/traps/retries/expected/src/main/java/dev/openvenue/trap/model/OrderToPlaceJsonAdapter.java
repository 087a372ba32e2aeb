package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonIn;
import dev.openvenue.core.codegen.JsonOut;
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
                case 0 -> clientOid = JsonIn.text(reader);
                case 1 -> kind = JsonIn.openEnum(reader, Kind::of);
                case 2 -> window = JsonIn.text(reader);
                case 3 -> legs = JsonIn.list(reader, LegJsonAdapter.INSTANCE::fromJson);
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
        JsonOut.member(writer, "clientOid", value.clientOid(), JsonOut::text);
        JsonOut.member(writer, "kind", value.kind(), JsonOut::openEnum);
        JsonOut.member(writer, "window", value.window(), JsonOut::text);
        JsonOut.member(writer, "legs", value.legs(), (w1, v1) -> JsonOut.list(w1, v1, LegJsonAdapter.INSTANCE::toJson));
        writer.endObject();
    }
}
