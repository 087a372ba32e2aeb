package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonValueReader;
import dev.openvenue.core.codegen.JsonValueWriter;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

final class FlatJsonAdapter extends JsonAdapter<Flat> {
    static final FlatJsonAdapter INSTANCE = new FlatJsonAdapter();

    private static final JsonReader.Options NAMES = JsonReader.Options.of("free", "locked", "coin", "deep");

    @Override
    public @Nullable Flat fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        @Nullable String free = null;
        @Nullable BigDecimal locked = null;
        @Nullable String coin = null;
        @Nullable String deep = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> free = JsonValueReader.text(reader);
                case 1 -> locked = JsonValueReader.decimal(reader);
                case 2 -> coin = JsonValueReader.text(reader);
                case 3 -> deep = JsonValueReader.text(reader);
                default -> {
                    reader.skipName();
                    reader.skipValue();
                }
            }
        }
        reader.endObject();
        return new Flat(free, locked, coin, deep);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Flat value) throws IOException {
        if (value == null) {
            writer.nullValue();
            return;
        }
        writer.beginObject();
        JsonValueWriter.member(writer, "free", value.free(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "locked", value.locked(), JsonValueWriter::decimalText);
        JsonValueWriter.member(writer, "coin", value.coin(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "deep", value.deep(), JsonValueWriter::text);
        writer.endObject();
    }
}
