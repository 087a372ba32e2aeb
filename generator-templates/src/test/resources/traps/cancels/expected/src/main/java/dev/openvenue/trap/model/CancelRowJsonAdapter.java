package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonIn;
import dev.openvenue.core.codegen.JsonOut;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

final class CancelRowJsonAdapter extends JsonAdapter<CancelRow> {
    static final CancelRowJsonAdapter INSTANCE = new CancelRowJsonAdapter();

    private static final JsonReader.Options NAMES =
            JsonReader.Options.of("orderId", "clientOid", "errorCode", "status");

    @Override
    public @Nullable CancelRow fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        @Nullable String orderId = null;
        @Nullable String clientOid = null;
        @Nullable String errorCode = null;
        @Nullable String status = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> orderId = JsonIn.text(reader);
                case 1 -> clientOid = JsonIn.text(reader);
                case 2 -> errorCode = JsonIn.text(reader);
                case 3 -> status = JsonIn.text(reader);
                default -> {
                    reader.skipName();
                    reader.skipValue();
                }
            }
        }
        reader.endObject();
        return new CancelRow(orderId, clientOid, errorCode, status);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable CancelRow value) throws IOException {
        if (value == null) {
            writer.nullValue();
            return;
        }
        writer.beginObject();
        JsonOut.member(writer, "orderId", value.orderId(), JsonOut::text);
        JsonOut.member(writer, "clientOid", value.clientOid(), JsonOut::text);
        JsonOut.member(writer, "errorCode", value.errorCode(), JsonOut::text);
        JsonOut.member(writer, "status", value.status(), JsonOut::text);
        writer.endObject();
    }
}
