package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.Wire;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

final class CandleRowJsonAdapter extends JsonAdapter<CandleRow> {
    static final CandleRowJsonAdapter INSTANCE = new CandleRowJsonAdapter();

    @Override
    public CandleRow fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        Instant openTime = null;
        BigDecimal open = null;
        Long trades = null;
        List<LevelRow> levels = null;
        RowSide side = null;
        reader.beginArray();
        if (reader.hasNext()) {
            openTime = Wire.millis(reader);
        }
        if (reader.hasNext()) {
            open = Wire.decimal(reader);
        }
        if (reader.hasNext()) {
            trades = Wire.int64(reader);
        }
        if (reader.hasNext()) {
            levels = Wire.list(reader, LevelRowJsonAdapter.INSTANCE::fromJson);
        }
        if (reader.hasNext()) {
            side = Wire.openEnum(reader, RowSide::of);
        }
        while (reader.hasNext()) {
            reader.skipValue();
        }
        reader.endArray();
        return new CandleRow(openTime, open, trades, levels, side);
    }

    @Override
    public void toJson(JsonWriter writer, CandleRow value) throws IOException {
        if (value == null) {
            writer.nullValue();
            return;
        }
        writer.beginArray();
        Wire.element(writer, value.openTime(), Wire::millisText);
        Wire.element(writer, value.open(), Wire::decimalText);
        Wire.element(writer, value.trades(), Wire::integer);
        Wire.element(writer, value.levels(), (w1, v1) -> Wire.list(w1, v1, LevelRowJsonAdapter.INSTANCE::toJson));
        Wire.element(writer, value.side(), Wire::openEnum);
        writer.endArray();
    }
}
