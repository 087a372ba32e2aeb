package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonValueReader;
import dev.openvenue.core.codegen.JsonValueWriter;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

final class OrderRowJsonAdapter extends JsonAdapter<OrderRow> {
    static final OrderRowJsonAdapter INSTANCE = new OrderRowJsonAdapter();

    private static final JsonReader.Options NAMES =
            JsonReader.Options.of("orderId", "clientOid", "errorCode", "refused", "made");

    @Override
    public @Nullable OrderRow fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        @Nullable String orderId = null;
        @Nullable String clientOid = null;
        @Nullable String errorCode = null;
        @Nullable Boolean refused = null;
        @Nullable Instant made = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> orderId = JsonValueReader.text(reader);
                case 1 -> clientOid = JsonValueReader.text(reader);
                case 2 -> errorCode = JsonValueReader.text(reader);
                case 3 -> refused = JsonValueReader.bool(reader);
                case 4 -> made = JsonValueReader.millis(reader);
                default -> {
                    reader.skipName();
                    reader.skipValue();
                }
            }
        }
        reader.endObject();
        return new OrderRow(orderId, clientOid, errorCode, refused, made);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable OrderRow value) throws IOException {
        if (value == null) {
            writer.nullValue();
            return;
        }
        writer.beginObject();
        JsonValueWriter.member(writer, "orderId", value.orderId(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "clientOid", value.clientOid(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "errorCode", value.errorCode(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "refused", value.refused(), JsonValueWriter::bool);
        JsonValueWriter.member(writer, "made", value.made(), JsonValueWriter::millis);
        writer.endObject();
    }
}
