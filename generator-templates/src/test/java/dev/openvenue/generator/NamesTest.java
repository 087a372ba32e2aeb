package dev.openvenue.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource({
        "symbol, symbol",
        "err-code, errCode",
        "order_id, orderId",
        "AccessKeyId, accessKeyId",
        "URL, url",
        "orderID, orderID",
        "3dPrinter, n3dPrinter",
        "default, defaultValue",
        "null, nullValue",
        "hashCode, hashCodeValue",
        "toBuilder, toBuilderValue",
        "--, n"
    })
    void namesOfTheWireBecomeVariables(String wire, String variable) {
        assertThat(Names.camel(wire)).isEqualTo(variable);
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource({
        "partially_filled, PARTIALLY_FILLED",
        "buy-limit, BUY_LIMIT",
        "partialFilled, PARTIAL_FILLED",
        "1min, N_1MIN",
        "-1, MINUS_1",
        "class, CLASS",
        "%, SYMBOL",
        "'', EMPTY",
        "_hidden_, HIDDEN"
    })
    void valuesOfTheWireBecomeConstants(String wire, String constant) {
        assertThat(Names.constant(wire)).isEqualTo(constant);
    }

    @Test
    void aVariableIsTheSameEachTimeItIsAskedFor() {
        Names names = new Names();

        assertThat(names.variable("order-id")).isEqualTo("orderId");
        assertThat(names.variable("orderId")).isEqualTo("orderId2");
        assertThat(names.variable("order_id")).isEqualTo("orderId3");
        assertThat(names.variable("order-id")).isEqualTo("orderId");
    }

    @Test
    void aWordThatIsTakenGetsANumber() {
        Names names = new Names();

        assertThat(names.variable("request")).isEqualTo("request");
        assertThat(names.unused("request")).isEqualTo("request2");
    }

    @Test
    void literalsAreEscaped() {
        assertThat(Names.literal("a\"b\\c\n\t\ré\u0001")).isEqualTo("\"a\\\"b\\\\c\\n\\t\\r\\u00e9\\u0001\"");
    }

    @Test
    void numbersAreNeverInExponentForm() {
        assertThat(Names.literal(new BigDecimal("1E-8"))).isEqualTo("\"0.00000001\"");
        assertThat(Names.literal(new BigDecimal("1E+3"))).isEqualTo("\"1000\"");
        assertThat(Names.literal((BigDecimal) null)).isEqualTo("\"\"");
    }
}
