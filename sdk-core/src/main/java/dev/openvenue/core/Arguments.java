package dev.openvenue.core;

import com.squareup.moshi.JsonAdapter;
import dev.openvenue.core.codegen.Copies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of one call, by their names on the wire. Lists are copied, so that the values that are validated are
 * the values that are sent.
 */
final class Arguments {
    static final Arguments NONE = new Arguments(List.of(), List.of());

    private final List<Parameter> parameters;
    private final List<@Nullable Object> values;

    private Arguments(List<Parameter> parameters, List<@Nullable Object> values) {
        this.parameters = parameters;
        this.values = values;
    }

    static Arguments of(List<Parameter> parameters, @Nullable Object @Nullable [] values) {
        List<@Nullable Object> copies = new ArrayList<>();
        for (int i = 0; i < parameters.size() && values != null; i++) {
            copies.add(Copies.of(values[i]));
        }
        return new Arguments(parameters, copies);
    }

    List<Parameter> parameters() {
        return parameters;
    }

    @Nullable
    Object value(int index) {
        return values.get(index);
    }

    /** What is passed to Retrofit in their place. */
    @Nullable
    Object[] encoded() {
        @Nullable Object[] encoded = new Object[values.size()];
        for (int i = 0; i < encoded.length; i++) {
            encoded[i] = parameters.get(i).encode(values.get(i));
        }
        return encoded;
    }

    /** Returns a parameter's value; null if it is absent. */
    @Nullable
    Object parameter(String name) {
        for (int i = 0; i < values.size(); i++) {
            if (parameters.get(i).name().equals(name)) {
                return values.get(i);
            }
        }
        return null;
    }

    /** A parameter's text on the wire; empty if it is absent. */
    String text(String name) {
        Object value = parameter(name);
        return value == null ? "" : WireText.of(value);
    }

    /** Whether a parameter is an instant. */
    boolean isTime(String name) {
        return parameters.stream()
                .anyMatch(parameter ->
                        parameter.name().equals(name) && parameter.json().fromJsonValue("0") instanceof Instant);
    }

    /** A parameter's value or, if there is none, a top-level field of the JSON body; {@code .} is the body itself. */
    @Nullable
    Object find(String name) {
        if (name.equals(".")) {
            int body = body();
            return body >= 0 && values.get(body) instanceof List<?> list ? list : bodyTree();
        }
        Object value = parameter(name);
        return value == null && bodyTree() instanceof Map<?, ?> fields ? fields.get(name) : value;
    }

    /** A copy with one argument replaced, given in its wire format. */
    Arguments with(String name, String text) {
        List<@Nullable Object> replaced = new ArrayList<>(values);
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).name().equals(name)) {
                replaced.set(i, parameters.get(i).json().fromJsonValue(text));
                return new Arguments(parameters, replaced);
            }
        }
        throw new IllegalArgumentException("There is no parameter " + name);
    }

    /**
     * Every argument as a JSON value by its name: parameters, and the fields of a JSON body; a body that is a list has
     * the name {@code .}.
     */
    Map<String, @Nullable Object> byName() {
        Map<String, @Nullable Object> byName = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            Object tree = tree(i);
            if (parameters.get(i).place() != Parameter.Place.BODY) {
                byName.put(parameters.get(i).name(), tree);
            } else if (tree instanceof Map<?, ?> fields) {
                fields.forEach((name, value) -> byName.put(String.valueOf(name), value));
            } else {
                byName.put(".", tree);
            }
        }
        return byName;
    }

    /** The JSON body with an additional field, as the bytes to send. */
    ByteString bodyWith(String name, String value) {
        int body = body();
        Map<Object, @Nullable Object> fields = new LinkedHashMap<>();
        if (tree(body) instanceof Map<?, ?> given) {
            fields.putAll(given);
        }
        fields.put(name, value);
        JsonAdapter<Object> json = parameters.get(body).json();
        return ByteString.encodeUtf8(json.toJson(json.fromJsonValue(fields)));
    }

    private @Nullable Object bodyTree() {
        int body = body();
        return body < 0 ? null : tree(body);
    }

    private int body() {
        for (int i = 0; i < values.size(); i++) {
            if (parameters.get(i).place() == Parameter.Place.BODY) {
                return i;
            }
        }
        return -1;
    }

    private @Nullable Object tree(int index) {
        Object value = values.get(index);
        return value == null ? null : parameters.get(index).json().toJsonValue(value);
    }
}
