package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonValueReader;
import dev.openvenue.core.codegen.JsonValueWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class PlaceRequestJsonAdapter extends JsonAdapter<PlaceRequest> {
    static final PlaceRequestJsonAdapter INSTANCE = new PlaceRequestJsonAdapter();

    private static final JsonReader.Options NAMES = JsonReader.Options.of(
            "symbol", "size", "levels", "parent", "parentId", "clientOid", "quoteSize", "seconds", "taker", "trade");

    @Override
    public @Nullable PlaceRequest fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        @Nullable String symbol = null;
        @Nullable BigDecimal size = null;
        @Nullable List<OrderItem> levels = null;
        @Nullable OrderItem parent = null;
        @Nullable String parentId = null;
        @Nullable String clientOid = null;
        @Nullable BigDecimal quoteSize = null;
        @Nullable Integer seconds = null;
        @Nullable OrderItem taker = null;
        @Nullable String trade = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> symbol = JsonValueReader.text(reader);
                case 1 -> size = JsonValueReader.decimal(reader);
                case 2 -> levels = JsonValueReader.list(reader, OrderItemJsonAdapter.INSTANCE::fromJson);
                case 3 -> parent = OrderItemJsonAdapter.INSTANCE.fromJson(reader);
                case 4 -> parentId = JsonValueReader.id(reader);
                case 5 -> clientOid = JsonValueReader.text(reader);
                case 6 -> quoteSize = JsonValueReader.decimal(reader);
                case 7 -> seconds = JsonValueReader.int32(reader);
                case 8 -> taker = OrderItemJsonAdapter.INSTANCE.fromJson(reader);
                case 9 -> trade = JsonValueReader.id(reader);
                default -> {
                    reader.skipName();
                    reader.skipValue();
                }
            }
        }
        reader.endObject();
        return new PlaceRequest(symbol, size, levels, parent, parentId, clientOid, quoteSize, seconds, taker, trade);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable PlaceRequest value) throws IOException {
        if (value == null) {
            writer.nullValue();
            return;
        }
        writer.beginObject();
        JsonValueWriter.member(writer, "symbol", value.symbol(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "size", value.size(), JsonValueWriter::decimalText);
        JsonValueWriter.member(
                writer,
                "levels",
                value.levels(),
                (w1, v1) -> JsonValueWriter.list(w1, v1, OrderItemJsonAdapter.INSTANCE::toJson));
        JsonValueWriter.member(writer, "parent", value.parent(), OrderItemJsonAdapter.INSTANCE::toJson);
        JsonValueWriter.member(writer, "parentId", value.parentId(), JsonValueWriter::id);
        JsonValueWriter.member(writer, "clientOid", value.clientOid(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "quoteSize", value.quoteSize(), JsonValueWriter::decimalText);
        JsonValueWriter.member(writer, "seconds", value.seconds(), JsonValueWriter::integer);
        JsonValueWriter.member(writer, "taker", value.taker(), OrderItemJsonAdapter.INSTANCE::toJson);
        JsonValueWriter.member(writer, "trade", value.trade(), JsonValueWriter::text);
        writer.endObject();
    }
}
