package dev.openvenue.core.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers have a size at which writing them out costs nothing. */
class DecimalsTest {
    @Test
    void exponentsUpToTheBoundAreRead() {
        assertThat(Decimals.plain(Decimals.of("1e999"))).hasSize(1000);
        assertThat(Decimals.plain(Decimals.of("1e-1000"))).hasSize(1002);
        assertThat(Decimals.plain(Decimals.of("9".repeat(1000)))).hasSize(1000);
        assertThat(Decimals.of("0".repeat(2_010))).isZero();
    }

    @Test
    void whatWasReadIsReadAgainFromItsDigits() {
        for (String text : new String[] {"-1e999", "1e-1000", "9".repeat(1000) + "." + "9".repeat(1000), "0e999"}) {
            assertThat(Decimals.of(Decimals.plain(Decimals.of(text)))).isEqualByComparingTo(text);
        }
    }

    @Test
    void numbersBeyondTheBoundAreRejected() {
        for (String text : new String[] {"1e1000", "1e-1001", "1e999999999", "9".repeat(1001), "0".repeat(3000)}) {
            assertThatThrownBy(() -> Decimals.of(text))
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessage("a number has more than 1000 digits before or behind its point");
        }
        assertThatThrownBy(() -> Decimals.plain(new BigDecimal("1e999999999"))).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "00",
                "-0.00",
                "0.10",
                "5.",
                ".5",
                "+5",
                "1E5",
                "1e-7",
                "007.50",
                "999999999999999999",
                "-999999999999999999",
                "1000000000000000000",
                "9223372036854775808",
                "70000.0000000000000000",
                "0.000000000000000001",
                "-0.0000000000000000001",
                "123456789012345678.901234567890123456",
                "-123456789012345678901234567890123456",
                "-12345678901234567.8901234567890123456",
                "1234567890123456789012345678901234567"
            })
    void numberIsWhatJavaReadsWithEveryDigitAndPlace(String text) {
        assertThat(Decimals.of(text)).isEqualTo(new BigDecimal(text)).hasToString(new BigDecimal(text).toString());
        assertThat(Decimals.of(text).precision()).isEqualTo(new BigDecimal(text).precision());
        assertThat(Decimals.of(text)).hasSameHashCodeAs(new BigDecimal(text));
    }

    @Test
    void anyNumberOfDigitsAndPlacesIsWhatJavaReads() {
        Random random = new Random(13);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "-" : "");
            random.ints(1 + random.nextInt(40), '0', '9' + 1).forEach(digit -> text.append((char) digit));
            text.append('.').append(random.nextInt(1_000));
            assertThat(Decimals.of(text.toString())).isEqualTo(new BigDecimal(text.toString()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lots", "", "-", ".", "-.", "1-", "1.2.3", "--1", "1 ", "1e", "0x1"})
    void wordsAreNoNumbers(String text) {
        assertThatThrownBy(() -> Decimals.of(text)).isInstanceOf(NumberFormatException.class);
    }
}
