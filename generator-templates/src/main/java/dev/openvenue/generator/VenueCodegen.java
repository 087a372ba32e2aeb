package dev.openvenue.generator;

import com.samskivert.mustache.Mustache;
import dev.openvenue.generator.lint.JavaNames;
import dev.openvenue.generator.lint.SpecLint;
import dev.openvenue.generator.spec.SpecBundle;
import dev.openvenue.generator.spec.SpecOperation;
import dev.openvenue.generator.spec.SpecRejectedException;
import dev.openvenue.generator.spec.Tree;
import dev.openvenue.generator.spec.Violation;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenType;
import org.openapitools.codegen.SupportingFile;
import org.openapitools.codegen.api.TemplatingEngineAdapter;
import org.openapitools.codegen.languages.AbstractJavaCodegen;
import org.openapitools.codegen.model.ModelMap;
import org.openapitools.codegen.model.ModelsMap;
import org.openapitools.codegen.model.OperationsMap;

/**
 * The generator {@code openvenue}: Retrofit interfaces, records with Moshi adapters, and a client, from one venue's
 * spec. It checks the spec first and rejects it as a whole. The data of the templates is computed here from the
 * schemas; OpenAPI Generator reads the spec, drives the templates and writes the files.
 */
public final class VenueCodegen extends AbstractJavaCodegen {
    /** Lets ServiceLoader find the client. */
    private static final String SERVICE = "service.mustache";

    /** Tells GraalVM's native-image what the runtime does by reflection. */
    private static final String REACHABILITY = "reachability.mustache";

    /** The templates that do not produce Java. */
    static final Set<String> RESOURCES = Set.of(SERVICE, REACHABILITY);

    private static final String VIEW = "x-view";

    /** The name of a file that is not written: OpenAPI Generator requires a file for every model and template. */
    private static final String NO_FILE = ".none";

    private final Map<String, SpecOperation> spec = new HashMap<>();
    private final Map<String, ModelView> models = new HashMap<>();
    private final Map<String, OperationView> operations = new HashMap<>();
    private final FormattingEngine engine = new FormattingEngine();
    private @Nullable VenueView venue;

    /** Called by OpenAPI Generator. */
    public VenueCodegen() {
        embeddedTemplateDir = "openvenue";
        templateDir = "openvenue";
        apiTemplateFiles.put("api.mustache", "Api");
        apiTemplateFiles.put("calls.mustache", JavaNames.CALLS);
        apiTemplateFiles.put("endpoints.mustache", JavaNames.ENDPOINTS);
        modelTemplateFiles.put("model.mustache", ".java");
        modelTemplateFiles.put("adapter.mustache", "JsonAdapter.java");
        apiTestTemplateFiles.clear();
        modelTestTemplateFiles.clear();
        apiDocTemplateFiles.clear();
        modelDocTemplateFiles.clear();
        openApiNullable = false;
        hideGenerationTimestamp = true;
        openapiGeneratorIgnoreList.add("**/*" + NO_FILE);
    }

    @Override
    public CodegenType getTag() {
        return CodegenType.CLIENT;
    }

    @Override
    public String getName() {
        return "openvenue";
    }

    @Override
    public String getHelp() {
        return "Generates a venue's OpenVenue client: Retrofit interfaces, records and Moshi adapters.";
    }

    /** The specs are written for this generator; normalising them first would only obscure the messages. */
    @Override
    public boolean getUseOpenapiNormalizer() {
        return false;
    }

    /** A misspelt name in a template fails the build instead of rendering nothing. */
    @Override
    public Mustache.Compiler processCompiler(Mustache.Compiler compiler) {
        return compiler.escapeHTML(false).nullValue("").emptyStringIsFalse(true);
    }

    /** Ignores the engine that the caller chose by name: the templates are Mustache, and their output is formatted. */
    @Override
    public TemplatingEngineAdapter getTemplatingEngine() {
        return engine;
    }

    /** Runs before anything reads the document, which until then contains the root as Swagger Parser understood it. */
    @Override
    public void processOpts() {
        super.processOpts();
        // Swagger Parser follows references to other files, but not those inside extensions.
        SpecBundle bundle = readSpec();
        spec.putAll(bundle.operations());
        OpenAPI whole = new OpenAPIV3Parser().readContents(bundle.text()).getOpenAPI();
        openAPI.setPaths(whole.getPaths());
        openAPI.setComponents(whole.getComponents());
    }

    @Override
    public void preprocessOpenAPI(OpenAPI openApi) {
        VenueView view = new VenueView(openApi);
        venue = view;
        String root = "dev.openvenue." + view.packageName;
        setInvokerPackage(root);
        setApiPackage(root);
        setModelPackage(root + ".model");
        additionalProperties.put("invokerPackage", root);
        additionalProperties.put("apiPackage", root);
        additionalProperties.put("modelPackage", modelPackage);
        additionalProperties.put("venue", view);
        ViewBuilder views = new ViewBuilder(openApi, spec, view, modelPackage);
        views.addTo(operations, models);
        supportingFiles(root, view);
    }

