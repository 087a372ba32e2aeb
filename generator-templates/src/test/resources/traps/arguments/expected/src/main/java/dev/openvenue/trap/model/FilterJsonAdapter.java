package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonIn;
import dev.openvenue.core.codegen.JsonOut;
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
                case 0 -> symbol = JsonIn.text(reader);
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
        JsonOut.member(writer, "symbol", value.symbol(), JsonOut::text);
        writer.endObject();
    }
}
