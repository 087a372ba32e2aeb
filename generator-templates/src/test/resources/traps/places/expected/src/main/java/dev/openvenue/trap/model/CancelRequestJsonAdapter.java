package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonValueReader;
import dev.openvenue.core.codegen.JsonValueWriter;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class CancelRequestJsonAdapter extends JsonAdapter<CancelRequest> {
    static final CancelRequestJsonAdapter INSTANCE = new CancelRequestJsonAdapter();

    private static final JsonReader.Options NAMES = JsonReader.Options.of("orderList");

    @Override
    public @Nullable CancelRequest fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        @Nullable List<CancelItem> orderList = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> orderList = JsonValueReader.list(reader, CancelItemJsonAdapter.INSTANCE::fromJson);
                default -> {
                    reader.skipName();
                    reader.skipValue();
                }
            }
        }
        reader.endObject();
        return new CancelRequest(orderList);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable CancelRequest value) throws IOException {
        if (value == null) {
            writer.nullValue();
            return;
        }
        writer.beginObject();
        JsonValueWriter.member(
                writer,
                "orderList",
                value.orderList(),
                (w1, v1) -> JsonValueWriter.list(w1, v1, CancelItemJsonAdapter.INSTANCE::toJson));
        writer.endObject();
    }
}
