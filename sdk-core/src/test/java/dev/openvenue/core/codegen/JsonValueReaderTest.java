package dev.openvenue.core.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValueReaderTest {
    private record Word(String wire) implements OpenEnum {}

    @ParameterizedTest
    @CsvSource({"'\"a\"', a", "1.50, 1.50", "1e3, 1e3", "true, true", "false, false", "'\"\"', ''", "null, "})
    void textKeepsTheSpellingOfNumbersAndFlags(String json, @Nullable String text) throws IOException {
        assertThat(read(json, JsonValueReader::text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "12345678901234567890, 12345678901234567890",
        "1e3, 1000",
        "'\"1e3\"', 1e3",
        "'\" 7 \"', 7",
        "'\"abc-1\"', abc-1",
        "'\"\"', ",
        "'\" \"', ",
        "null, "
    })
    void idIsTextInPlainDigits(String json, @Nullable String id) throws IOException {
        assertThat(read(json, JsonValueReader::id)).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({
        "true, true",
        "false, false",
        "'\"True\"', true",
        "'\"FALSE\"', false",
        "1, true",
        "'\"0\"', false",
        "'\"\"', ",
        "null, "
    })
    void flagMayBeTextOrANumber(String json, @Nullable Boolean flag) throws IOException {
        assertThat(read(json, JsonValueReader::bool)).isEqualTo(flag);
    }

    @ParameterizedTest
    @CsvSource({"0.10, 0.10", "'\"0.10\"', 0.10", "'\" 1e3 \"', 1E+3", "'\"\"', ", "null, "})
    void decimalMayBeTextAndEmptyTextIsNone(String json, @Nullable BigDecimal decimal) throws IOException {
        assertThat(read(json, JsonValueReader::decimal)).isEqualTo(decimal);
    }

    @Test
    void wholeNumbersFillTheirBits() throws IOException {
        assertThat(read("\"2147483647\"", JsonValueReader::int32)).isEqualTo(Integer.MAX_VALUE);
        assertThat(read("9223372036854775807", JsonValueReader::int64)).isEqualTo(Long.MAX_VALUE);
        assertThat(read("1.0", JsonValueReader::int32)).isEqualTo(1);
        assertThat(read("null", JsonValueReader::int32)).isNull();
        assertThat(read("null", JsonValueReader::int64)).isNull();
    }

    @Test
    void instantsAreEpochMillisecondsOrSeconds() throws IOException {
        assertThat(read("1767323045678", JsonValueReader::millis)).isEqualTo(Instant.parse("2026-01-02T03:04:05.678Z"));
        assertThat(read("\"1767323045\"", JsonValueReader::seconds)).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(read("\"\"", JsonValueReader::millis)).isNull();
        assertThat(read("null", JsonValueReader::seconds)).isNull();
    }

    @Test
    void openEnumKeepsWhatItDoesNotKnow() throws IOException {
        assertThat(read("\"news\"", reader -> JsonValueReader.openEnum(reader, Word::new)))
                .isEqualTo(new Word("news"));
        assertThat(read("3", reader -> JsonValueReader.openEnum(reader, Word::new)))
                .isEqualTo(new Word("3"));
        assertThat(read("null", reader -> JsonValueReader.openEnum(reader, Word::new)))
                .isNull();
    }

    @Test
    void listsAndMapsKeepTheirNullsAndCannotBeChanged() throws IOException {
        Map<String, @Nullable String> expected = new LinkedHashMap<>();
        expected.put("a", "1");
        expected.put("b", null);

        assertThat(JsonValueReader.list(reader("[\"a\",null]"), JsonValueReader::text))
                .containsExactly("a", null)
                .isUnmodifiable();
        assertThat(JsonValueReader.map(reader("{\"a\":1,\"b\":null}"), JsonValueReader::text))
                .isEqualTo(expected)
                .isUnmodifiable();
        assertThat(JsonValueReader.list(reader("null"), JsonValueReader::text)).isNull();
        assertThat(JsonValueReader.map(reader("null"), JsonValueReader::text)).isNull();
    }

    @Test
    void readingEndsBehindTheListAndTheMap() throws IOException {
        JsonReader reader = reader("[[1],{\"a\":1},2]");
        reader.beginArray();
        JsonValueReader.list(reader, JsonValueReader::text);
        JsonValueReader.map(reader, JsonValueReader::text);

        assertThat(JsonValueReader.text(reader)).isEqualTo("2");
    }

    @Test
    void anyJsonIsReadWithExactNumbers() throws IOException {
        Map<String, @Nullable Object> expected = new LinkedHashMap<>();
        expected.put("a", Arrays.asList(new BigDecimal("1.10"), true, "x", null));
        expected.put("b", Map.of("c", false));

        assertThat(read("{\"a\":[1.10,true,\"x\",null],\"b\":{\"c\":false}}", JsonValueReader::any))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            decimal | "much"                | Expected a number but was 'much' at $.a
            decimal | 1e1000                | Expected a number of at most 1000 digits and places but was '1e1000' at $.a
            id      | 1e1000                | Expected a number of at most 1000 digits and places but was '1e1000' at $.a
            any     | 1e1000                | Expected a number of at most 1000 digits and places but was '1e1000' at $.a
            bool    | "maybe"               | Expected true or false but was 'maybe' at $.a
            int32   | 2147483648            | Expected a whole number of 32 bits but was '2147483648' at $.a
            int64   | 1.5                   | Expected a whole number of 64 bits but was '1.5' at $.a
            millis  | 9223372036854775808   | Expected a whole number of 64 bits but was '9223372036854775808' at $.a
            seconds | 9223372036854775807   | Expected a time in epoch seconds but was '9223372036854775807' at $.a
            """)
    void whatDoesNotFitIsNamedWithItsPath(String form, String json, String message) throws IOException {
        JsonReader reader = reader("{\"a\":" + json + "}");
        reader.beginObject();
        assertThat(reader.nextName()).isEqualTo("a");

        assertThatThrownBy(() -> form(form).read(reader))
                .isInstanceOf(JsonDataException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 41})
    void ofAWrongTextFortyCharactersAreShown(int length) {
        String shown = "x".repeat(40) + (length > 40 ? "…" : "");

        assertThatThrownBy(() -> read("\"" + "x".repeat(length) + "\"", JsonValueReader::decimal))
                .hasMessage("Expected a number but was '" + shown + "' at $");
    }

    private static JsonValueReader.Reader<?> form(String name) {
        return switch (name) {
            case "decimal" -> JsonValueReader::decimal;
            case "id" -> JsonValueReader::id;
            case "any" -> JsonValueReader::any;
            case "bool" -> JsonValueReader::bool;
            case "int32" -> JsonValueReader::int32;
            case "int64" -> JsonValueReader::int64;
            case "millis" -> JsonValueReader::millis;
            case "seconds" -> JsonValueReader::seconds;
            default -> throw new AssertionError(name);
        };
    }

    private static @Nullable Object read(String json, JsonValueReader.Reader<?> form) throws IOException {
        return form.read(reader(json));
    }

    private static JsonReader reader(String json) {
        return JsonReader.of(new Buffer().writeUtf8(json));
    }
}
