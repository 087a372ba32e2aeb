package dev.openvenue.generator;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The statements with which a request model validates itself. */
final class CheckLines {
    /** The pattern of an id where the wire requires a bare number; readers of responses accept any text. */
    private static final String WHOLE_NUMBER = "-?\\d{1,1000}";

    private final Types types;
    private final Schema<?> schema;
    private final Map<String, String> variables = new LinkedHashMap<>();

    CheckLines(Types types, Schema<?> schema, List<ModelView.Field> fields) {
        this.types = types;
        this.schema = schema;
        List<String> wires = new ArrayList<>(types.members(schema).keySet());
        for (int i = 0; i < wires.size(); i++) {
            String name = fields.get(i).name();
            // The argument of the generated method would shadow a component of the same name.
            variables.put(wires.get(i), name.equals("checks") ? "this.checks" : name);
        }
    }

    void addTo(List<String> lines) {
        types.required(schema).forEach(wire -> {
            if (variables.containsKey(wire)) {
                lines.add("checks.required(" + pair(wire) + ");");
            }
        });
        types.members(schema).forEach((wire, member) -> member(wire, types.resolve(member), lines));
        alternatives(schema, lines);
    }

    /** An object can have a second either-or only in a part of its {@code allOf}. */
    private void alternatives(Schema<?> part, List<String> lines) {
        Types.parts(part).forEach(inner -> alternatives(types.resolve(inner), lines));
        alternatives("oneOf", part.getOneOf(), lines);
        alternatives("anyOf", part.getAnyOf(), lines);
    }

    private void member(String wire, Schema<?> member, List<String> lines) {
        if (member.getMinimum() != null || member.getMaximum() != null) {
            lines.add("checks.range(" + pair(wire) + ", " + Names.literal(member.getMinimum()) + ", "
                    + Names.literal(member.getMaximum()) + ");");
        }
        if (member.getAnyOf() != null) {
            lines.add("checks.ranges(" + pair(wire) + ", " + ranges(member) + ");");
        }
        Integer min = member.getMinLength() != null ? member.getMinLength() : member.getMinItems();
        Integer max = member.getMaxLength() != null ? member.getMaxLength() : member.getMaxItems();
        if (min != null || max != null) {
            lines.add("checks.size(" + pair(wire) + ", " + (min == null ? 0 : min) + ", "
                    + (max == null ? "Integer.MAX_VALUE" : max) + ");");
        }
        if ("integer".equals(member.getType()) && "id".equals(member.getFormat())) {
            lines.add("checks.pattern(" + pair(wire) + ", " + Names.literal(WHOLE_NUMBER) + ");");
        }
        if (member.getPattern() != null) {
            String check = "password".equals(member.getFormat()) ? "secretPattern" : "pattern";
            lines.add("checks." + check + "(" + pair(wire) + ", " + Names.literal(member.getPattern()) + ");");
        }
        Schema<?> element = member.getItems() == null ? member : types.resolve(member.getItems());
        if (types.isRecord(element) && !Types.isEnum(element)) {
            lines.add("checks.nested(" + pair(wire) + ");");
        }
    }

    private static String ranges(Schema<?> member) {
        return member.getAnyOf().stream()
                .map(range -> Names.literal(range.getMinimum()) + ", " + Names.literal(range.getMaximum()))
                .collect(Collectors.joining(", "));
    }

    @SuppressWarnings("rawtypes") // Swagger's model leaves the type of composed schemas open.
    private void alternatives(String method, @Nullable List<Schema> alternatives, List<String> lines) {
        if (alternatives == null) {
            return;
        }
        String pairs = alternatives.stream()
                .flatMap(a -> ((Schema<?>) a).getRequired().stream())
                .filter(variables::containsKey)
                .map(this::pair)
                .collect(Collectors.joining(", "));
        lines.add("checks." + method + "(" + pairs + ");");
    }

    private String pair(String wire) {
        return Names.literal(wire) + ", " + variables.get(wire);
    }
}
