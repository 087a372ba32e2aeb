package dev.openvenue.generator;

import java.util.Set;
import java.util.TreeSet;

/**
 * The Java form of a schema: its type, and the expressions that read and write it.
 *
 * @param name the type, {@code List<Order>}
 * @param read a call that reads the value from the reader named {@code %s}
 * @param readWith a function that reads the value from a reader
 * @param writeWith a function that takes a writer and a non-null value
 * @param imports the classes that the type needs
 */
record JavaType(String name, String read, String readWith, String writeWith, Set<String> imports) {
    static JavaType wire(String name, String reader, String writer, String... imports) {
        return new JavaType(
                name,
                "JsonValueReader." + reader + "(%s)",
                "JsonValueReader::" + reader,
                "JsonValueWriter::" + writer,
                Set.of(imports));
    }

    static JavaType record(String name, String modelPackage) {
        String adapter = name + "JsonAdapter.INSTANCE";
        return new JavaType(
                name,
                adapter + ".fromJson(%s)",
                adapter + "::fromJson",
                adapter + "::toJson",
                Set.of(modelPackage + "." + name));
    }

    static JavaType openEnum(String name, boolean numeric, String modelPackage) {
        return new JavaType(
                name,
                name + ".READER.read(%s)",
                name + ".READER::read",
                numeric ? "JsonValueWriter::numericEnum" : "JsonValueWriter::openEnum",
                Set.of(modelPackage + "." + name));
    }

    JavaType list() {
        return container("List<" + name + ">", "list", "java.util.List");
    }

    JavaType map() {
        return container("Map<String, " + name + ">", "map", "java.util.Map");
    }

    private JavaType container(String type, String kind, String container) {
        Set<String> all = new TreeSet<>(imports);
        all.add(container);
        // Nested lambdas may not reuse a name; the depth of the type distinguishes them.
        String r = "r" + depth();
        String w = "w" + depth();
        String v = "v" + depth();
        return new JavaType(
                type,
                "JsonValueReader." + kind + "(%s, " + readWith + ")",
                r + " -> JsonValueReader." + kind + "(" + r + ", " + readWith + ")",
                "(" + w + ", " + v + ") -> JsonValueWriter." + kind + "(" + w + ", " + v + ", " + writeWith + ")",
                all);
    }

    private long depth() {
        return name.chars().filter(c -> c == '<').count() + 1;
    }

    String read(String reader) {
        return String.format(read, reader);
    }
}
