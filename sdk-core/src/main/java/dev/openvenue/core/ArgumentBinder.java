package dev.openvenue.core;

import com.squareup.moshi.Moshi;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Binds named arguments to a method's parameters. Arguments that the conversion would drop are invalid. */
final class ArgumentBinder {
    private final String operation;
    private final List<Parameter> parameters;
    private final ArgumentConverter values;

    ArgumentBinder(String operation, List<Parameter> parameters, Moshi moshi) {
        this.operation = operation;
        this.parameters = parameters;
        this.values = new ArgumentConverter(operation, moshi);
    }

    @Nullable
    Object[] arrange(Map<String, ? extends @Nullable Object> arguments) {
        Map<String, Object> rest = new LinkedHashMap<>();
        arguments.forEach((name, value) -> {
            if (value != null) {
                rest.put(name, value);
            }
        });
        @Nullable Object[] arranged = new Object[parameters.size()];
        int body = -1;
        for (int i = 0; i < arranged.length; i++) {
            Parameter parameter = parameters.get(i);
            Object value = rest.remove(parameter.name());
            arranged[i] = value == null ? null : values.of(parameter.name(), parameter.type(), value);
            if (parameter.place() == Parameter.Place.BODY) {
                body = i;
            }
        }
        if (body >= 0 && arranged[body] == null) {
            arranged[body] = bodyOf(parameters.get(body), rest);
        } else if (!rest.isEmpty()) {
            throw unknown(rest, body >= 0);
        }
        return arranged;
    }

    /** The arguments that are not parameters are the fields of the body; a list has no fields. */
    private @Nullable Object bodyOf(Parameter body, Map<String, Object> fields) {
        boolean list = body.type() instanceof ParameterizedType generic && generic.getRawType() == List.class;
        if (list && !fields.isEmpty()) {
            throw unknown(fields, false);
        }
        return list ? null : values.of("", body.type(), fields);
    }

    private IllegalArgumentException unknown(Map<String, Object> rest, boolean besideBody) {
        List<String> names = new ArrayList<>(rest.keySet());
        if (besideBody) {
            return new IllegalArgumentException(operation + " was given a body and beside it "
                    + String.join(", ", names) + "; put all fields into the body, or give all of them without it");
        }
        return new IllegalArgumentException(operation + " takes no " + String.join(", no ", names) + "; "
                + (parameters.isEmpty() ? "it takes nothing" : "it takes " + takes()));
    }

    private String takes() {
        return String.join(", ", parameters.stream().map(Parameter::name).toList());
    }
}
