package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonIn;
import dev.openvenue.core.codegen.JsonOut;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

final class CancelItemJsonAdapter extends JsonAdapter<CancelItem> {
    static final CancelItemJsonAdapter INSTANCE = new CancelItemJsonAdapter();

    private static final JsonReader.Options NAMES = JsonReader.Options.of("orderId", "clientOid");

    @Override
    public @Nullable CancelItem fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        @Nullable String orderId = null;
        @Nullable String clientOid = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> orderId = JsonIn.text(reader);
                case 1 -> clientOid = JsonIn.text(reader);
                default -> {
                    reader.skipName();
                    reader.skipValue();
                }
            }
        }
        reader.endObject();
        return new CancelItem(orderId, clientOid);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable CancelItem value) throws IOException {
        if (value == null) {
            writer.nullValue();
            return;
        }
        writer.beginObject();
        JsonOut.member(writer, "orderId", value.orderId(), JsonOut::text);
        JsonOut.member(writer, "clientOid", value.clientOid(), JsonOut::text);
        writer.endObject();
    }
}
