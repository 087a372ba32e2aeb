package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonIn;
import dev.openvenue.core.codegen.JsonOut;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

final class EverythingJsonAdapter extends JsonAdapter<Everything> {
    static final EverythingJsonAdapter INSTANCE = new EverythingJsonAdapter();

    private static final JsonReader.Options NAMES = JsonReader.Options.of(
            "id",
            "text",
            "price",
            "size",
            "count",
            "volume",
            "at",
            "atText",
            "since",
            "open",
            "anything",
            "tags",
            "byCoin",
            "nested");

    @Override
    public @Nullable Everything fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        @Nullable String id = null;
        @Nullable String text = null;
        @Nullable BigDecimal price = null;
        @Nullable BigDecimal size = null;
        @Nullable Integer count = null;
        @Nullable Long volume = null;
        @Nullable Instant at = null;
        @Nullable Instant atText = null;
        @Nullable Instant since = null;
        @Nullable Boolean open = null;
        @Nullable Object anything = null;
        @Nullable List<String> tags = null;
        @Nullable Map<String, Amount> byCoin = null;
        @Nullable NestedPart nested = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> id = JsonIn.id(reader);
                case 1 -> text = JsonIn.text(reader);
                case 2 -> price = JsonIn.decimal(reader);
                case 3 -> size = JsonIn.decimal(reader);
                case 4 -> count = JsonIn.int32(reader);
                case 5 -> volume = JsonIn.int64(reader);
                case 6 -> at = JsonIn.millis(reader);
                case 7 -> atText = JsonIn.millis(reader);
                case 8 -> since = JsonIn.seconds(reader);
                case 9 -> open = JsonIn.bool(reader);
                case 10 -> anything = JsonIn.any(reader);
                case 11 -> tags = JsonIn.list(reader, JsonIn::text);
                case 12 -> byCoin = JsonIn.map(reader, AmountJsonAdapter.INSTANCE::fromJson);
                case 13 -> nested = NestedPartJsonAdapter.INSTANCE.fromJson(reader);
                default -> {
                    reader.skipName();
                    reader.skipValue();
                }
            }
        }
        reader.endObject();
        return new Everything(
                id, text, price, size, count, volume, at, atText, since, open, anything, tags, byCoin, nested);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Everything value) throws IOException {
        if (value == null) {
            writer.nullValue();
            return;
        }
        writer.beginObject();
        JsonOut.member(writer, "id", value.id(), JsonOut::id);
        JsonOut.member(writer, "text", value.text(), JsonOut::text);
        JsonOut.member(writer, "price", value.price(), JsonOut::decimalText);
        JsonOut.member(writer, "size", value.size(), JsonOut::decimal);
        JsonOut.member(writer, "count", value.count(), JsonOut::integer);
        JsonOut.member(writer, "volume", value.volume(), JsonOut::integer);
        JsonOut.member(writer, "at", value.at(), JsonOut::millis);
        JsonOut.member(writer, "atText", value.atText(), JsonOut::millisText);
        JsonOut.member(writer, "since", value.since(), JsonOut::seconds);
        JsonOut.member(writer, "open", value.open(), JsonOut::bool);
        JsonOut.member(writer, "anything", value.anything(), JsonOut::any);
        JsonOut.member(writer, "tags", value.tags(), (w1, v1) -> JsonOut.list(w1, v1, JsonOut::text));
        JsonOut.member(
                writer, "byCoin", value.byCoin(), (w1, v1) -> JsonOut.map(w1, v1, AmountJsonAdapter.INSTANCE::toJson));
        JsonOut.member(writer, "nested", value.nested(), NestedPartJsonAdapter.INSTANCE::toJson);
        writer.endObject();
    }
}
