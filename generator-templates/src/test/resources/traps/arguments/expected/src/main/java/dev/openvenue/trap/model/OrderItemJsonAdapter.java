package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonIn;
import dev.openvenue.core.codegen.JsonOut;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

final class OrderItemJsonAdapter extends JsonAdapter<OrderItem> {
    static final OrderItemJsonAdapter INSTANCE = new OrderItemJsonAdapter();

    private static final JsonReader.Options NAMES = JsonReader.Options.of("side", "clientOid");

    @Override
    public @Nullable OrderItem fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        @Nullable String side = null;
        @Nullable String clientOid = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> side = JsonIn.text(reader);
                case 1 -> clientOid = JsonIn.text(reader);
                default -> {
                    reader.skipName();
                    reader.skipValue();
                }
            }
        }
        reader.endObject();
        return new OrderItem(side, clientOid);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable OrderItem value) throws IOException {
        if (value == null) {
            writer.nullValue();
            return;
        }
        writer.beginObject();
        JsonOut.member(writer, "side", value.side(), JsonOut::text);
        JsonOut.member(writer, "clientOid", value.clientOid(), JsonOut::text);
        writer.endObject();
    }
}
