package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonIn;
import dev.openvenue.core.codegen.JsonOut;
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
                case 0 -> symbol = JsonIn.text(reader);
                case 1 -> size = JsonIn.decimal(reader);
                case 2 -> levels = JsonIn.list(reader, OrderItemJsonAdapter.INSTANCE::fromJson);
                case 3 -> parent = OrderItemJsonAdapter.INSTANCE.fromJson(reader);
                case 4 -> parentId = JsonIn.id(reader);
                case 5 -> clientOid = JsonIn.text(reader);
                case 6 -> quoteSize = JsonIn.decimal(reader);
                case 7 -> seconds = JsonIn.int32(reader);
                case 8 -> taker = OrderItemJsonAdapter.INSTANCE.fromJson(reader);
                case 9 -> trade = JsonIn.id(reader);
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
        JsonOut.member(writer, "symbol", value.symbol(), JsonOut::text);
        JsonOut.member(writer, "size", value.size(), JsonOut::decimalText);
        JsonOut.member(
                writer,
                "levels",
                value.levels(),
                (w1, v1) -> JsonOut.list(w1, v1, OrderItemJsonAdapter.INSTANCE::toJson));
        JsonOut.member(writer, "parent", value.parent(), OrderItemJsonAdapter.INSTANCE::toJson);
        JsonOut.member(writer, "parentId", value.parentId(), JsonOut::id);
        JsonOut.member(writer, "clientOid", value.clientOid(), JsonOut::text);
        JsonOut.member(writer, "quoteSize", value.quoteSize(), JsonOut::decimalText);
        JsonOut.member(writer, "seconds", value.seconds(), JsonOut::integer);
        JsonOut.member(writer, "taker", value.taker(), OrderItemJsonAdapter.INSTANCE::toJson);
        JsonOut.member(writer, "trade", value.trade(), JsonOut::text);
        writer.endObject();
    }
}
