package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.Wire;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

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
    public Everything fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        String id = null;
        String text = null;
        BigDecimal price = null;
        BigDecimal size = null;
        Integer count = null;
        Long volume = null;
        Instant at = null;
        Instant atText = null;
        Instant since = null;
        Boolean open = null;
        Object anything = null;
        List<String> tags = null;
        Map<String, Amount> byCoin = null;
        NestedPart nested = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> id = Wire.text(reader);
                case 1 -> text = Wire.text(reader);
                case 2 -> price = Wire.decimal(reader);
                case 3 -> size = Wire.decimal(reader);
                case 4 -> count = Wire.int32(reader);
                case 5 -> volume = Wire.int64(reader);
                case 6 -> at = Wire.millis(reader);
                case 7 -> atText = Wire.millis(reader);
                case 8 -> since = Wire.seconds(reader);
                case 9 -> open = Wire.bool(reader);
                case 10 -> anything = Wire.any(reader);
                case 11 -> tags = Wire.list(reader, Wire::text);
                case 12 -> byCoin = Wire.map(reader, AmountJsonAdapter.INSTANCE::fromJson);
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
    public void toJson(JsonWriter writer, Everything value) throws IOException {
        if (value == null) {
            writer.nullValue();
            return;
        }
        writer.beginObject();
        Wire.member(writer, "id", value.id(), Wire::id);
        Wire.member(writer, "text", value.text(), Wire::text);
        Wire.member(writer, "price", value.price(), Wire::decimalText);
        Wire.member(writer, "size", value.size(), Wire::decimal);
        Wire.member(writer, "count", value.count(), Wire::integer);
        Wire.member(writer, "volume", value.volume(), Wire::integer);
        Wire.member(writer, "at", value.at(), Wire::millis);
        Wire.member(writer, "atText", value.atText(), Wire::millisText);
        Wire.member(writer, "since", value.since(), Wire::seconds);
        Wire.member(writer, "open", value.open(), Wire::bool);
        Wire.member(writer, "anything", value.anything(), Wire::any);
        Wire.member(writer, "tags", value.tags(), (w1, v1) -> Wire.list(w1, v1, Wire::text));
        Wire.member(writer, "byCoin", value.byCoin(), (w1, v1) -> Wire.map(w1, v1, AmountJsonAdapter.INSTANCE::toJson));
        Wire.member(writer, "nested", value.nested(), NestedPartJsonAdapter.INSTANCE::toJson);
        writer.endObject();
    }
}
