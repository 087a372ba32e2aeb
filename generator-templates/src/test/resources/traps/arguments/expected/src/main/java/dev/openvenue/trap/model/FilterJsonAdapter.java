package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonValueReader;
import dev.openvenue.core.codegen.JsonValueWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

final class FilterJsonAdapter extends JsonAdapter<Filter> {
    static final FilterJsonAdapter INSTANCE = new FilterJsonAdapter();

    private static final JsonReader.Options NAMES = JsonReader.Options.of("symbol");

    @Override
    public @Nullable Filter fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        @Nullable String symbol = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> symbol = JsonValueReader.text(reader);
                default -> {
                    reader.skipName();
                    reader.skipValue();
                }
            }
        }
        reader.endObject();
        return new Filter(symbol);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Filter value) throws IOException {
        if (value == null) {
            writer.nullValue();
            return;
        }
        writer.beginObject();
        JsonValueWriter.member(writer, "symbol", value.symbol(), JsonValueWriter::text);
        writer.endObject();
    }
}
