package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonValueReader;
import dev.openvenue.core.codegen.JsonValueWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

final class CancelItemJsonAdapter extends JsonAdapter<CancelItem> {
    static final CancelItemJsonAdapter INSTANCE = new CancelItemJsonAdapter();

    private static final JsonReader.Options NAMES = JsonReader.Options.of("orderId");

    @Override
    public @Nullable CancelItem fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        @Nullable String orderId = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> orderId = JsonValueReader.text(reader);
                default -> {
                    reader.skipName();
                    reader.skipValue();
                }
            }
        }
        reader.endObject();
        return new CancelItem(orderId);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable CancelItem value) throws IOException {
        if (value == null) {
            writer.nullValue();
            return;
        }
        writer.beginObject();
        JsonValueWriter.member(writer, "orderId", value.orderId(), JsonValueWriter::text);
        writer.endObject();
    }
}
