package dev.openvenue.generator;

import dev.openvenue.generator.spec.Tree;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The template data of a schema: a record with its adapter, or an open enum. */
final class ModelView {
    /** How a model is used, which decides what it needs besides its components. */
    enum Use {
        /** Only read. */
        RESPONSE,
        /** Sent: has a builder and validates itself. */
        REQUEST,
        /** Collects the parameters of a call: has a builder but no JSON form. */
        PARAMETERS
    }

    /**
     * A component of a record.
     *
     * @param name the Java name
     * @param wire the name on the wire, as a Java literal
     * @param type the Java type
     * @param read the statement that reads it
     * @param writeWith the function that writes it
     * @param doc its Javadoc, ready for {@code @param}
     * @param sentence its Javadoc in one sentence
     * @param required whether a request must have it
     * @param nullable whether it may be null, as far as is known
     * @param secret whether no text may show it
     * @param index its index, from 0
     */
    record Field(
            String name,
            String wire,
            String type,
            String read,
            String writeWith,
            String doc,
            String sentence,
            boolean required,
            boolean nullable,
            boolean secret,
            int index) {
        /** The names that the generated adapter uses itself: its reader, and the arguments of its lambdas. */
        private static final Pattern OF_ADAPTER = Pattern.compile("reader|r\\d*");

        /** The type of the component. */
        String component() {
            return nullable ? "@Nullable " + type : type;
        }

        /** Whether no text may show the value. */
        boolean isSecret() {
            return secret;
        }

        /** The type of the builder's argument. */
        String argument() {
            return required ? type : "@Nullable " + type;
        }

        /** Whether the value is mutable, so that the record must copy it. */
        boolean isMutable() {
            return type.startsWith("List<") || type.startsWith("Map<") || type.equals("Object");
        }

        /** The variable of the adapter that holds the value. */
        String local() {
            return OF_ADAPTER.matcher(name).matches() ? name + "_" : name;
        }
    }

    /** A listed value of an enum: its constant, its text as a Java literal and as Javadoc. */
    record Value(String constant, String literal, String plain) {}

    final String name;
    final String typeName;
    final List<String> doc;
    final boolean openEnum;

    final boolean row;
    final boolean request;
    final boolean builder;
    final boolean json;
    private final String bareWire;
    final List<Field> fields = new ArrayList<>();
    final List<Value> values = new ArrayList<>();
    final List<String> checks = new ArrayList<>();

    /** The components that a caller could change after the record was created. */
    final List<String> copies = new ArrayList<>();

    /**
     * Creates the view of a schema.
     *
     * @param read whether it is read, possibly as well as sent: then every component may be null
     */
    ModelView(String name, Schema<?> schema, Types types, Use use, boolean read) {
        this.name = name;
        this.typeName = name;
        this.openEnum = Types.isEnum(schema);
        this.row = Types.isRow(schema);
        this.request = use == Use.REQUEST && !openEnum;
        this.builder = use != Use.RESPONSE && !openEnum;
        this.json = use != Use.PARAMETERS;
        String bare = Types.bareList(schema);
        this.bareWire = bare == null ? "" : Names.literal(bare);
        List<String> lines = Javadoc.lines(schema.getDescription());
        if (lines.isEmpty()) {
            lines = List.of("The venue's " + Names.words(name) + ".");
        }
        this.doc = openEnum ? enumDoc(lines) : lines;
        if (openEnum) {
            values(schema);
        } else {
            fields(schema, types, read);
            if (builder) {
                fields.stream().filter(Field::isMutable).map(Field::name).forEach(copies::add);
            }
            if (request) {
                new CheckLines(types, schema, fields).addTo(checks);
            }
        }
    }

    /** The components, as the record declares them. */
    String components() {
        return fields.stream().map(f -> f.component() + " " + f.name()).collect(Collectors.joining(", "));
    }

    /** The listed values of an enum. */
    String constants() {
        return values.stream().map(Value::constant).collect(Collectors.joining(", "));
    }

