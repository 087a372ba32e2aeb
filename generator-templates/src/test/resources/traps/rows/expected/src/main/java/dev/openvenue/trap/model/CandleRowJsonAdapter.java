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
            openTime = JsonIn.millis(reader);
        }
        if (reader.hasNext()) {
            open = JsonIn.decimal(reader);
        }
        if (reader.hasNext()) {
            trades = JsonIn.int64(reader);
        }
        if (reader.hasNext()) {
            levels = JsonIn.list(reader, LevelRowJsonAdapter.INSTANCE::fromJson);
        }
        if (reader.hasNext()) {
            side = JsonIn.openEnum(reader, RowSide::of);
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
        JsonOut.element(writer, value.openTime(), JsonOut::millisText);
        JsonOut.element(writer, value.open(), JsonOut::decimalText);
        JsonOut.element(writer, value.trades(), JsonOut::integer);
        JsonOut.element(writer, value.levels(), (w1, v1) -> JsonOut.list(w1, v1, LevelRowJsonAdapter.INSTANCE::toJson));
        JsonOut.element(writer, value.side(), JsonOut::openEnum);
        writer.endArray();
    }
}
