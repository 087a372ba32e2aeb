package dev.openvenue.core.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JsonTreeTest {
    @Test
    void pointNamesTheValueItself() {
        assertThat(JsonTree.at("a", ".")).isEqualTo("a");
        assertThat(JsonTree.at(Map.of("a", 1), "a")).isEqualTo(1);
        assertThat(JsonTree.at("a", "a")).isNull();
    }

    @Test
    void listIsWholeOnlyIfNoElementIsNull() {
        assertThat(JsonTree.whole(List.of())).isEmpty();
        assertThat(JsonTree.whole(List.of("a", "b"))).containsExactly("a", "b");
        assertThat(JsonTree.whole(Arrays.asList("a", null))).isNull();
        assertThat(JsonTree.whole(Map.of("a", 1))).containsExactly(Map.of("a", 1));
        assertThat(JsonTree.whole(null)).isNull();
    }

    @Test
    void textOfANumberIsWrittenOutUpToAHundredZeros() {
        assertThat(JsonTree.text(new BigDecimal("1e100"))).isEqualTo("1" + "0".repeat(100));
        assertThat(JsonTree.text(new BigDecimal("1e101"))).isEqualTo("1E+101");
        assertThat(JsonTree.text(new BigDecimal("1e-100"))).isEqualTo("0." + "0".repeat(99) + "1");
        assertThat(JsonTree.text(new BigDecimal("1e-101"))).isEqualTo("1E-101");
        assertThat(JsonTree.text(new BigDecimal("1e-2147483647"))).isEqualTo("1E-2147483647");
    }

    @Test
    void textOfAScalarIsStrippedAndOfAnythingElseAbsent() {
        assertThat(JsonTree.text(7)).isEqualTo("7");
        assertThat(JsonTree.text(true)).isEqualTo("true");
        assertThat(JsonTree.text(" a ")).isEqualTo("a");
        assertThat(JsonTree.text(" ")).isNull();
        assertThat(JsonTree.text(List.of("a"))).isNull();
        assertThat(JsonTree.text(null)).isNull();
        assertThat(JsonTree.text(Map.of("a", 1), null)).isNull();
    }
}
