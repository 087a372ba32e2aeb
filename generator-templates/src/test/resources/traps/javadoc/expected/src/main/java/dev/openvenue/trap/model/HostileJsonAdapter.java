package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.Wire;
import java.io.IOException;

final class HostileJsonAdapter extends JsonAdapter<Hostile> {
    static final HostileJsonAdapter INSTANCE = new HostileJsonAdapter();

    private static final JsonReader.Options NAMES = JsonReader.Options.of(
            "a",
            "b",
            "c",
            "d",
            "e",
            "f");

    @Override
    public Hostile fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        String a = null;
        String b = null;
        String c = null;
        String d = null;
        HostileSide e = null;
        String f = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> a = Wire.text(reader);
                case 1 -> b = Wire.text(reader);
                case 2 -> c = Wire.text(reader);
                case 3 -> d = Wire.text(reader);
                case 4 -> e = Wire.openEnum(reader, HostileSide::of);
                case 5 -> f = Wire.text(reader);
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
    public void toJson(JsonWriter writer, Hostile value) throws IOException {
        if (value == null) {
            writer.nullValue();
            return;
        }
        writer.beginObject();
        Wire.member(writer, "a", value.a(), Wire::text);
        Wire.member(writer, "b", value.b(), Wire::text);
        Wire.member(writer, "c", value.c(), Wire::text);
        Wire.member(writer, "d", value.d(), Wire::text);
        Wire.member(writer, "e", value.e(), Wire::openEnum);
        Wire.member(writer, "f", value.f(), Wire::text);
        writer.endObject();
    }
}
