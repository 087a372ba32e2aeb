package dev.openvenue.core.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValueWriterTest {
    private static final Instant INSTANT = Instant.parse("2026-01-02T03:04:05.678Z");

    private record Word(String wire) implements OpenEnum {}

    private interface Writing {
        void write(JsonWriter writer) throws IOException;
    }

    @Test
    void memberThatIsNullIsNotWritten() throws IOException {
        assertThat(written(writer -> {
                    writer.beginObject();
                    JsonValueWriter.member(writer, "a", "x", JsonValueWriter::text);
                    JsonValueWriter.member(writer, "b", (String) null, JsonValueWriter::text);
                    writer.endObject();
                }))
                .isEqualTo("{\"a\":\"x\"}");
    }

    @Test
    void elementThatIsNullIsANull() throws IOException {
        assertThat(written(writer -> {
                    writer.beginArray();
                    JsonValueWriter.element(writer, "x", JsonValueWriter::text);
                    JsonValueWriter.element(writer, (String) null, JsonValueWriter::text);
                    writer.endArray();
                }))
                .isEqualTo("[\"x\",null]");
    }

    @Test
    void scalarsHaveTheFormThatTheVenueExpects() throws IOException {
        assertThat(written(writer -> JsonValueWriter.text(writer, "1"))).isEqualTo("\"1\"");
        assertThat(written(writer -> JsonValueWriter.bool(writer, true))).isEqualTo("true");
        assertThat(written(writer -> JsonValueWriter.integer(writer, 17))).isEqualTo("17");
        assertThat(written(writer -> JsonValueWriter.decimal(writer, new BigDecimal("1E-8"))))
                .isEqualTo("0.00000001");
        assertThat(written(writer -> JsonValueWriter.decimalText(writer, new BigDecimal("1E+2"))))
                .isEqualTo("\"100\"");
        assertThat(written(writer -> JsonValueWriter.millis(writer, INSTANT))).isEqualTo("1767323045678");
        assertThat(written(writer -> JsonValueWriter.millisText(writer, INSTANT)))
                .isEqualTo("\"1767323045678\"");
        assertThat(written(writer -> JsonValueWriter.seconds(writer, INSTANT))).isEqualTo("1767323045");
        assertThat(written(writer -> JsonValueWriter.openEnum(writer, new Word("buy"))))
                .isEqualTo("\"buy\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-7", "12345678901234567890", "1.50"})
    void idThatIsANumberIsWrittenAsItIsSpelled(String id) throws IOException {
        assertThat(written(writer -> JsonValueWriter.id(writer, id))).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "007", "1e3", ""})
    void idThatIsNotANumberStaysText(String id) throws IOException {
        assertThat(written(writer -> JsonValueWriter.id(writer, id))).isEqualTo("\"" + id + "\"");
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "-1, -1", "news, '\"news\"'", "1.5, '\"1.5\"'", "1234567890123456789, '\"1234567890123456789\"'"
    })
    void numericEnumIsANumberIfItsWordIsOne(String wire, String json) throws IOException {
        assertThat(written(writer -> JsonValueWriter.numericEnum(writer, new Word(wire))))
                .isEqualTo(json);
    }

    @Test
    void listsAndMapsKeepTheirNulls() throws IOException {
        Map<String, @Nullable String> map = new LinkedHashMap<>();
        map.put("a", "x");
        map.put("b", null);

        assertThat(written(writer -> JsonValueWriter.list(writer, Arrays.asList("x", null), JsonValueWriter::text)))
                .isEqualTo("[\"x\",null]");
        assertThat(written(writer -> JsonValueWriter.<String>map(writer, map, JsonValueWriter::text)))
                .isEqualTo("{\"a\":\"x\",\"b\":null}");
    }

    @Test
    void anythingIsWrittenWithPlainNumbers() throws IOException {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("list", Arrays.asList("x", true, null, new BigDecimal("1E+2"), 1e-8, 7L));
        map.put("map", Map.of("a", new Word("w")));

        assertThat(written(writer -> JsonValueWriter.any(writer, map)))
                .isEqualTo("{\"list\":[\"x\",true,null,100,0.000000010,7],\"map\":{\"a\":\"Word[wire=w]\"}}");
        assertThat(written(writer -> JsonValueWriter.any(writer, List.of()))).isEqualTo("[]");
    }

    private static String written(Writing writing) throws IOException {
        Buffer json = new Buffer();
        JsonWriter writer = JsonWriter.of(json);
        writer.setSerializeNulls(true);
        writing.write(writer);
        return json.readUtf8();
    }
}
