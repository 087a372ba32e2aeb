package dev.openvenue.conformance;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every text that can be reached from an exception. */
final class Reachable {
    private final Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<String> texts = new ArrayList<>();

    private Reachable() {}

    /**
     * The stack trace; and the message and all fields but the JDK's of the exception, its causes and the suppressed.
     */
    static List<String> texts(Throwable e) {
        Reachable reachable = new Reachable();
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace, true));
        reachable.texts.add(trace.toString());
        reachable.walk(e);
        return reachable.texts;
    }

    private void walk(@Nullable Throwable e) {
        if (e == null || !seen.add(e)) {
            return;
        }
        texts.add(e.toString());
        for (Class<?> type = e.getClass(); !type.getName().startsWith("java."); type = type.getSuperclass()) {
            Stream.of(type.getDeclaredFields())
                    .filter(field -> !Modifier.isStatic(field.getModifiers()))
                    .forEach(field -> inspect(field, e));
        }
        walk(e.getCause());
        Stream.of(e.getSuppressed()).forEach(this::walk);
    }

    private void inspect(Field field, Throwable e) {
        field.setAccessible(true);
        try {
            Object value = field.get(e);
            texts.add(String.valueOf(value));
            if (value instanceof Throwable other) {
                walk(other);
            }
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
