package dev.openvenue.trapv2.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonValueReader;
import dev.openvenue.core.codegen.JsonValueWriter;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class OrderPageJsonAdapter extends JsonAdapter<OrderPage> {
    static final OrderPageJsonAdapter INSTANCE = new OrderPageJsonAdapter();

    private static final JsonReader.Options NAMES = JsonReader.Options.of("hasNext", "items");

    @Override
    public @Nullable OrderPage fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        @Nullable Boolean hasNext = null;
        @Nullable List<OpenOrder> items = null;
        if (reader.peek() == JsonReader.Token.BEGIN_ARRAY) {
            items = JsonValueReader.list(reader, OpenOrderJsonAdapter.INSTANCE::fromJson);
            return new OrderPage(hasNext, items);
        }
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> hasNext = JsonValueReader.bool(reader);
                case 1 -> items = JsonValueReader.list(reader, OpenOrderJsonAdapter.INSTANCE::fromJson);
                default -> {
                    reader.skipName();
                    reader.skipValue();
                }
            }
        }
        reader.endObject();
        return new OrderPage(hasNext, items);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable OrderPage value) throws IOException {
        if (value == null) {
            writer.nullValue();
            return;
        }
        writer.beginObject();
        JsonValueWriter.member(writer, "hasNext", value.hasNext(), JsonValueWriter::bool);
        JsonValueWriter.member(
                writer,
                "items",
                value.items(),
                (w1, v1) -> JsonValueWriter.list(w1, v1, OpenOrderJsonAdapter.INSTANCE::toJson));
        writer.endObject();
    }
}
