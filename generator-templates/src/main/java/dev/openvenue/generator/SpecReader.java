package dev.openvenue.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the operations and models of a spec, unwraps payloads from their envelopes, and keeps in the OpenAPI document
 * only what gets a file: the schemas that some operation uses.
 */
final class SpecReader {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    /** What OpenAPI Generator sees of a model: enough to write its files. Their content comes from the views. */
    private static final Schema<?> PLACEHOLDER = new ObjectSchema().addProperty("placeholder", new StringSchema());

    private final OpenAPI openApi;
    private final VenueView venue;
    private final String modelPackage;
    private final Types types;
    private final Map<String, ModelView.Use> uses = new LinkedHashMap<>();
    private final Set<String> read = new HashSet<>();
    private final Map<String, Schema<?>> collected = new LinkedHashMap<>();

    SpecReader(OpenAPI openApi, VenueView venue, String modelPackage) {
        this.openApi = openApi;
        this.venue = venue;
        this.modelPackage = modelPackage;
        this.types = new Types(openApi, modelPackage);
    }

    void readInto(Map<String, OperationView> operations, Map<String, ModelView> models) {
        for (Map.Entry<String, PathItem> path : openApi.getPaths().entrySet()) {
            path.getValue().readOperationsMap().forEach((method, operation) -> {
                OperationView view = operation(method.name(), path.getKey(), operation);
                operations.put(operation.getOperationId(), view);
                venue.offer(operation.getTags().get(0), view);
            });
        }
        Map<String, Schema<?>> kept = new LinkedHashMap<>();
        uses.forEach((name, use) -> {
            Schema<?> schema = schema(name);
            ModelView view = new ModelView(name, schema, types, use, read.contains(name));
            models.put(name, view);
            kept.put(name, schema);
            if (view.openEnum) {
                String numeric = String.valueOf("integer".equals(schema.getType()));
                venue.adapters.put(name, "JsonAdapters.ofEnum(" + name + "::of, " + numeric + ")");
            } else if (view.json) {
                venue.adapters.put(name, name + "JsonAdapter.INSTANCE");
            }
        });
        kept.replaceAll((name, schema) -> PLACEHOLDER);
        openApi.getComponents().setSchemas(new LinkedHashMap<>(kept));
        openApi.getComponents().setResponses(null);
        openApi.getComponents().setParameters(null);
    }

    private Schema<?> schema(String name) {
        Schema<?> own = collected.get(name);
        return own != null ? own : types.resolve(new Schema<>().$ref("#/components/schemas/" + name));
    }

