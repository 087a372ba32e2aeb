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
import org.jspecify.annotations.Nullable;

final class CandleRowJsonAdapter extends JsonAdapter<CandleRow> {
    static final CandleRowJsonAdapter INSTANCE = new CandleRowJsonAdapter();

    @Override
    public @Nullable CandleRow fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        @Nullable Instant openTime = null;
        @Nullable BigDecimal open = null;
        @Nullable Long trades = null;
        @Nullable List<LevelRow> levels = null;
        @Nullable RowSide side = null;
        reader.beginArray();
        if (reader.hasNext()) {
            openTime = JsonValueReader.millis(reader);
        }
        if (reader.hasNext()) {
            open = JsonValueReader.decimal(reader);
        }
        if (reader.hasNext()) {
            trades = JsonValueReader.int64(reader);
        }
        if (reader.hasNext()) {
            levels = JsonValueReader.list(reader, LevelRowJsonAdapter.INSTANCE::fromJson);
        }
        if (reader.hasNext()) {
            side = RowSide.READER.read(reader);
        }
        while (reader.hasNext()) {
            reader.skipValue();
        }
        reader.endArray();
        return new CandleRow(openTime, open, trades, levels, side);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable CandleRow value) throws IOException {
        if (value == null) {
            writer.nullValue();
            return;
        }
        writer.beginArray();
        JsonValueWriter.element(writer, value.openTime(), JsonValueWriter::millisText);
        JsonValueWriter.element(writer, value.open(), JsonValueWriter::decimalText);
        JsonValueWriter.element(writer, value.trades(), JsonValueWriter::integer);
        JsonValueWriter.element(
                writer, value.levels(), (w1, v1) -> JsonValueWriter.list(w1, v1, LevelRowJsonAdapter.INSTANCE::toJson));
        JsonValueWriter.element(writer, value.side(), JsonValueWriter::openEnum);
        writer.endArray();
    }
}
