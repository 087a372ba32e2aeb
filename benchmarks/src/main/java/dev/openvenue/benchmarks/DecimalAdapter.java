package dev.openvenue.benchmarks;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What whoever uses Moshi by reflection writes first, because Moshi has no decimals. */
final class DecimalAdapter extends JsonAdapter<BigDecimal> {
    @Override
    public @Nullable BigDecimal fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        String text = reader.nextString();
        return text.isEmpty() ? null : new BigDecimal(text);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable BigDecimal value) throws IOException {
        writer.value(value == null ? null : value.toPlainString());
    }
}
