package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonIn;
import dev.openvenue.core.codegen.JsonOut;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

final class HostileJsonAdapter extends JsonAdapter<Hostile> {
    static final HostileJsonAdapter INSTANCE = new HostileJsonAdapter();

    private static final JsonReader.Options NAMES = JsonReader.Options.of("a", "b", "c", "d", "e", "f");

    @Override
    public @Nullable Hostile fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        @Nullable String a = null;
        @Nullable String b = null;
        @Nullable String c = null;
        @Nullable String d = null;
        @Nullable HostileSide e = null;
        @Nullable String f = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> a = JsonIn.text(reader);
                case 1 -> b = JsonIn.text(reader);
                case 2 -> c = JsonIn.text(reader);
                case 3 -> d = JsonIn.text(reader);
                case 4 -> e = JsonIn.openEnum(reader, HostileSide::of);
                case 5 -> f = JsonIn.text(reader);
                default -> {
                    reader.skipName();
                    reader.skipValue();
                }
            }
        }
        reader.endObject();
        return new Hostile(a, b, c, d, e, f);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Hostile value) throws IOException {
        if (value == null) {
            writer.nullValue();
            return;
        }
        writer.beginObject();
        JsonOut.member(writer, "a", value.a(), JsonOut::text);
        JsonOut.member(writer, "b", value.b(), JsonOut::text);
        JsonOut.member(writer, "c", value.c(), JsonOut::text);
        JsonOut.member(writer, "d", value.d(), JsonOut::text);
        JsonOut.member(writer, "e", value.e(), JsonOut::openEnum);
        JsonOut.member(writer, "f", value.f(), JsonOut::text);
        writer.endObject();
    }
}
