package dev.openvenue.conformance;

import dev.openvenue.core.VenueClient;
import dev.openvenue.core.VenueClientBuilder;
import dev.openvenue.core.VenueProvider;
import dev.openvenue.core.limit.RateLimits;
import dev.openvenue.core.signing.Credentials;
import dev.openvenue.core.signing.RequestSigner;
import dev.openvenue.core.signing.SigningKeys;
import dev.openvenue.generator.lint.SchemaCheck;
import dev.openvenue.generator.spec.SpecBundle;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** A venue on the class path with its spec. */
final class Venue {
    private static final Path SPECS = Path.of("..", "specs");
    private static final List<Venue> ALL = ServiceLoader.load(VenueProvider.class).stream()
            .map(provider -> new Venue(provider.get()))
            .sorted(Comparator.comparing(Venue::name))
            .toList();

    private final VenueProvider provider;
    private final Map<String, @Nullable Object> spec;
    private final OpenAPI openApi;
    private final SchemaCheck schemas;
    private final Map<String, Map<String, @Nullable Object>> written = new ConcurrentHashMap<>();

    private Venue(VenueProvider provider) {
        this.provider = provider;
        Path file = SPECS.resolve(provider.id()).resolve("openapi.yaml");
        String text = SpecBundle.read(file).text();
        this.spec = Json.map(new Yaml().load(text));
        this.openApi = new OpenAPIV3Parser().readContents(text).getOpenAPI();
        this.schemas = SchemaCheck.of(Map.copyOf(withoutNulls(spec)));
    }

    /** All venues on the class path. */
    static List<Venue> all() {
        return ALL;
    }

    /** The venue with this id. */
    static Venue of(String id) {
        return ALL.stream()
                .filter(venue -> venue.name().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No venue " + id + " is on the class path"));
    }

    /** The venue's id. */
    String name() {
        return provider.id();
    }

    /** The folder of its cases. */
    Path cases() {
        return SPECS.resolve(name()).resolve("cases");
    }

    /** Builds a client without rate limits: the responses come from memory or from this machine. */
    VenueClientBuilder<? extends VenueClient> client() {
        return provider.builder().rateLimits(RateLimits.none());
    }

    /** Starts a client with invented credentials that every venue's scheme takes. */
    VenueClientBuilder<? extends VenueClient> signedClient() {
        return client().credentials(Credentials.of(
                "invented-key", "invented-passphrase", SigningKeys.hmacSha256("invented-secret")));
    }

    /** Arguments that an operation takes: those of its first request case. */
    Map<String, @Nullable Object> arguments(String operation) {
        return Case.all(this, "requests").stream()
                .filter(test -> test.operation().equals(operation) && test.isWhole())
                .findFirst()
                .orElseThrow(() -> new AssertionError(operation + " has no request case to call it with"))
                .arguments();
    }

    /** Arguments with the elements of a list that is given as on the wire, joined with commas. */
    Map<String, @Nullable Object> typed(String operation, Map<String, @Nullable Object> arguments) {
        Map<String, @Nullable Object> typed = new LinkedHashMap<>(arguments);
        List<Parameter> parameters =
                operations().getOrDefault(operation, new Operation()).getParameters();
        for (Parameter parameter : parameters == null ? List.<Parameter>of() : parameters) {
            boolean list = parameter.getSchema() instanceof ArraySchema;
            typed.computeIfPresent(
                    parameter.getName(), (name, value) -> list && value instanceof String text ? split(text) : value);
        }
        return typed;
    }

    private static List<String> split(String text) {
        return List.of(text.split(",", -1));
    }

    /** The signer that the spec names. */
    RequestSigner signer() throws ReflectiveOperationException {
        String name = Json.text(Json.map(spec.get("x-venue")), "signer");
        return (RequestSigner) Class.forName("dev.openvenue.core.signing." + name)
                .getConstructor()
                .newInstance();
    }

    /** The parsed spec. */
    OpenAPI openApi() {
        return openApi;
    }

    /** The operations of the spec by their ids. */
    Map<String, Operation> operations() {
        Map<String, Operation> operations = new LinkedHashMap<>();
        openApi.getPaths()
                .values()
                .forEach(path -> path.readOperations()
                        .forEach(operation -> operations.put(operation.getOperationId(), operation)));
        return operations;
    }

    /** The paths of the spec. */
    Map<String, PathItem> paths() {
        return openApi.getPaths();
    }

    /** An entry of an extension at the root. */
    String spec(String extension, String entry) {
        return Json.text(Json.map(spec.get(extension)), entry);
    }

    /** The root of the spec, as written. */
    Map<String, @Nullable Object> spec() {
        return spec;
    }

    /** The operation as written in the spec. */
    Map<String, @Nullable Object> written(String operation) {
        return written.computeIfAbsent(operation, this::search);
    }

    private Map<String, @Nullable Object> search(String operation) {
        for (Object path : Json.map(spec.get("paths")).values()) {
            for (Object candidate : Json.map(path).values()) {
                Map<String, @Nullable Object> map = Json.map(candidate);
                if (operation.equals(map.get("operationId"))) {
                    return map;
                }
            }
        }
        throw new IllegalArgumentException(name() + " has no operation " + operation);
    }

    /** The schema of an operation's response document, as written. */
    Map<String, @Nullable Object> documentSchema(String operation) {
        Object responses = Json.map(written(operation).get("responses")).get("200");
        Object media = Json.map(Json.map(responses).get("content")).get("application/json");
        return Json.map(Json.map(media).get("schema"));
    }

    /** Where an operation keeps its payload: a field, or {@code .}. */
    String dataField(String operation) {
        return envelope(operation, "data");
    }

    /** Where an operation's response says whether it is a success. */
    String verdictField(String operation) {
        return envelope(operation, "verdict");
    }

    /** The verdicts that mean success. */
    List<String> successes(String operation) {
        Map<String, @Nullable Object> own = Json.map(written(operation).get("x-envelope"));
        Object values =
                own.getOrDefault("success", Json.map(spec.get("x-envelope")).get("success"));
        return values instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private String envelope(String operation, String entry) {
        String own = Json.text(Json.map(written(operation).get("x-envelope")), entry);
        return own.isEmpty() ? Json.text(Json.map(spec.get("x-envelope")), entry) : own;
    }

    /** How a document violates its schema. */
    List<String> schemaProblems(String operation, @Nullable Object document) {
        return schemas.messages(Map.copyOf(withoutNulls(documentSchema(operation))), document);
    }

    private static Map<String, Object> withoutNulls(Map<String, @Nullable Object> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (value != null) {
                copy.put(key, Objects.requireNonNull(value));
            }
        });
        return copy;
    }
}
