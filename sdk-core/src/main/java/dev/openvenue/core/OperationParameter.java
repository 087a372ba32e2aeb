package dev.openvenue.core;

import com.squareup.moshi.Moshi;
import java.lang.reflect.Type;

/**
 * A parameter of a generated method, for calls with named arguments.
 *
 * @param name its name on the wire; {@code body} for the JSON body
 * @param body whether it is the JSON body
 * @param type its Java type
 */
record OperationParameter(String name, boolean body, Type type) {
    static OperationParameter of(java.lang.reflect.Parameter declared, Moshi moshi) {
        Parameter parameter = Parameter.of(declared, moshi);
        return new OperationParameter(
                parameter.name(), parameter.place() == Parameter.Place.BODY, declared.getParameterizedType());
    }
}
