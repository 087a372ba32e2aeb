package dev.openvenue.generator;

import dev.openvenue.generator.spec.SpecOperation;
import dev.openvenue.generator.spec.Tree;
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
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Computes the template data of the operations and models of a spec, and keeps in the OpenAPI document only what gets a
 * file: the schemas that some operation uses.
 */
final class ViewBuilder {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    /** What OpenAPI Generator sees of a model: enough to write its files. Their content comes from the views. */
    private static final Schema<?> PLACEHOLDER = new ObjectSchema().addProperty("placeholder", new StringSchema());

    private final OpenAPI openApi;
    private final Map<String, SpecOperation> operations;
    private final VenueView venue;
    private final String modelPackage;
    private final Types types;
    private final Map<String, ModelView.Use> uses = new LinkedHashMap<>();
    private final Set<String> read = new HashSet<>();
    private final Map<String, Schema<?>> collected = new LinkedHashMap<>();

    /** The same operations stand in the document and in the spec, which says what their extensions mean. */
    ViewBuilder(OpenAPI openApi, Map<String, SpecOperation> operations, VenueView venue, String modelPackage) {
        this.openApi = openApi;
        this.operations = operations;
        this.venue = venue;
        this.modelPackage = modelPackage;
        this.types = new Types(openApi, modelPackage);
    }

    void addTo(Map<String, OperationView> views, Map<String, ModelView> models) {
        for (PathItem path : openApi.getPaths().values()) {
            path.readOperations().forEach(operation -> {
                OperationView view = operation(operation);
                views.put(operation.getOperationId(), view);
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

    private OperationView operation(Operation operation) {
        SpecOperation spec = Objects.requireNonNull(operations.get(operation.getOperationId()));
        Schema<?> payload = payload(operation, spec);
        JavaType payloadType = payload == null ? JavaType.wire("Void", "any", "any") : types.of(payload);
        JavaType row = null;
        if (payload != null) {
            use(payload, ModelView.Use.RESPONSE);
            row = row(payload, spec);
        }
        Names names = new Names();
        List<ParameterView> parameters = new ArrayList<>();
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(p -> parameter(p, names, parameters));
        }
        boolean form = body(operation, names, parameters);
        collect(spec, parameters);
        Map<String, Object> cancel = spec.extension("x-batch-cancel");
        if (!cancel.isEmpty()) {
            venue.batchCancel(spec.id(), cancel, id -> Objects.requireNonNull(operations.get(id)));
        }
        Map<String, Object> deadMansSwitch = spec.extension("x-dead-mans-switch");
        if (!deadMansSwitch.isEmpty()) {
            venue.deadMansSwitch(spec.id(), deadMansSwitch);
        }
        Map<String, Object> place = spec.extension("x-batch-place");
        if (!place.isEmpty()) {
            Map<String, Object> batch = spec.extension("x-batch");
            venue.batchPlace(spec.id(), batch, place, spec.elementName(Tree.text(batch.get("list"))));
        }
        simplify(operation);
        return new OperationView(spec, payloadType, row, parameters, form, modelPackage);
    }

    /** The schema of the payload inside the response; null if the response has none. */
    private @Nullable Schema<?> payload(Operation operation, SpecOperation spec) {
        ApiResponse response = required(operation.getResponses().get("200"), "a 200 response");
        return at(spec.payloadLocation(), media(response.getContent(), JSON).getSchema());
    }

    /** The type of a row of the payload's pages; null if the operation is not paginated. */
    private @Nullable JavaType row(Schema<?> payload, SpecOperation spec) {
        if (!spec.paginated()) {
            return null;
        }
        Schema<?> list = required(at(spec.rowsLocation(), payload), "the rows of " + spec.id());
        return types.of(types.resolve(list).getItems());
    }

    private @Nullable Schema<?> at(String location, Schema<?> schema) {
        return location.equals(".")
                ? schema
                : types.members(types.resolve(schema)).get(location);
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

    private void collect(SpecOperation operation, List<ParameterView> parameters) {
        String name = OperationView.requestType(operation, parameters);
        if (name.isEmpty()) {
            return;
        }
        ObjectSchema schema = new ObjectSchema();
        schema.setDescription("The parameters of `" + operation.id() + "`.");
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
        String name = types.nameOf(schema);
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