    /** The names on the wire. */
    String names() {
        return fields.stream().map(Field::wire).collect(Collectors.joining(", "));
    }

    /** The arguments with which the builder creates the record. */
    String built() {
        return fields.stream().map(Field::name).collect(Collectors.joining(", "));
    }

    /** The arguments with which the adapter creates it. */
    String locals() {
        return fields.stream().map(Field::local).collect(Collectors.joining(", "));
    }

    /** Whether a component must not be shown. */
    boolean hasSecrets() {
        return fields.stream().anyMatch(Field::secret);
    }

    /** What the record shows of itself, as the arguments of a list. */
    String shown() {
        return fields.stream()
                .map(f -> Names.literal(f.name() + "=") + " + "
                        + (f.secret() ? "Printable.hidden(" + f.name() + ")" : f.name()))
                .collect(Collectors.joining(" + \", \" + "));
    }

    /** The member that a bare list in place of the object has; null if there is no such list. */
    @Nullable
    Field bareList() {
        return fields.stream()
                .filter(f -> f.wire().equals(bareWire))
                .findFirst()
                .orElse(null);
    }

    /** Whether the record copies anything when it is created. */
    boolean hasCopies() {
        return !copies.isEmpty();
    }

    private static List<String> enumDoc(List<String> lines) {
        List<String> doc = new ArrayList<>(lines);
        doc.add("");
        doc.add("<p>A value that is not listed is kept as it came.");
        return doc;
    }

    private void fields(Schema<?> schema, Types types, boolean read) {
        Names names = new Names();
        Set<String> requiredOnes = builder ? types.required(schema) : Set.of();
        Map<String, Schema<?>> members = types.members(schema);
        int index = 0;
        for (Map.Entry<String, Schema<?>> member : members.entrySet()) {
            JavaType type = types.of(member.getValue());
            String variable = names.variable(member.getKey());
            boolean required = requiredOnes.contains(member.getKey());
            String described = describe(member.getValue(), types, member.getKey());
            String text = required ? "<b>Required.</b> " + Names.upperFirst(described) : described;
            fields.add(new Field(
                    variable,
                    Names.literal(member.getKey()),
                    type.name(),
                    type.read("reader"),
                    type.writeWith(),
                    "@param " + variable + " " + text,
                    (required ? "<b>Required.</b> " : "") + firstSentence(described),
                    required,
                    !required || read,
                    "password".equals(types.resolve(member.getValue()).getFormat()),
                    index++));
        }
    }

    private static String describe(Schema<?> member, Types types, String wire) {
        String text = member.getDescription();
        if (text == null || text.isBlank()) {
            text = types.resolve(member).getDescription();
        }
        return text == null || text.isBlank() ? "the venue's {@code " + wire + "}" : Javadoc.line(text);
    }

    private void values(Schema<?> schema) {
        List<String> given = schema.getExtensions() == null
                ? List.of()
                : Tree.texts(schema.getExtensions().get("x-enum-varnames"));
        Map<String, String> constants = new LinkedHashMap<>();
        // Every enum has a constant of its own of this name.
        Map<String, Integer> uses = new HashMap<>(Map.of("READER", 1));
        int i = 0;
        for (String wire : wires(schema)) {
            String constant = i < given.size() ? given.get(i) : Names.constant(wire);
            int use = uses.merge(constant, 1, Integer::sum);
            constants.put(wire, use == 1 ? constant : constant + "_" + use);
            i++;
        }
        constants.forEach((wire, constant) -> values.add(
                new Value(constant, Names.literal(wire), wire.isEmpty() ? "{@code \"\"}" : Javadoc.code(wire))));
    }

    /** The values as text, each once: one that occurs as text and as a number is listed as both. */
    private static Set<String> wires(Schema<?> schema) {
        return schema.getEnum().stream()
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String firstSentence(String description) {
        String first = description.split("(?<=[.!?;])(?<!e\\.g\\.|i\\.e\\.)\\s", 2)[0].replaceAll(";$", "");
        return Javadoc.stopped(Names.upperFirst(first));
    }
}
