package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonValueReader;
import dev.openvenue.core.codegen.JsonValueWriter;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class CancelResultJsonAdapter extends JsonAdapter<CancelResult> {
    static final CancelResultJsonAdapter INSTANCE = new CancelResultJsonAdapter();

    private static final JsonReader.Options NAMES = JsonReader.Options.of("ok", "failed");

    @Override
    public @Nullable CancelResult fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        @Nullable List<OrderRow> ok = null;
        @Nullable List<OrderRow> failed = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> ok = JsonValueReader.list(reader, OrderRowJsonAdapter.INSTANCE::fromJson);
                case 1 -> failed = JsonValueReader.list(reader, OrderRowJsonAdapter.INSTANCE::fromJson);
                default -> {
                    reader.skipName();
                    reader.skipValue();
                }
            }
        }
        reader.endObject();
        return new CancelResult(ok, failed);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable CancelResult value) throws IOException {
        if (value == null) {
            writer.nullValue();
            return;
        }
        writer.beginObject();
        JsonValueWriter.member(
                writer,
                "ok",
                value.ok(),
                (w1, v1) -> JsonValueWriter.list(w1, v1, OrderRowJsonAdapter.INSTANCE::toJson));
        JsonValueWriter.member(
                writer,
                "failed",
                value.failed(),
                (w1, v1) -> JsonValueWriter.list(w1, v1, OrderRowJsonAdapter.INSTANCE::toJson));
        writer.endObject();
    }
}
