package dev.openvenue.core;

import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import retrofit2.http.Body;
import retrofit2.http.Field;
import retrofit2.http.Header;
import retrofit2.http.Path;
import retrofit2.http.Query;

/**
 * A parameter of a generated method.
 *
 * @param name its name on the wire; {@code body} for the JSON body
 * @param body whether it is the JSON body
 * @param type its Java type
 */
record OperationParameter(String name, boolean body, Type type) {
    static final String BODY = "body";

    static OperationParameter of(Parameter parameter) {
        boolean body = parameter.isAnnotationPresent(Body.class);
        return new OperationParameter(body ? BODY : wireName(parameter), body, parameter.getParameterizedType());
    }

    private static String wireName(Parameter parameter) {
        Query query = parameter.getAnnotation(Query.class);
        Field field = parameter.getAnnotation(Field.class);
        Path path = parameter.getAnnotation(Path.class);
        Header header = parameter.getAnnotation(Header.class);
        if (query != null) {
            return query.value();
        } else if (field != null) {
            return field.value();
        } else if (path != null) {
            return path.value();
        } else if (header != null) {
            return header.value();
        }
        throw new IllegalArgumentException(parameter + " of " + parameter.getDeclaringExecutable()
                + " is no query, form field, path, header or body");
    }
}
