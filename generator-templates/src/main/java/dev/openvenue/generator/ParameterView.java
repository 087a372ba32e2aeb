package dev.openvenue.generator;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A parameter of a generated method, in two forms: as Retrofit needs it, and as a person would pass it.
 *
 * @param wire the name on the wire; empty for the body
 * @param name the Java name
 * @param required whether it must be given
 * @param type the type for people
 * @param declared the type for Retrofit, which cannot convert a list as a whole
 * @param annotations the annotations of the Retrofit form
 * @param passed the expression that turns the one into the other
 * @param absent the expression for "not given"
 * @param imports the classes that the Retrofit form needs
 * @param schema the schema of the value
 */
record ParameterView(
        String wire,
        String name,
        boolean required,
        String type,
        String declared,
        String annotations,
        String passed,
        String absent,
        Set<String> imports,
        Schema<?> schema) {
    private static final String ANNOTATIONS = "dev.openvenue.core.annotation.";
    private static final String CODEGEN = "dev.openvenue.core.codegen.";

    /** A query, path, header or form parameter. */
    static ParameterView of(
            String kind, String wire, String name, boolean required, Schema<?> schema, boolean joined, Types types) {
        Schema<?> encoded = Types.encoded(schema);
        Schema<?> value = encoded == null ? schema : encoded;
        JavaType type = types.of(value);
        Set<String> imports = new TreeSet<>(type.imports());
        imports.add("retrofit2.http." + kind);
        String declared = type.name();
        String passed = name;
        if (encoded != null) {
            declared = "Base64Json<" + type.name() + ">";
            passed = "Base64Json.of(" + name + ")";
            imports.add(CODEGEN + "Base64Json");
        } else if (joined) {
            declared = "Joined<" + type.name().substring("List<".length(), type.name().length() - 1) + ">";
            passed = "Joined.of(" + name + ")";
            imports.add(CODEGEN + "Joined");
        }
        List<String> annotations = new ArrayList<>();
        annotations.add(
                joined && kind.equals("Query")
                        ? "@Query(value = " + Names.literal(wire) + ", encoded = true)"
                        : "@" + kind + "(" + Names.literal(wire) + ")");
        if ("capitalized".equals(value.getFormat())) {
            annotations.add("@Capitalized");
            imports.add(ANNOTATIONS + "Capitalized");
        }
        String constraint = constraint(required, types.resolve(value));
        if (!constraint.isEmpty()) {
            annotations.add("@Constraint(" + constraint + ")");
            imports.add(ANNOTATIONS + "Constraint");
        }
        return new ParameterView(
                wire, name, required, type.name(), declared, String.join(" ", annotations), passed, "null", imports, value);
    }

    /** The body. */
    static ParameterView body(Schema<?> schema, boolean required, Types types) {
        JavaType type = types.of(schema);
        Set<String> imports = new TreeSet<>(type.imports());
        imports.add("retrofit2.http.Body");
        String absent = type.name() + ".builder().build()";
        return new ParameterView(
                "", "request", required, type.name(), type.name(), "@Body", "request", absent, imports, schema);
    }

    boolean isBody() {
        return wire.isEmpty();
    }

    boolean wrapped() {
        return !type.equals(declared);
    }

    private static String constraint(boolean required, Schema<?> schema) {
        List<String> entries = new ArrayList<>();
        if (required) {
            entries.add("required = true");
        }
        if (schema.getMinimum() != null) {
            entries.add("min = " + Names.literal(schema.getMinimum().toPlainString()));
        }
        if (schema.getMaximum() != null) {
            entries.add("max = " + Names.literal(schema.getMaximum().toPlainString()));
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
