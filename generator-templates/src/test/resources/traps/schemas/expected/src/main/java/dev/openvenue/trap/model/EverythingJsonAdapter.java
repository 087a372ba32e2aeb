package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonValueReader;
import dev.openvenue.core.codegen.JsonValueWriter;
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
                case 0 -> id = JsonValueReader.id(reader);
                case 1 -> text = JsonValueReader.text(reader);
                case 2 -> price = JsonValueReader.decimal(reader);
                case 3 -> size = JsonValueReader.decimal(reader);
                case 4 -> count = JsonValueReader.int32(reader);
                case 5 -> volume = JsonValueReader.int64(reader);
                case 6 -> at = JsonValueReader.millis(reader);
                case 7 -> atText = JsonValueReader.millis(reader);
                case 8 -> since = JsonValueReader.seconds(reader);
                case 9 -> open = JsonValueReader.bool(reader);
                case 10 -> anything = JsonValueReader.any(reader);
                case 11 -> tags = JsonValueReader.list(reader, JsonValueReader::text);
                case 12 -> byCoin = JsonValueReader.map(reader, AmountJsonAdapter.INSTANCE::fromJson);
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
        JsonValueWriter.member(writer, "id", value.id(), JsonValueWriter::id);
        JsonValueWriter.member(writer, "text", value.text(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "price", value.price(), JsonValueWriter::decimalText);
        JsonValueWriter.member(writer, "size", value.size(), JsonValueWriter::decimal);
        JsonValueWriter.member(writer, "count", value.count(), JsonValueWriter::integer);
        JsonValueWriter.member(writer, "volume", value.volume(), JsonValueWriter::integer);
        JsonValueWriter.member(writer, "at", value.at(), JsonValueWriter::millis);
        JsonValueWriter.member(writer, "atText", value.atText(), JsonValueWriter::millisText);
        JsonValueWriter.member(writer, "since", value.since(), JsonValueWriter::seconds);
        JsonValueWriter.member(writer, "open", value.open(), JsonValueWriter::bool);
        JsonValueWriter.member(writer, "anything", value.anything(), JsonValueWriter::any);
        JsonValueWriter.member(
                writer, "tags", value.tags(), (w1, v1) -> JsonValueWriter.list(w1, v1, JsonValueWriter::text));
        JsonValueWriter.member(
                writer,
                "byCoin",
                value.byCoin(),
                (w1, v1) -> JsonValueWriter.map(w1, v1, AmountJsonAdapter.INSTANCE::toJson));
        JsonValueWriter.member(writer, "nested", value.nested(), NestedPartJsonAdapter.INSTANCE::toJson);
        writer.endObject();
    }
}
