package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonValueReader;
import dev.openvenue.core.codegen.JsonValueWriter;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

final class LevelRowJsonAdapter extends JsonAdapter<LevelRow> {
    static final LevelRowJsonAdapter INSTANCE = new LevelRowJsonAdapter();

    @Override
    public @Nullable LevelRow fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        @Nullable BigDecimal price = null;
        @Nullable BigDecimal size = null;
        reader.beginArray();
        if (reader.hasNext()) {
            price = JsonValueReader.decimal(reader);
        }
        if (reader.hasNext()) {
            size = JsonValueReader.decimal(reader);
        }
        while (reader.hasNext()) {
            reader.skipValue();
        }
        reader.endArray();
        return new LevelRow(price, size);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable LevelRow value) throws IOException {
        if (value == null) {
            writer.nullValue();
            return;
        }
        writer.beginArray();
        JsonValueWriter.element(writer, value.price(), JsonValueWriter::decimal);
        JsonValueWriter.element(writer, value.size(), JsonValueWriter::decimal);
        writer.endArray();
    }
}
