package dev.openvenue.core;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.openvenue.core.annotation.Base64Json;
import dev.openvenue.core.annotation.Constraint;
import dev.openvenue.core.annotation.Joined;
import dev.openvenue.core.signing.PercentEncoding;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Body;
import retrofit2.http.Field;
import retrofit2.http.Header;
import retrofit2.http.Path;
import retrofit2.http.Query;

/**
 * One parameter of an operation.
 *
 * @param name its name on the wire; {@code body} for the body
 * @param place where it goes
 * @param shape how it becomes text
 * @param type its Java type
 * @param constraint the constraint that the spec states, if any
 * @param json writes it as JSON
 */
record Parameter(
        String name,
        Place place,
        Shape shape,
        Type type,
        @Nullable Constraint constraint,
        JsonAdapter<Object> json) {
    /** Where a parameter goes. */
    enum Place {
        /** The request body. */
        BODY,
        /** A path segment, which cannot be omitted. */
        PATH,
        /** Query, form or header. */
        OTHER
    }

    /** How a parameter becomes text. */
    enum Shape {
        /** Value by value. */
        PLAIN,
        /** A list as one text, joined with commas. */
        JOINED,
        /** The same with each element percent-encoded, so that the commas stay raw in a query. */
        JOINED_ENCODED,
        /** Compact JSON in Base64. */
        BASE64_JSON
    }

    static Parameter of(java.lang.reflect.Parameter parameter, Moshi moshi) {
        Type type = parameter.getParameterizedType();
        JsonAdapter<Object> json = moshi.adapter(type);
        Constraint constraint = parameter.getAnnotation(Constraint.class);
        if (parameter.isAnnotationPresent(Body.class)) {
            return new Parameter("body", Place.BODY, Shape.PLAIN, type, constraint, json);
        }
        Place place = parameter.isAnnotationPresent(Path.class) ? Place.PATH : Place.OTHER;
        return new Parameter(wireName(parameter), place, shape(parameter), type, constraint, json);
    }

    /**
     * What is passed to Retrofit in place of the argument. Retrofit repeats a list's name for each element before any
     * converter sees the list, so a list that is sent as one text is passed as a list of that one text.
     */
    @Nullable
    Object encode(@Nullable Object argument) {
        if (argument == null || shape == Shape.PLAIN) {
            return argument;
        }
        if (shape == Shape.BASE64_JSON) {
            WireText text = new WireText(WireText.base64(json.toJson(argument)));
            return argument instanceof Iterable ? List.of(text) : argument;
        }
        return List.of(new WireText(((List<?>) argument)
                .stream()
                        .filter(Objects::nonNull)
                        .map(WireText::of)
                        .map(text -> shape == Shape.JOINED_ENCODED ? PercentEncoding.encode(text) : text)
                        .collect(Collectors.joining(","))));
    }

    private static Shape shape(AnnotatedElement parameter) {
        if (parameter.isAnnotationPresent(Base64Json.class)) {
            return Shape.BASE64_JSON;
        }
        if (!parameter.isAnnotationPresent(Joined.class)) {
            return Shape.PLAIN;
        }
        Query query = parameter.getAnnotation(Query.class);
        return query != null && query.encoded() ? Shape.JOINED_ENCODED : Shape.JOINED;
    }

    private static String wireName(AnnotatedElement parameter) {
        for (Annotation annotation : parameter.getAnnotations()) {
            if (annotation instanceof Query query) {
                return query.value();
            }
            if (annotation instanceof Field field) {
                return field.value();
            }
            if (annotation instanceof Path path) {
                return path.value();
            }
            if (annotation instanceof Header header) {
                return header.value();
            }
        }
        throw new IllegalArgumentException(parameter + " goes nowhere: it is not a query, field, path, header or body");
    }
}