    /** Reads the spec, and rejects it as a whole if it has any violation. */
    private SpecBundle readSpec() {
        String file = getInputSpec().startsWith("file:")
                ? Path.of(java.net.URI.create(getInputSpec())).toString()
                : getInputSpec();
        SpecBundle bundle = SpecBundle.read(Path.of(file));
        List<Violation> violations = new ArrayList<>(SpecLint.check(bundle));
        signer(Path.of(file), bundle).ifPresent(violations::add);
        if (!violations.isEmpty()) {
            throw new SpecRejectedException("The spec is not fit to generate from:", violations);
        }
        return bundle;
    }

    /**
     * What is wrong with the signer: in this repository it must be among the core's, or the client would not compile,
     * for a reason that its compiler does not tell.
     */
    private static Optional<Violation> signer(Path spec, SpecBundle bundle) {
        String name = Tree.text(Tree.map(bundle.document().get("x-venue")).get("signer"));
        Path folder = spec.toAbsolutePath()
                .normalize()
                .resolve("../../../sdk-core/src/main/java")
                .resolve(VenueView.SIGNERS.replace('.', '/'))
                .normalize();
        boolean missing =
                !name.contains(".") && Files.isDirectory(folder) && !Files.exists(folder.resolve(name + ".java"));
        return missing
                ? Optional.of(bundle.violation(
                        "/x-venue/signer",
                        "x-venue.signer names " + name + ", a class that " + VenueView.SIGNERS + " lacks",
                        "Write it there, or give the full name of a RequestSigner that is elsewhere"))
                : Optional.empty();
    }

    private void supportingFiles(String root, VenueView view) {
        String type = view.type;
        supportingFiles.clear();
        String folder = (sourceFolder + "/" + root).replace('.', '/');
        String resources = "src/main/resources/META-INF/";
        supportingFiles.add(new SupportingFile("module.mustache", sourceFolder, "module-info.java"));
        supportingFiles.add(new SupportingFile("client.mustache", folder, type + "Client.java"));
        supportingFiles.add(new SupportingFile("errors.mustache", folder, type + "Errors.java"));
        supportingFiles.add(new SupportingFile("package.mustache", folder, "package-info.java"));
        supportingFiles.add(new SupportingFile("json.mustache", folder + "/model", type + "Json.java"));
        supportingFiles.add(new SupportingFile("modelPackage.mustache", folder + "/model", "package-info.java"));
        if (!view.tool) {
            supportingFiles.add(new SupportingFile("provider.mustache", folder, type + "Provider.java"));
            supportingFiles.add(
                    new SupportingFile(SERVICE, resources + "services", "dev.openvenue.core.VenueProvider"));
        }
        supportingFiles.add(new SupportingFile(
                REACHABILITY,
                resources + "native-image/dev.openvenue/openvenue-" + view.id,
                "reachability-metadata.json"));
    }

    @Override
    public String toModelName(String name) {
        return name;
    }

    @Override
    public String toApiName(String name) {
        return name.isEmpty() ? "DefaultApi" : name + "Api";
    }

    @Override
    public String apiFilename(String templateName, String tag) {
        String suffix = apiTemplateFiles.get(templateName) + ".java";
        return apiFileFolder() + "/" + toApiFilename(tag).replaceFirst("Api$", suffix);
    }

    /** An enum, or a record without a JSON form, needs no adapter. */
    @Override
    public String modelFilename(String templateName, String modelName) {
        ModelView view = models.get(modelName);
        boolean needless = templateName.equals("adapter.mustache") && view != null && (view.openEnum || !view.json);
        return super.modelFilename(templateName, modelName) + (needless ? NO_FILE : "");
    }

    @Override
    public Map<String, ModelsMap> postProcessAllModels(Map<String, ModelsMap> all) {
        all.forEach((name, bundle) -> {
            for (ModelMap model : bundle.getModels()) {
                model.getModel().getVendorExtensions().put(VIEW, models.get(name));
            }
        });
        return all;
    }

    @Override
    public OperationsMap postProcessOperationsWithModels(OperationsMap bundle, List<ModelMap> allModels) {
        Set<String> imports = new TreeSet<>();
        for (CodegenOperation operation : bundle.getOperations().getOperation()) {
            OperationView view = Objects.requireNonNull(operations.get(operation.operationIdOriginal));
            operation.vendorExtensions.put(VIEW, view);
            imports.addAll(view.imports);
        }
        bundle.put("apiImports", imports);
        bundle.put(
                "api",
                Objects.requireNonNull(venue)
                        .apis
                        .get(bundle.getOperations()
                                .getOperation()
                                .get(0)
                                .tags
                                .get(0)
                                .getName()));
        return bundle;
    }

    @SuppressWarnings("rawtypes") // Swagger's model is raw.
    static Map<String, Schema> schemas(OpenAPI openApi) {
        return openApi.getComponents().getSchemas();
    }
}
