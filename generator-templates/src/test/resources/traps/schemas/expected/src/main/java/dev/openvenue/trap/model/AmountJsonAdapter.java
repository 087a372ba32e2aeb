package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonValueReader;
import dev.openvenue.core.codegen.JsonValueWriter;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

final class AmountJsonAdapter extends JsonAdapter<Amount> {
    static final AmountJsonAdapter INSTANCE = new AmountJsonAdapter();

    private static final JsonReader.Options NAMES = JsonReader.Options.of("free", "locked");

    @Override
    public @Nullable Amount fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        @Nullable BigDecimal free = null;
        @Nullable BigDecimal locked = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> free = JsonValueReader.decimal(reader);
                case 1 -> locked = JsonValueReader.decimal(reader);
                default -> {
                    reader.skipName();
                    reader.skipValue();
                }
            }
        }
        reader.endObject();
        return new Amount(free, locked);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Amount value) throws IOException {
        if (value == null) {
            writer.nullValue();
            return;
        }
        writer.beginObject();
        JsonValueWriter.member(writer, "free", value.free(), JsonValueWriter::decimalText);
        JsonValueWriter.member(writer, "locked", value.locked(), JsonValueWriter::decimalText);
        writer.endObject();
    }
}
