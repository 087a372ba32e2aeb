package dev.openvenue.trapv2.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonValueReader;
import dev.openvenue.core.codegen.JsonValueWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

final class OpenOrderJsonAdapter extends JsonAdapter<OpenOrder> {
    static final OpenOrderJsonAdapter INSTANCE = new OpenOrderJsonAdapter();

    private static final JsonReader.Options NAMES =
            JsonReader.Options.of("orderId", "status", "symbol", "category", "code");

    @Override
    public @Nullable OpenOrder fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        @Nullable String orderId = null;
        @Nullable String status = null;
        @Nullable String symbol = null;
        @Nullable String category = null;
        @Nullable String code = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> orderId = JsonValueReader.text(reader);
                case 1 -> status = JsonValueReader.text(reader);
                case 2 -> symbol = JsonValueReader.text(reader);
                case 3 -> category = JsonValueReader.text(reader);
                case 4 -> code = JsonValueReader.text(reader);
                default -> {
                    reader.skipName();
                    reader.skipValue();
                }
            }
        }
        reader.endObject();
        return new OpenOrder(orderId, status, symbol, category, code);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable OpenOrder value) throws IOException {
        if (value == null) {
            writer.nullValue();
            return;
        }
        writer.beginObject();
        JsonValueWriter.member(writer, "orderId", value.orderId(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "status", value.status(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "symbol", value.symbol(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "category", value.category(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "code", value.code(), JsonValueWriter::text);
        writer.endObject();
    }
}
