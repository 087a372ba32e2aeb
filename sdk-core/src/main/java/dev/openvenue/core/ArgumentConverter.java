package dev.openvenue.core;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import dev.openvenue.core.codegen.OpenEnum;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Converts JSON-like values to the types of generated methods. A value that the conversion would change or drop is
 * invalid.
 */
final class ArgumentConverter {
    private final String operation;
    private final ScalarConverter scalars;
    private final Moshi moshi;

    ArgumentConverter(String operation, Moshi moshi) {
        this.operation = operation;
        this.scalars = new ScalarConverter(operation);
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
            return openEnum(target, scalars.text(name, value));
        }
        Object scalar = scalars.of(name, target, value);
        return scalar == null ? model(name, target, value) : scalar;
    }

    private List<@Nullable Object> list(String name, Type element, Object value) {
        if (!(value instanceof Iterable<?> items)) {
            throw scalars.unfit(name, "a list", value);
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
        rejectBinaryNumbers(name, value);
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

    private void rejectBinaryNumbers(String path, @Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            members.forEach(
                    (name, member) -> rejectBinaryNumbers(path.isEmpty() ? "" + name : path + "." + name, member));
        } else if (value instanceof List<?> elements) {
            for (int i = 0; i < elements.size(); i++) {
                rejectBinaryNumbers(path + "[" + i + "]", elements.get(i));
            }
        } else if (value instanceof Double || value instanceof Float) {
            throw scalars.unfit(path, "a decimal number", value);
        }
    }

    private static String shortName(Type type) {
        return type instanceof Class<?> model ? model.getSimpleName() : type.getTypeName();
    }
}
