package dev.openvenue.core;

import dev.openvenue.core.codegen.Decimals;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Converts JSON-like values to scalar arguments. Stricter than the readers of responses: empty text in place of a
 * number is invalid and not treated as absent, since an absent argument may widen a call to everything.
 */
final class ScalarConverter {
    private final String operation;

    ScalarConverter(String operation) {
        this.operation = operation;
    }

    /** Converts the value to the type; null if the type is not a scalar. */
    @Nullable
    Object of(String name, Class<?> type, Object value) {
        if (type == String.class) {
            return text(name, value);
        } else if (type == Boolean.class) {
            return flag(name, value);
        } else if (type == BigDecimal.class) {
            return number(name, "a decimal number", value);
        } else if (type == Integer.class) {
            return whole(name, "a whole number of 32 bits", value, BigDecimal::intValueExact);
        } else if (type == Long.class) {
            return whole(name, "a whole number of 64 bits", value, BigDecimal::longValueExact);
        } else if (type == Instant.class) {
            return whole(name, "a time in epoch milliseconds", value, n -> Instant.ofEpochMilli(n.longValueExact()));
        }
        return null;
    }

    String text(String name, Object value) {
        if (value instanceof BigDecimal number) {
            return plain(name, number);
        }
        if (value instanceof CharSequence || value instanceof Boolean || isWhole(value)) {
            return value.toString();
        }
        throw unfit(name, "text", value);
    }

    private String plain(String name, BigDecimal number) {
        try {
            return Decimals.plain(number);
        } catch (ArithmeticException e) {
            throw unfit(name, "text", number);
        }
    }

    private Boolean flag(String name, Object value) {
        return switch (value.toString()) {
            case "true", "True" -> true;
            case "false", "False" -> false;
            default -> throw unfit(name, "true or false", value);
        };
    }

    private BigDecimal number(String name, String kind, Object value) {
        if (value instanceof BigDecimal number) {
            return number;
        }
        if (!(value instanceof CharSequence) && !isWhole(value)) {
            throw unfit(name, kind, value);
        }
        try {
            return new BigDecimal(value.toString());
        } catch (NumberFormatException e) {
            throw unfit(name, kind, value);
        }
    }

    private interface Narrowing {
        Object of(BigDecimal number);
    }

    private Object whole(String name, String kind, Object value, Narrowing narrowing) {
        try {
            return narrowing.of(number(name, kind, value));
        } catch (ArithmeticException e) {
            throw unfit(name, kind, value);
        }
    }

    private static boolean isWhole(Object value) {
        return value instanceof Integer
                || value instanceof Long
                || value instanceof BigInteger
                || value instanceof Short;
    }

    IllegalArgumentException unfit(String name, String kind, Object value) {
        return new IllegalArgumentException(
                operation + " takes " + kind + " as " + name + " but was given " + shown(value));
    }

    private static String shown(Object value) {
        if (value instanceof CharSequence) {
            return "'" + value + "'";
        } else if (value instanceof Iterable) {
            return "a list";
        } else if (value instanceof Map) {
            return "an object";
        }
        return value + " (" + value.getClass().getSimpleName() + ")";
    }
}
