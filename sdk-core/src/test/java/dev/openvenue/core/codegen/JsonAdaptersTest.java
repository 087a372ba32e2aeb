package dev.openvenue.core.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonAdaptersTest {
    private record Word(String wire) implements OpenEnum {}

    @Test
    void anyJsonIsReadAndWritten() throws IOException {
        assertThat(JsonAdapters.ANY.fromJson("{\"a\":1.10}")).isEqualTo(Map.of("a", new BigDecimal("1.10")));
        assertThat(JsonAdapters.ANY.toJson(Map.of("a", new BigDecimal("1.10")))).isEqualTo("{\"a\":1.10}");
    }

    @Test
    void openEnumIsTextOrANumberOnTheWire() throws IOException {
        JsonAdapter<Word> text = JsonAdapters.ofEnum(Word::new, false);
        JsonAdapter<Word> number = JsonAdapters.ofEnum(Word::new, true);

        assertThat(text.fromJson("\"2\"")).isEqualTo(new Word("2"));
        assertThat(text.toJson(new Word("2"))).isEqualTo("\"2\"");
        assertThat(text.toJson(null)).isEqualTo("null");
        assertThat(number.fromJson("2")).isEqualTo(new Word("2"));
        assertThat(number.toJson(new Word("2"))).isEqualTo("2");
    }
}
