package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonIn;
import dev.openvenue.core.codegen.JsonOut;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

final class BookJsonAdapter extends JsonAdapter<Book> {
    static final BookJsonAdapter INSTANCE = new BookJsonAdapter();

    private static final JsonReader.Options NAMES = JsonReader.Options.of("asks", "bySymbol", "matrix");

    @Override
    public @Nullable Book fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        @Nullable List<LevelRow> asks = null;
        @Nullable Map<String, List<LevelRow>> bySymbol = null;
        @Nullable List<List<BigDecimal>> matrix = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> asks = JsonIn.list(reader, LevelRowJsonAdapter.INSTANCE::fromJson);
                case 1 -> bySymbol = JsonIn.map(reader, r1 -> JsonIn.list(r1, LevelRowJsonAdapter.INSTANCE::fromJson));
                case 2 -> matrix = JsonIn.list(reader, r1 -> JsonIn.list(r1, JsonIn::decimal));
                default -> {
                    reader.skipName();
                    reader.skipValue();
                }
            }
        }
        reader.endObject();
        return new Book(asks, bySymbol, matrix);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Book value) throws IOException {
        if (value == null) {
            writer.nullValue();
            return;
        }
        writer.beginObject();
        JsonOut.member(
                writer, "asks", value.asks(), (w1, v1) -> JsonOut.list(w1, v1, LevelRowJsonAdapter.INSTANCE::toJson));
        JsonOut.member(
                writer,
                "bySymbol",
                value.bySymbol(),
                (w2, v2) ->
                        JsonOut.map(w2, v2, (w1, v1) -> JsonOut.list(w1, v1, LevelRowJsonAdapter.INSTANCE::toJson)));
        JsonOut.member(
                writer,
                "matrix",
                value.matrix(),
                (w2, v2) -> JsonOut.list(w2, v2, (w1, v1) -> JsonOut.list(w1, v1, JsonOut::decimalText)));
        writer.endObject();
    }
}
