package dev.openvenue.core;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import dev.openvenue.core.codegen.Decimals;
import dev.openvenue.core.codegen.OpenEnum;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Converts JSON-like values to the types of generated methods. A value that the conversion would change or drop is
 * invalid. Stricter than the readers of responses: empty text in place of a number is invalid and not treated as
 * absent, since an absent argument may widen a call to everything.
 */
final class ArgumentConverter {
    private final String operation;
    private final Moshi moshi;

    ArgumentConverter(String operation, Moshi moshi) {
        this.operation = operation;
        this.moshi = moshi;
    }

    /** Converts the value to the type; the name is for messages, empty for an object whose fields are the arguments. */
    Object of(String name, Type type, Object value) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            return list(name, generic.getActualTypeArguments()[0], value);
        }
        if (!(type instanceof Class<?> target)) {
            return model(name, type, value);
        }
        if (target.isInstance(value)) {
            return value;
        } else if (OpenEnum.class.isAssignableFrom(target)) {
            return openEnum(target, text(name, value));
        }
        Object scalar = scalar(name, target, value);
        return scalar == null ? model(name, target, value) : scalar;
    }

    private List<@Nullable Object> list(String name, Type element, Object value) {
        if (!(value instanceof Iterable<?> items)) {
            throw unfit(name, "a list", value);
        }
        List<@Nullable Object> list = new ArrayList<>();
        for (Object item : items) {
            list.add(item == null ? null : of(name + "[" + list.size() + "]", element, item));
        }
        return list;
    }

    private static Object openEnum(Class<?> type, String wire) {
        try {
            return type.getMethod("of", String.class).invoke(null, wire);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " has no public static of(String), as every open enum has", e);
        }
    }

    /** Converts to a record, a map or anything else that has an adapter. */
    private Object model(String name, Type type, Object value) {
        rejectBinaryNumbers(() -> name, value);
        JsonAdapter<Object> adapter = moshi.adapter(type);
        Object model;
        try {
            model = adapter.fromJsonValue(value);
        } catch (JsonDataException e) {
            throw new IllegalArgumentException(
                    operation + " cannot take " + (name.isEmpty() ? "its fields" : name) + ": " + e.getMessage(), e);
        }
        List<String> lost = DroppedFields.between(name, value, adapter.toJsonValue(model));
        if (!lost.isEmpty()) {
            throw new IllegalArgumentException(operation + " would not send " + String.join(", ", lost)
                    + ": there is no such field in " + shortName(type) + ", or its value is empty");
        }
        return model;
    }

    /** @param path where the value is; only a message needs it */
    private void rejectBinaryNumbers(Supplier<String> path, @Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            members.forEach((name, member) ->
                    rejectBinaryNumbers(() -> path.get().isEmpty() ? "" + name : path.get() + "." + name, member));
        } else if (value instanceof List<?> elements) {
            for (int i = 0; i < elements.size(); i++) {
                int index = i;
                rejectBinaryNumbers(() -> path.get() + "[" + index + "]", elements.get(i));
            }
        } else if (value instanceof Double || value instanceof Float) {
            throw unfit(path.get(), "a decimal number", value);
        }
    }

    private static String shortName(Type type) {
        return type instanceof Class<?> model ? model.getSimpleName() : type.getTypeName();
    }

    /** Converts the value to the type; null if the type is not a scalar. */
    private @Nullable Object scalar(String name, Class<?> type, Object value) {
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

    private String text(String name, Object value) {
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

    private IllegalArgumentException unfit(String name, String kind, Object value) {
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
