package dev.openvenue.core.codegen;

import java.math.BigDecimal;

/**
 * Decimal numbers of a plausible size. Without a bound, a venue's {@code 1e999999999}, a text of eleven characters,
 * becomes a gigabyte of digits as soon as it is written out.
 */
public final class Decimals {
    /** How many digits a number may have before and after the decimal point when it is written out. */
    public static final int BOUND = 1_000;

    /** Room for both, a sign, a point and an exponent: longer text is not even parsed, since that would take time. */
    private static final int LONGEST = 2 * BOUND + 10;

    private Decimals() {}

    /**
     * Reads a number.
     *
     * @throws NumberFormatException if the text is not a number
     * @throws ArithmeticException if it is beyond the bound
     */
    public static BigDecimal of(String text) {
        if (text.length() > LONGEST) {
            throw beyond();
        }
        return bounded(new BigDecimal(text));
    }

    /**
     * A number's digits, never in exponent form.
     *
     * @throws ArithmeticException if it is beyond the bound
     */
    public static String plain(BigDecimal number) {
        return bounded(number).toPlainString();
    }

    private static BigDecimal bounded(BigDecimal number) {
        if (number.scale() > BOUND || (long) number.precision() - number.scale() > BOUND) {
            throw beyond();
        }
        return number;
    }

    private static ArithmeticException beyond() {
        return new ArithmeticException("a number has more than " + BOUND + " digits before or behind its point");
    }
}
