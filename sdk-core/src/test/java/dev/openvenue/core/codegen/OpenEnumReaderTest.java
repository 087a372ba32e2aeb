package dev.openvenue.core.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class OpenEnumReaderTest {
    private record Side(String wire) implements OpenEnum {}

    private static final Side BUY = new Side("buy");
    private static final Side NONE = new Side("");
    private static final Side SEVEN = new Side("7");
    private static final OpenEnumReader<Side> READER =
            OpenEnumReader.of(OpenEnumReaderTest::of, List.of(BUY, NONE, SEVEN));

    private static Side of(String wire) {
        return wire.equals("7") ? SEVEN : new Side(wire);
    }

    @Test
    void listedValueIsItsConstantHoweverItIsSpelt() throws IOException {
        assertThat(read("[\"buy\", \"b\\u0075y\", \"\", 7, \"7\"]"))
                .satisfiesExactly(
                        value -> assertThat(value).isSameAs(BUY),
                        value -> assertThat(value).isSameAs(BUY),
                        value -> assertThat(value).isSameAs(NONE),
                        value -> assertThat(value).isSameAs(SEVEN),
                        value -> assertThat(value).isSameAs(SEVEN));
    }

    @Test
    void anyOtherValueIsKeptAndNullIsNone() throws IOException {
        assertThat(read("[\"buyer\", \"BUY\", true, 7.0, null]"))
                .containsExactly(new Side("buyer"), new Side("BUY"), new Side("true"), new Side("7.0"), null);
    }

    private static List<@Nullable Side> read(String json) throws IOException {
        JsonReader reader = JsonReader.of(new Buffer().writeUtf8(json));
        List<@Nullable Side> values = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            values.add(READER.read(reader));
        }
        reader.endArray();
        return values;
    }
}
