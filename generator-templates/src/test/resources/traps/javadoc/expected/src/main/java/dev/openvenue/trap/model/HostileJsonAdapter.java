package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonValueReader;
import dev.openvenue.core.codegen.JsonValueWriter;
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
                case 0 -> a = JsonValueReader.text(reader);
                case 1 -> b = JsonValueReader.text(reader);
                case 2 -> c = JsonValueReader.text(reader);
                case 3 -> d = JsonValueReader.text(reader);
                case 4 -> e = HostileSide.READER.read(reader);
                case 5 -> f = JsonValueReader.text(reader);
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
        JsonValueWriter.member(writer, "a", value.a(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "b", value.b(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "c", value.c(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "d", value.d(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "e", value.e(), JsonValueWriter::openEnum);
        JsonValueWriter.member(writer, "f", value.f(), JsonValueWriter::text);
        writer.endObject();
    }
}
