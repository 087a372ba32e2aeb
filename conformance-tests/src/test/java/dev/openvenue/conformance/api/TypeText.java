package dev.openvenue.conformance.api;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A type in few words: without the packages that everybody knows, and with a {@code ?} if it may be null. */
final class TypeText {
    private TypeText() {}

    static String of(AnnotatedType type) {
        return bare(type) + (type.isAnnotationPresent(Nullable.class) ? "?" : "");
    }

    static String list(AnnotatedType[] types) {
        return Arrays.stream(types).map(TypeText::of).collect(Collectors.joining(", "));
    }

    static String name(Class<?> type) {
        String name = type.getName().replace('$', '.');
        boolean known = name.startsWith("java.") || name.startsWith("dev.openvenue.");
        return known ? name.substring(type.getPackageName().length() + 1) : name;
    }

    /** The type parameters of a type or a method; empty if there are none. */
    static String parameters(TypeVariable<?>[] variables) {
        return variables.length == 0
                ? ""
                : Arrays.stream(variables).map(TypeText::parameter).collect(Collectors.joining(", ", "<", ">"));
    }

    private static String parameter(TypeVariable<?> variable) {
        String bounds =
                Arrays.stream(variable.getAnnotatedBounds()).map(TypeText::of).collect(Collectors.joining(" & "));
        return bounds.equals("Object") ? variable.getName() : variable.getName() + " extends " + bounds;
    }

    private static String bare(AnnotatedType type) {
        if (type instanceof AnnotatedParameterizedType generic) {
            Class<?> raw = (Class<?>) ((ParameterizedType) generic.getType()).getRawType();
            return name(raw) + "<" + list(generic.getAnnotatedActualTypeArguments()) + ">";
        }
        if (type instanceof AnnotatedArrayType array) {
            return of(array.getAnnotatedGenericComponentType()) + "[]";
        }
        if (type instanceof AnnotatedWildcardType wildcard) {
            if (wildcard.getAnnotatedLowerBounds().length > 0) {
                return "? super " + list(wildcard.getAnnotatedLowerBounds());
            }
            String upper = list(wildcard.getAnnotatedUpperBounds());
            return upper.equals("Object") ? "?" : "? extends " + upper;
        }
        return type.getType() instanceof Class<?> plain
                ? name(plain)
                : type.getType().getTypeName();
    }
}
