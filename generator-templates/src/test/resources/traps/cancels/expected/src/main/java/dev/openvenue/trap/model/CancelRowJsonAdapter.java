package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonValueReader;
import dev.openvenue.core.codegen.JsonValueWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

final class CancelRowJsonAdapter extends JsonAdapter<CancelRow> {
    static final CancelRowJsonAdapter INSTANCE = new CancelRowJsonAdapter();

    private static final JsonReader.Options NAMES =
            JsonReader.Options.of("orderId", "clientOid", "errorCode", "status", "side", "size", "done");

    @Override
    public @Nullable CancelRow fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        @Nullable String orderId = null;
        @Nullable String clientOid = null;
        @Nullable String errorCode = null;
        @Nullable String status = null;
        @Nullable String side = null;
        @Nullable String size = null;
        @Nullable String done = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> orderId = JsonValueReader.text(reader);
                case 1 -> clientOid = JsonValueReader.text(reader);
                case 2 -> errorCode = JsonValueReader.text(reader);
                case 3 -> status = JsonValueReader.text(reader);
                case 4 -> side = JsonValueReader.text(reader);
                case 5 -> size = JsonValueReader.text(reader);
                case 6 -> done = JsonValueReader.text(reader);
                default -> {
                    reader.skipName();
                    reader.skipValue();
                }
            }
        }
        reader.endObject();
        return new CancelRow(orderId, clientOid, errorCode, status, side, size, done);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable CancelRow value) throws IOException {
        if (value == null) {
            writer.nullValue();
            return;
        }
        writer.beginObject();
        JsonValueWriter.member(writer, "orderId", value.orderId(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "clientOid", value.clientOid(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "errorCode", value.errorCode(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "status", value.status(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "side", value.side(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "size", value.size(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "done", value.done(), JsonValueWriter::text);
        writer.endObject();
    }
}