    private OperationView operation(String method, String path, Operation operation) {
        String id = operation.getOperationId();
        Map<String, Object> extensions = operation.getExtensions() == null ? Map.of() : operation.getExtensions();
        Schema<?> payload = payload(operation, extensions);
        JavaType payloadType = payload == null ? JavaType.wire("Void", "any", "any") : types.of(payload);
        if (payload != null) {
            use(payload, ModelView.Use.RESPONSE);
        }
        Names names = new Names();
        List<ParameterView> parameters = new ArrayList<>();
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(p -> parameter(p, names, parameters));
        }
        boolean form = body(operation, names, parameters);
        collect(id, parameters);
        if (extensions.containsKey("x-batch-cancel")) {
            venue.batchCancel(id, Tree.map(extensions.get("x-batch")), Tree.map(extensions.get("x-batch-cancel")));
        }
        simplify(operation);
        return new OperationView(
                method.toUpperCase(Locale.ROOT), path, operation, payloadType, parameters, form, venue, modelPackage);
    }

    /** The schema of the payload inside the documented response; null if the response has none. */
    private @Nullable Schema<?> payload(Operation operation, Map<String, Object> extensions) {
        Schema<?> document = media(
                        required(operation.getResponses().get("200"), "a 200 response")
                                .getContent(),
                        JSON)
                .getSchema();
        Map<String, Object> envelope = new LinkedHashMap<>(venue.rootEnvelope);
        envelope.putAll(Tree.map(extensions.get("x-envelope")));
        String data = Tree.text(envelope.get("data"));
        return data.equals(".")
                ? document
                : types.members(types.resolve(document)).get(data);
    }

    private void parameter(Parameter declared, Names names, List<ParameterView> parameters) {
        Parameter parameter = declared.get$ref() == null
                ? declared
                : required(
                        openApi.getComponents().getParameters().get(lastWord(declared.get$ref())), declared.get$ref());
        if (venue.supplies.contains(parameter.getName())) {
            return;
        }
        String kind = Names.upperFirst(parameter.getIn());
        boolean joined =
                types.resolve(parameter.getSchema()).getItems() != null && Boolean.FALSE.equals(parameter.getExplode());
        Schema<?> schema = parameter.getSchema();
        if (parameter.getDescription() != null) {
            schema.setDescription(parameter.getDescription());
        }
        parameters.add(ParameterView.of(
                kind,
                parameter.getName(),
                names.variable(parameter.getName()),
                Boolean.TRUE.equals(parameter.getRequired()),
                schema,
                joined,
                types));
        use(schema, ModelView.Use.REQUEST);
    }

    /** Adds the parameters of the body; returns whether it is a form. */
    private boolean body(Operation operation, Names names, List<ParameterView> parameters) {
        RequestBody body = operation.getRequestBody();
        if (body != null && body.get$ref() != null) {
            body = openApi.getComponents().getRequestBodies().get(lastWord(body.get$ref()));
        }
        if (body == null) {
            return false;
        }
        Content content = body.getContent();
        MediaType form = content.get(FORM);
        if (form != null) {
            Schema<?> schema = types.resolve(form.getSchema());
            Set<String> required = types.required(schema);
            types.members(schema).forEach((wire, member) -> {
                if (!venue.supplies.contains(wire)) {
                    parameters.add(ParameterView.of(
                            "Field", wire, names.variable(wire), required.contains(wire), member, false, types));
                    Schema<?> encoded = Types.encoded(member);
                    use(encoded == null ? member : encoded, ModelView.Use.REQUEST);
                }
            });
            return true;
        }
        Schema<?> schema = media(content, JSON).getSchema();
        drop(types.resolve(schema));
        parameters.add(
                ParameterView.body(names.unused("request"), schema, Boolean.TRUE.equals(body.getRequired()), types));
        use(schema, ModelView.Use.REQUEST);
        return false;
    }

    private static MediaType media(Content content, String type) {
        return required(content.get(type), type);
    }

    private static <T> T required(@Nullable T value, String what) {
        if (value == null) {
            throw new IllegalArgumentException("the spec lacks " + what);
        }
        return value;
    }

    private static String lastWord(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    /** Removes from a request model what the signer supplies. */
    private void drop(Schema<?> schema) {
        if (schema.getProperties() != null) {
            schema.getProperties().keySet().removeAll(venue.supplies);
        }
        if (schema.getRequired() != null) {
            schema.setRequired(new ArrayList<>(schema.getRequired()));
            schema.getRequired().removeAll(venue.supplies);
        }
    }

    private void collect(String id, List<ParameterView> parameters) {
        String name = OperationView.requestType(id, parameters);
        if (name.isEmpty()) {
            return;
        }
        ObjectSchema schema = new ObjectSchema();
        schema.setDescription("The parameters of `" + id + "`.");
        parameters.forEach(p -> {
            schema.addProperty(p.member(), p.schema());
            if (p.required()) {
                schema.addRequiredItem(p.member());
            }
        });
        collected.put(name, schema);
        uses.put(name, ModelView.Use.PARAMETERS);
    }

    /** Marks a schema and all that it refers to as used. */
    private void use(Schema<?> schema, ModelView.Use use) {
        String name = Types.nameOf(schema);
        Schema<?> target = types.resolve(schema);
        if (name != null && (Types.isEnum(target) || types.isRecord(target))) {
            boolean known = use == ModelView.Use.RESPONSE ? !read.add(name) : uses.get(name) == use;
            if (known) {
                return;
            }
            // A schema that is both sent and read counts as a request.
            uses.merge(name, use, (before, now) -> before == ModelView.Use.REQUEST ? before : now);
        }
        types.children(target).forEach(child -> use(child, use));
        Schema<?> encoded = Types.encoded(target);
        if (encoded != null) {
            use(encoded, use);
        }
    }

    /** Keeps only what OpenAPI Generator needs to list the operation under its tag. */
    private static void simplify(Operation operation) {
        operation.setParameters(null);
        operation.setRequestBody(null);
        operation.setResponses(new ApiResponses());
    }
}
