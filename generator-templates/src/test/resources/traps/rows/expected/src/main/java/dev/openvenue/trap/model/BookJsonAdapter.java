package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonValueReader;
import dev.openvenue.core.codegen.JsonValueWriter;
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
                case 0 -> asks = JsonValueReader.list(reader, LevelRowJsonAdapter.INSTANCE::fromJson);
                case 1 ->
                    bySymbol = JsonValueReader.map(
                            reader, r1 -> JsonValueReader.list(r1, LevelRowJsonAdapter.INSTANCE::fromJson));
                case 2 ->
                    matrix = JsonValueReader.list(reader, r1 -> JsonValueReader.list(r1, JsonValueReader::decimal));
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
        JsonValueWriter.member(
                writer,
                "asks",
                value.asks(),
                (w1, v1) -> JsonValueWriter.list(w1, v1, LevelRowJsonAdapter.INSTANCE::toJson));
        JsonValueWriter.member(
                writer,
                "bySymbol",
                value.bySymbol(),
                (w2, v2) -> JsonValueWriter.map(
                        w2, v2, (w1, v1) -> JsonValueWriter.list(w1, v1, LevelRowJsonAdapter.INSTANCE::toJson)));
        JsonValueWriter.member(
                writer,
                "matrix",
                value.matrix(),
                (w2, v2) -> JsonValueWriter.list(
                        w2, v2, (w1, v1) -> JsonValueWriter.list(w1, v1, JsonValueWriter::decimalText)));
        writer.endObject();
    }
}
