package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonValueWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

final class LegJsonAdapter extends JsonAdapter<Leg> {
    static final LegJsonAdapter INSTANCE = new LegJsonAdapter();

    private static final JsonReader.Options NAMES = JsonReader.Options.of("force");

    @Override
    public @Nullable Leg fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        @Nullable Force force = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> force = Force.READER.read(reader);
                default -> {
                    reader.skipName();
                    reader.skipValue();
                }
            }
        }
        reader.endObject();
        return new Leg(force);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Leg value) throws IOException {
        if (value == null) {
            writer.nullValue();
            return;
        }
        writer.beginObject();
        JsonValueWriter.member(writer, "force", value.force(), JsonValueWriter::openEnum);
        writer.endObject();
    }
}
