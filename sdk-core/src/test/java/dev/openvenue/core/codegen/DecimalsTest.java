package dev.openvenue.core.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

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

    @Test
    void wordsAreNoNumbers() {
        assertThatThrownBy(() -> Decimals.of("lots")).isInstanceOf(NumberFormatException.class);
    }
}
