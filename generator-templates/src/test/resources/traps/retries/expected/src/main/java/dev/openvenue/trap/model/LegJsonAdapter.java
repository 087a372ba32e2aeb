package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonIn;
import dev.openvenue.core.codegen.JsonOut;
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
                case 0 -> force = JsonIn.openEnum(reader, Force::of);
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
        JsonOut.member(writer, "force", value.force(), JsonOut::openEnum);
        writer.endObject();
    }
}
