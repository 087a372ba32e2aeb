package dev.openvenue.generator;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A parameter of a generated method.
 *
 * @param wire the name on the wire; empty for the body
 * @param name the Java name
 * @param required whether it must be given
 * @param type the Java type
 * @param annotations its annotations
 * @param absent the expression for "not given"
 * @param imports the classes that it needs
 * @param schema the schema of the value
 */
record ParameterView(
        String wire,
        String name,
        boolean required,
        String type,
        String annotations,
        String absent,
        Set<String> imports,
        Schema<?> schema) {
    private static final String ANNOTATIONS = "dev.openvenue.core.annotation.";

    /** A query, path, header or form parameter. */
    static ParameterView of(
            String kind, String wire, String name, boolean required, Schema<?> schema, boolean joined, Types types) {
        Schema<?> encoded = Types.encoded(schema);
        Schema<?> value = encoded == null ? schema : encoded;
        if (value.getDescription() == null) {
            String outer = schema.getDescription();
            value.setDescription(outer != null ? outer : types.resolve(value).getDescription());
        }
        JavaType type = types.of(value);
        Set<String> imports = new TreeSet<>(type.imports());
        imports.add("retrofit2.http." + kind);
        List<String> annotations = new ArrayList<>();
        annotations.add(
                joined && kind.equals("Query")
                        ? "@Query(value = " + Names.literal(wire) + ", encoded = true)"
                        : "@" + kind + "(" + Names.literal(wire) + ")");
        if (joined) {
            mark("Joined", annotations, imports);
        }
        if (encoded != null) {
            mark("Base64Json", annotations, imports);
        }
        if ("capitalized".equals(value.getFormat())) {
            mark("Capitalized", annotations, imports);
        }
        String constraint = constraint(required, types.resolve(value));
        if (!constraint.isEmpty()) {
            annotations.add("@Constraint(" + constraint + ")");
            imports.add(ANNOTATIONS + "Constraint");
        }
        return new ParameterView(
                wire, name, required, type.name(), String.join(" ", annotations), "null", imports, value);
    }

    /** The body. */
    static ParameterView body(String name, Schema<?> schema, boolean required, Types types) {
        JavaType type = types.of(schema);
        Set<String> imports = new TreeSet<>(type.imports());
        imports.add("retrofit2.http.Body");
        String absent = type.name() + ".builder().build()";
        return new ParameterView("", name, required, type.name(), "@Body", absent, imports, schema);
    }

    boolean isBody() {
        return wire.isEmpty();
    }

    private static void mark(String annotation, List<String> annotations, Set<String> imports) {
        annotations.add("@" + annotation);
        imports.add(ANNOTATIONS + annotation);
    }

    private static String constraint(boolean required, Schema<?> schema) {
        List<String> entries = new ArrayList<>();
        if (required) {
            entries.add("required = true");
        }
        if (schema.getMinimum() != null) {
            entries.add("min = " + Names.literal(schema.getMinimum()));
        }
        if (schema.getMaximum() != null) {
            entries.add("max = " + Names.literal(schema.getMaximum()));
        }
        Integer min = schema.getMinLength() != null ? schema.getMinLength() : schema.getMinItems();
        Integer max = schema.getMaxLength() != null ? schema.getMaxLength() : schema.getMaxItems();
        if (min != null && min > 0) {
            entries.add("minSize = " + min);
        }
        if (max != null) {
            entries.add("maxSize = " + max);
        }
        if (schema.getPattern() != null) {
            entries.add("pattern = " + Names.literal(schema.getPattern()));
        }
        return String.join(", ", entries);
    }
}
