package dev.openvenue.generator.lint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.i18n.DefaultMessageSource;
import com.networknt.schema.i18n.ResourceBundleMessageSource;
import com.networknt.schema.oas.OpenApi30;
import dev.openvenue.generator.spec.Tree;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Validates values against the schemas of a spec, in OpenAPI 3.0's dialect of JSON Schema. */
public final class SchemaCheck {
    /**
     * A violation of a schema.
     *
     * @param pointer the location inside the value
     * @param message what is wrong
     */
    record Violation(String pointer, String message) {}

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** OpenAPI 3.0, in which keywords that the validator does not know are ignored. */
    private static final JsonMetaSchema DIALECT = JsonMetaSchema.builder(OpenApi30.getInstance())
            .unknownKeywordFactory((word, context) -> new NonValidationKeyword(word))
            .build();

    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V4, builder -> builder.metaSchema(DIALECT).defaultMetaSchemaIri(DIALECT.getIri()));
    private final ObjectNode components;

    private SchemaCheck(Map<String, Object> root) {
        this.components = JSON.valueToTree(Map.of("components", Tree.map(root.get("components"))));
    }

    /** Creates a check with the components of a spec. */
    public static SchemaCheck of(Map<String, Object> root) {
        return new SchemaCheck(root);
    }

    /** Whether a local reference resolves. */
    boolean resolves(String reference) {
        return reference.startsWith("#/")
                && !components.at(reference.substring(1)).isMissingNode();
    }

    /** The value as a parser would give it: whole numbers are integers, whatever their class was. */
    private static JsonNode asParsed(@Nullable Object value) {
        try {
            return JSON.readTree(JSON.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The violations of a value, as messages that begin with the location inside it; empty if it is valid. */
    public List<String> messages(Map<String, Object> schema, @Nullable Object value) {
        return violations(schema, value).stream()
                .map(v -> v.pointer().isEmpty() ? v.message() : v.pointer() + ": " + v.message())
                .toList();
    }

    /** The violations of a value, each with its location; empty if it is valid. */
    List<Violation> violations(Map<String, Object> schema, @Nullable Object value) {
        ObjectNode document = components.deepCopy();
        document.setAll((ObjectNode) JSON.valueToTree(schema));
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                .formatAssertionsEnabled(false)
                .pathType(PathType.JSON_POINTER)
                .locale(Locale.ROOT)
                .messageSource(
                        new ResourceBundleMessageSource("openvenue/messages", DefaultMessageSource.BUNDLE_BASE_NAME))
                .errorMessageKeyword("x-message")
                .build();
        JsonSchema compiled = factory.getSchema(document, config);
        return compiled.validate(asParsed(value)).stream()
                // Why each alternative fails is of little use; that none matches is reported anyway.
                .filter(m -> !m.getEvaluationPath().toString().contains("/oneOf/"))
                .map(m -> new Violation(m.getInstanceLocation().toString(), m.getError()))
                .sorted(Comparator.comparing(Violation::pointer).thenComparing(Violation::message))
                .toList();
    }
}
