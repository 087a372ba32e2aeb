package dev.openvenue.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import java.io.IOException;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StandardAdaptersTest {
    private final Moshi moshi = new Moshi.Builder().add(new StandardAdapters()).build();

    @Test
    void textKeepsTheSpellingOfNumbersAndFlags() throws IOException {
        assertThat(read(String.class, "1234567890123456789.10")).isEqualTo("1234567890123456789.10");
        assertThat(read(String.class, "true")).isEqualTo("true");
        assertThat(read(String.class, "null")).isNull();
    }

    @Test
    void numbersMayBeText() throws IOException {
        assertThat(read(BigDecimal.class, "\"0.10\"")).isEqualTo(new BigDecimal("0.10"));
        assertThat(read(Integer.class, "\"17\"")).isEqualTo(17);
        assertThat(read(Long.class, "9007199254740993")).isEqualTo(9007199254740993L);
        assertThat(read(BigDecimal.class, "\"\"")).isNull();
    }

    @Test
    void flagsMayBeTextOrNumbers() throws IOException {
        assertThat(read(Boolean.class, "\"True\"")).isEqualTo(true);
        assertThat(read(Boolean.class, "0")).isEqualTo(false);
    }

    @Test
    void timesAreMilliseconds() throws IOException {
        assertThat(read(Instant.class, "\"1767323045678\"")).isEqualTo(SampleVenue.NOW);
        assertThat(write(Instant.class, SampleVenue.NOW)).isEqualTo("1767323045678");
    }

    @Test
    void decimalsAreWrittenPlain() {
        assertThat(write(BigDecimal.class, new BigDecimal("1E-8"))).isEqualTo("0.00000001");
    }

    @Test
    void listsKeepTheirNulls() throws IOException {
        Type texts = Types.newParameterizedType(List.class, String.class);

        assertThat(read(texts, "[\"a\",null,1]")).isEqualTo(Arrays.asList("a", null, "1"));
        assertThat(write(texts, Arrays.asList("a", null))).isEqualTo("[\"a\",null]");
    }

    @Test
    void mapsTakeTheLastOfRepeatedNames() throws IOException {
        Type prices = Types.newParameterizedType(Map.class, String.class, BigDecimal.class);

        assertThat(read(prices, "{\"a\":1,\"b\":2,\"a\":3}"))
                .isEqualTo(Map.of("a", new BigDecimal("3"), "b", new BigDecimal("2")));
        assertThat(write(prices, Map.of("a", new BigDecimal("1E+2")))).isEqualTo("{\"a\":100}");
    }

    @Test
    void anythingIsReadWithExactNumbers() throws IOException {
        assertThat(read(Object.class, "{\"a\":[1.10,true,\"x\",null]}"))
                .isEqualTo(Map.of("a", Arrays.asList(new BigDecimal("1.10"), true, "x", null)));
    }

    @Test
    void nothingIsReadFromAnything() throws IOException {
        assertThat(read(Void.class, "{\"a\":[1]}")).isNull();
    }

    private @Nullable Object read(Type type, String json) throws IOException {
        return moshi.adapter(type).fromJson(json);
    }

    private String write(Type type, Object value) {
        JsonAdapter<Object> adapter = moshi.adapter(type);
        return adapter.toJson(value);
    }
}
