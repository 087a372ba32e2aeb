package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonValueReader;
import dev.openvenue.core.codegen.JsonValueWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

final class NewOrderJsonAdapter extends JsonAdapter<NewOrder> {
    static final NewOrderJsonAdapter INSTANCE = new NewOrderJsonAdapter();

    private static final JsonReader.Options NAMES = JsonReader.Options.of("coin", "force", "market", "clientOid");

    @Override
    public @Nullable NewOrder fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        @Nullable String coin = null;
        @Nullable String force = null;
        @Nullable String market = null;
        @Nullable String clientOid = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> coin = JsonValueReader.text(reader);
                case 1 -> force = JsonValueReader.text(reader);
                case 2 -> market = JsonValueReader.text(reader);
                case 3 -> clientOid = JsonValueReader.text(reader);
                default -> {
                    reader.skipName();
                    reader.skipValue();
                }
            }
        }
        reader.endObject();
        return new NewOrder(coin, force, market, clientOid);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable NewOrder value) throws IOException {
        if (value == null) {
            writer.nullValue();
            return;
        }
        writer.beginObject();
        JsonValueWriter.member(writer, "coin", value.coin(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "force", value.force(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "market", value.market(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "clientOid", value.clientOid(), JsonValueWriter::text);
        writer.endObject();
    }
}
