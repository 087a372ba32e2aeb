package dev.openvenue.core.codegen;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Decimal numbers of a plausible size. Without a bound, a venue's {@code 1e999999999}, a text of eleven characters,
 * becomes a gigabyte of digits as soon as it is written out.
 */
public final class Decimals {
    /** How many digits a number may have before and after the decimal point when it is written out. */
    public static final int BOUND = 1_000;

    /** Room for both, a sign, a point and an exponent: longer text is not even parsed, since that would take time. */
    private static final int LONGEST = 2 * BOUND + 10;

    /** How many digits fit a {@code long} whatever they are. */
    private static final int HALF = 18;

    private Decimals() {}

    /**
     * Reads a number.
     *
     * @throws NumberFormatException if the text is not a number
     * @throws ArithmeticException if it is beyond the bound
     */
    public static BigDecimal of(String text) {
        BigDecimal common = common(text);
        if (common != null) {
            return common;
        }
        if (text.length() > LONGEST) {
            throw beyond();
        }
        return bounded(new BigDecimal(text));
    }

    /**
     * Reads nearly all numbers that venues send several times as fast: up to 36 digits, perhaps a minus before and a
     * point between them. Null for whatever else.
     */
    private static @Nullable BigDecimal common(String text) {
        int length = text.length();
        int first = length > 0 && text.charAt(0) == '-' ? 1 : 0;
        if (length > 2 * HALF || length == first) {
            return null;
        }
        long high = 0;
        long low = 0;
        long power = 1;
        int count = 0;
        int point = length - 1;
        for (int i = first; i < length; i++) {
            int character = text.charAt(i);
            if (character == '.' && point == length - 1 && i > first && i < length - 1) {
                point = i;
            } else if (character < '0' || character > '9') {
                return null;
            } else if (count++ < HALF) {
                high = 10 * high + character - '0';
            } else {
                low = 10 * low + character - '0';
                power *= 10;
            }
        }
        int sign = first == 0 ? 1 : -1;
        int scale = length - 1 - point;
        if (count <= HALF) {
            return BigDecimal.valueOf(sign * high, scale);
        }
        BigInteger most = BigInteger.valueOf(sign * high).multiply(BigInteger.valueOf(power));
        return new BigDecimal(most.add(BigInteger.valueOf(sign * low)), scale);
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
