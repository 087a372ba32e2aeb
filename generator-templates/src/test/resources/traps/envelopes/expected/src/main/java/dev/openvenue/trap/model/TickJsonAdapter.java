package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonValueReader;
import dev.openvenue.core.codegen.JsonValueWriter;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

final class TickJsonAdapter extends JsonAdapter<Tick> {
    static final TickJsonAdapter INSTANCE = new TickJsonAdapter();

    private static final JsonReader.Options NAMES = JsonReader.Options.of("last");

    @Override
    public @Nullable Tick fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        @Nullable BigDecimal last = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> last = JsonValueReader.decimal(reader);
                default -> {
                    reader.skipName();
                    reader.skipValue();
                }
            }
        }
        reader.endObject();
        return new Tick(last);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Tick value) throws IOException {
        if (value == null) {
            writer.nullValue();
            return;
        }
        writer.beginObject();
        JsonValueWriter.member(writer, "last", value.last(), JsonValueWriter::decimalText);
        writer.endObject();
    }
}
