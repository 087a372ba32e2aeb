package dev.openvenue.conformance.api;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a program can use of one type: a line that says what it is, and one for each member. What follows from that is
 * left out: the accessors and the constructor of a record, a builder that has a method for each component and nothing
 * else, the {@code Known} of an open enum that has its constants and nothing else.
 */
record TypeApi(String name, String head, List<String> members) {
    private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

    static boolean visible(Class<?> type) {
        boolean shown = Modifier.isPublic(type.getModifiers()) || Modifier.isProtected(type.getModifiers());
        return shown
                && !type.isAnonymousClass()
                && !type.isLocalClass()
                && (type.getDeclaringClass() == null || visible(type.getDeclaringClass()));
    }

    static TypeApi of(Class<?> type) {
        String head = Stream.of(
                        modifiers(type),
                        kind(type),
                        simpleName(type) + TypeText.parameters(type.getTypeParameters()),
                        clause("extends", superclass(type)),
                        clause(type.isInterface() ? "extends" : "implements", interfaces(type)),
                        clause("permits", permitted(type)),
                        hasPlainBuilder(type) ? "with a builder" : "",
                        hasPlainKnown(type) ? "with Known" : "")
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.joining(" "));
        List<String> members = new ArrayList<>();
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                members.add(component.getName() + ": " + TypeText.of(component.getAnnotatedType()));
            }
        }
        if (type.isEnum()) {
            Arrays.stream(type.getFields())
                    .filter(Field::isEnumConstant)
                    .map(Field::getName)
                    .forEach(members::add);
        }
        members.addAll(declared(type));
        return new TypeApi(type.getName().replace('$', '.'), head, List.copyOf(members));
    }

    /** Is this type told by the line of the one that declares it? */
    static boolean implied(Class<?> type) {
        Class<?> outer = type.getDeclaringClass();
        return outer != null
                && (type.getSimpleName().equals("Builder") && hasPlainBuilder(outer)
                        || type.getSimpleName().equals("Known") && hasPlainKnown(outer));
    }

    private static Set<String> declared(Class<?> type) {
        Set<String> members = new TreeSet<>();
        for (Class<?> from :
                Stream.concat(Stream.of(type), hiddenAbove(type).stream()).toList()) {
            for (Field field : from.getDeclaredFields()) {
                if (usable(field, type) && !field.isEnumConstant()) {
                    members.add(field(field));
                }
            }
            for (Method method : from.getDeclaredMethods()) {
                if (usable(method, type) && !method.isBridge() && !follows(method, type)) {
                    members.add(method(method, type));
                }
            }
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (usable(constructor, type) && !canonical(constructor, type)) {
                members.add(TypeText.parameters(constructor.getTypeParameters()) + "new("
                        + TypeText.list(constructor.getAnnotatedParameterTypes()) + ")"
                        + clause(" throws", TypeText.list(constructor.getAnnotatedExceptionTypes())));
            }
        }
        return members;
    }

    private static boolean usable(Member member, Class<?> type) {
        boolean inherited = Modifier.isProtected(member.getModifiers()) && !Modifier.isFinal(type.getModifiers());
        return !member.isSynthetic() && (Modifier.isPublic(member.getModifiers()) || inherited);
    }

    private static boolean follows(Method method, Class<?> type) {
        if (OF_EVERY_OBJECT.contains(method.getName())) {
            return true;
        }
        if (type.isEnum()) {
            return method.getName().equals("values") || method.getName().equals("valueOf");
        }
        return type.isRecord()
                && method.getParameterCount() == 0
                && components(type).contains(method.getName());
    }

    private static boolean canonical(Constructor<?> constructor, Class<?> type) {
        return type.isRecord()
                && Arrays.equals(
                        constructor.getParameterTypes(),
                        Arrays.stream(type.getRecordComponents())
                                .map(RecordComponent::getType)
                                .toArray());
    }

    private static String field(Field field) {
        boolean constant = Modifier.isStatic(field.getModifiers()) && Modifier.isFinal(field.getModifiers());
        if (constant && field.getType() == field.getDeclaringClass()) {
            return field.getName();
        }
        return words(
                Modifier.toString(field.getModifiers() & ~Modifier.PUBLIC),
                TypeText.of(field.getAnnotatedType()),
                field.getName());
    }

    private static String method(Method method, Class<?> type) {
        int hidden = Modifier.PUBLIC | Modifier.SYNCHRONIZED | Modifier.STRICT | Modifier.NATIVE;
        int implied =
                type.isInterface() ? Modifier.ABSTRACT : Modifier.isFinal(type.getModifiers()) ? Modifier.FINAL : 0;
        return words(
                Modifier.toString(method.getModifiers() & Modifier.methodModifiers() & ~hidden & ~implied),
                method.isDefault() ? "default" : "",
                TypeText.parameters(method.getTypeParameters()),
                TypeText.of(method.getAnnotatedReturnType()),
                method.getName() + "(" + TypeText.list(method.getAnnotatedParameterTypes()) + ")",
                clause("throws", TypeText.list(method.getAnnotatedExceptionTypes())),
                method.getDefaultValue() == null ? "" : "default");
    }

    private static String words(String... words) {
        return Arrays.stream(words).filter(Predicate.not(String::isEmpty)).collect(Collectors.joining(" "));
    }

    private static String modifiers(Class<?> type) {
        boolean plain = !type.isInterface() && !type.isRecord() && !type.isEnum();
        int shown =
                plain ? Modifier.ABSTRACT | Modifier.FINAL | Modifier.PROTECTED | Modifier.STATIC : Modifier.PROTECTED;
        return words(Modifier.toString(type.getModifiers() & shown), type.isSealed() && !type.isEnum() ? "sealed" : "");
    }

    private static String kind(Class<?> type) {
        if (type.isAnnotation()) {
            return "@interface";
        }
        return type.isInterface() ? "interface" : type.isRecord() ? "record" : type.isEnum() ? "enum" : "class";
    }

    private static String simpleName(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    private static String clause(String word, String what) {
        return what.isEmpty() ? "" : word + " " + what;
    }

    /** The nearest superclass that a program can name. */
    private static String superclass(Class<?> type) {
        AnnotatedType above = type.getAnnotatedSuperclass();
        for (Class<?> hidden : hiddenAbove(type)) {
            above = hidden.getAnnotatedSuperclass();
        }
        boolean implied = above == null || above.getType() == Object.class || type.isRecord() || type.isEnum();
        return implied ? "" : TypeText.of(above);
    }

    private static String interfaces(Class<?> type) {
        return type.isAnnotation()
                ? ""
                : Stream.concat(Stream.of(type), hiddenAbove(type).stream())
                        .flatMap(from -> Arrays.stream(from.getAnnotatedInterfaces()))
                        .map(TypeText::of)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    /** The superclasses that a program cannot name; what they declare is used through the type. */
    private static List<Class<?>> hiddenAbove(Class<?> type) {
        List<Class<?>> hidden = new ArrayList<>();
        for (Class<?> above = type.getSuperclass(); above != null && !visible(above); above = above.getSuperclass()) {
            hidden.add(above);
        }
        return hidden;
    }

    private static String permitted(Class<?> type) {
        Class<?> @Nullable [] permitted = type.isEnum() ? null : type.getPermittedSubclasses();
        return permitted == null
                ? ""
                : Arrays.stream(permitted).map(TypeText::name).sorted().collect(Collectors.joining(", "));
    }

    private static Set<String> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean hasPlainBuilder(Class<?> type) {
        Class<?> builder = nested(type, "Builder");
        if (builder == null || !type.isRecord()) {
            return false;
        }
        Set<String> expected = Arrays.stream(type.getRecordComponents())
                .map(component -> simpleName(builder) + " " + component.getName() + "("
                        + nonNull(component.getAnnotatedType()) + ")")
                .collect(Collectors.toSet());
        expected.add(simpleName(type) + " build()");
        Set<String> found = declared(builder).stream()
                .map(member -> member.replace("?)", ")"))
                .collect(Collectors.toSet());
        return Modifier.isFinal(builder.getModifiers()) && found.equals(expected);
    }

    private static String nonNull(AnnotatedType type) {
        String text = TypeText.of(type);
        return text.endsWith("?") ? text.substring(0, text.length() - 1) : text;
    }

    private static boolean hasPlainKnown(Class<?> type) {
        Class<?> known = nested(type, "Known");
        if (known == null || !known.isEnum()) {
            return false;
        }
        Set<String> expected = Arrays.stream(type.getFields())
                .filter(field -> field.getType() == type)
                .map(Field::getName)
                .collect(Collectors.toSet());
        expected.add("NOT_LISTED");
        Set<String> found = Arrays.stream(known.getFields()).map(Field::getName).collect(Collectors.toSet());
        return found.equals(expected);
    }

    private static @Nullable Class<?> nested(Class<?> type, String name) {
        return Arrays.stream(type.getDeclaredClasses())
                .filter(inner -> inner.getSimpleName().equals(name) && visible(inner))
                .findFirst()
                .orElse(null);
    }
}
