package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonValueReader;
import dev.openvenue.core.codegen.JsonValueWriter;
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
                case 0 -> side = JsonValueReader.text(reader);
                case 1 -> clientOid = JsonValueReader.text(reader);
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
        JsonValueWriter.member(writer, "side", value.side(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "clientOid", value.clientOid(), JsonValueWriter::text);
        writer.endObject();
    }
}
