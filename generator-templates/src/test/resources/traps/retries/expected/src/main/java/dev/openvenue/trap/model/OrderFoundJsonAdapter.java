package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonValueReader;
import dev.openvenue.core.codegen.JsonValueWriter;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

final class OrderFoundJsonAdapter extends JsonAdapter<OrderFound> {
    static final OrderFoundJsonAdapter INSTANCE = new OrderFoundJsonAdapter();

    private static final JsonReader.Options NAMES = JsonReader.Options.of("clientOid", "created");

    @Override
    public @Nullable OrderFound fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        @Nullable String clientOid = null;
        @Nullable Instant created = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> clientOid = JsonValueReader.text(reader);
                case 1 -> created = JsonValueReader.millis(reader);
                default -> {
                    reader.skipName();
                    reader.skipValue();
                }
            }
        }
        reader.endObject();
        return new OrderFound(clientOid, created);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable OrderFound value) throws IOException {
        if (value == null) {
            writer.nullValue();
            return;
        }
        writer.beginObject();
        JsonValueWriter.member(writer, "clientOid", value.clientOid(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "created", value.created(), JsonValueWriter::millisText);
        writer.endObject();
    }
}
