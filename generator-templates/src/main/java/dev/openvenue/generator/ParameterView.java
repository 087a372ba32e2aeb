package dev.openvenue.generator;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A parameter of a generated method.
 *
 * @param wire the name on the wire; empty for the body
 * @param name the Java name
 * @param required whether it must be given
 * @param type the Java type
 * @param annotations its annotations
 * @param absent the expression for "not given"
 * @param imports the classes that its type needs
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
        List<String> annotations = new ArrayList<>();
        annotations.add(
                joined && kind.equals("Query")
                        ? "@Query(value = " + Names.literal(wire) + ", encoded = true)"
                        : "@" + kind + "(" + Names.literal(wire) + ")");
        if (joined) {
            annotations.add("@Joined");
        }
        if (encoded != null) {
            annotations.add("@Base64Json");
        }
        if ("capitalized".equals(value.getFormat())) {
            annotations.add("@Capitalized");
        }
        String constraint = constraint(required, types.resolve(value));
        if (!constraint.isEmpty()) {
            annotations.add("@Constraint(" + constraint + ")");
        }
        return new ParameterView(
                wire, name, required, type.name(), String.join(" ", annotations), "null", type.imports(), value);
    }

    /** The body. */
    static ParameterView body(String name, Schema<?> schema, boolean required, Types types) {
        JavaType type = types.of(schema);
        String absent = type.name() + ".builder().build()";
        return new ParameterView("", name, required, type.name(), "@Body", absent, type.imports(), schema);
    }

    boolean isBody() {
        return wire.isEmpty();
    }

    /** Its key among the components of a request record. */
    String member() {
        return isBody() ? name : wire;
    }

    /** Type and name, as in a method declaration. */
    String declaration() {
        return (required ? "" : "@Nullable ") + type + " " + name;
    }

    /** The type as in a Javadoc link: without type arguments. */
    String rawType() {
        return type.replaceAll("<.*", "");
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
