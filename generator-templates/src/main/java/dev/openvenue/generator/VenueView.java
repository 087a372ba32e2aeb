package dev.openvenue.generator;

import dev.openvenue.generator.lint.JavaNames;
import dev.openvenue.generator.spec.SpecOperation;
import dev.openvenue.generator.spec.Tree;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The template data of a venue as a whole. */
final class VenueView {
    /**
     * A generated interface, the Retrofit interface behind it, the delegation from the one to the other, and the
     * accessor.
     */
    record Api(String type, String endpoints, String calls, String accessor, String doc) {}

    /** A line of the error catalogue. */
    record ErrorLine(
            String codes, String kind, String effect, String remedy, boolean inferred, String meaning, String see) {}

    /** The package of the signers that are published with the core. */
    static final String SIGNERS = "dev.openvenue.core.signing";

    final String id;
    final String family;

    /** Whether it is no venue, so that nothing may find it among the venues. */
    final boolean tool;

    /** The id as a part of a package's name; of a tool, whose own code may have the id, with an end. */
    final String packageName;

    final String name;
    final String type;
    final String signer;

    /** The full name of the signer's class. */
    final String signerClass;

    final String baseUrl;
    final List<String> doc;
    final String envelope;
    final String serverTime;
    final Set<String> supplies;
    final List<ErrorLine> errors = new ArrayList<>();
    final List<String> limits = new ArrayList<>();
    final List<String> headers = new ArrayList<>();
    final List<ClientOption> options = new ArrayList<>();
    final String limitHeaders;
    final Map<String, Api> apis = new TreeMap<>();
    final Map<String, String> adapters = new TreeMap<>();
    String batchCancel = "null";
    String batchCancelPace = "";
    String batchPlace = "null";
    String newOrder = "";
    String deadMansSwitch = "";

    /** The rate limits that all operations share. */
    private final List<Map<String, Object>> ofEveryCall;

    /** The operations that a newcomer needs first. */
    private final List<String> firstCalls;

    private final Map<String, String> firstLines = new LinkedHashMap<>();

    VenueView(OpenAPI openApi) {
        Map<String, Object> extensions = openApi.getExtensions();
        Map<String, Object> venue = Tree.map(extensions.get("x-venue"));
        this.id = Tree.text(venue.get("id"));
        this.name = Tree.text(venue.get("name"));
        this.family = Tree.text(venue.getOrDefault("family", id));
        this.tool = Boolean.TRUE.equals(venue.get("tool"));
        this.packageName = id.replace("-", "") + (tool ? ".client" : "");
        this.type = Names.upperFirst(Names.camel(id));
        String named = Tree.text(venue.get("signer"));
        this.signerClass = named.contains(".") ? named : SIGNERS + "." + named;
        this.signer = signerClass.substring(signerClass.lastIndexOf('.') + 1);
        this.supplies = Set.copyOf(Tree.texts(venue.get("supplies")));
        this.baseUrl = openApi.getServers().get(0).getVariables() == null
                ? openApi.getServers().get(0).getUrl()
                : withDefaults(openApi);
        this.doc = Javadoc.lines(openApi.getInfo().getDescription());
        this.envelope = OperationAnnotations.envelope(Tree.map(extensions.get("x-envelope")));
        Map<String, Object> time = Tree.map(extensions.get("x-server-time"));
        this.serverTime = Tree.text(time.get("operation"))
                + (time.containsKey("field") ? "/" + Tree.text(time.get("field")) : "");
        this.firstCalls = Tree.texts(extensions.get("x-first-calls"));
        Tree.list(extensions.get("x-error-codes")).forEach(entry -> error(Tree.map(entry)));
        this.ofEveryCall = Tree.list(extensions.get("x-rate-limit")).stream()
                .map(Tree::map)
                .toList();
        ofEveryCall.forEach(entry -> limits.add(limit(entry)));
        Tree.list(extensions.get("x-client-headers")).forEach(entry -> header(Tree.map(entry)));
        receiveWindow(Tree.map(extensions.get("x-receive-window")));
        this.limitHeaders = limitHeaders(Tree.map(extensions.get("x-rate-limit-headers")));
        if (openApi.getTags() != null) {
            openApi.getTags()
                    .forEach(tag -> apis.put(
                            tag.getName(),
                            new Api(
                                    tag.getName() + "Api",
                                    tag.getName() + JavaNames.ENDPOINTS,
                                    tag.getName() + JavaNames.CALLS,
                                    Names.camel(tag.getName()),
                                    Javadoc.sentence(tag.getDescription(), tag.getName()))));
        }
    }

    /** Records how orders are cancelled in batches. */
    void batchCancel(String operation, Map<String, Object> cancel, Function<String, SpecOperation> operations) {
        batchCancel = BatchCancelView.expression(
                operation, cancel, id -> operations.apply(id).extension("x-batch"));
        batchCancelPace = BatchCancelView.pace(
                cancel,
                id -> Stream.concat(Stream.of(operations.apply(id).extension("x-rate-limit")), ofEveryCall.stream())
                        .toList());
    }

    /**
     * Records how orders are placed in batches.
     *
     * @param newOrder the model of an order that is to be placed
     */
    void batchPlace(String operation, Map<String, Object> batch, Map<String, Object> place, String newOrder) {
        batchPlace = BatchPlaceView.expression(operation, batch, place);
        this.newOrder = newOrder;
    }

    /** Adds an operation to the candidates for the package's Javadoc. */
    void offer(String tag, OperationView operation) {
        Api api = apis.get(tag);
        if (api != null) {
            firstLines.put(
                    operation.name,
                    "<li>{@link dev.openvenue." + packageName + "." + api.type() + "#" + operation.name + " "
                            + api.accessor() + "()." + operation.name + "}: " + operation.summary);
        }
    }

    /** The operations that a newcomer needs first, as list items. */
    List<String> first() {
        List<String> items = new ArrayList<>();
        firstCalls.forEach(name -> items.add(firstLines.get(name)));
        return items;
    }

    boolean hasFirst() {
        return !firstCalls.isEmpty();
    }

    /** Whether the venue has a family that is not its own. */
    boolean hasFamily() {
        return !family.equals(id);
    }

    /** Whether its client has options that other venues' clients lack. */
    boolean hasOptions() {
        return !options.isEmpty();
    }

    boolean hasLimitHeaders() {
        return !limitHeaders.isEmpty();
    }

    /** Records the operation that sets the dead man's switch. */
    void deadMansSwitch(String operation, Map<String, Object> entry) {
        String most = entry.containsKey("most") ? duration(entry.get("most")) : "null";
        deadMansSwitch = "new SwitchDescription(" + Names.literal(operation) + ", "
                + Names.literal(Tree.text(entry.get("argument"))) + ", " + duration(entry.get("unit")) + ", "
                + duration(entry.get("least")) + ", " + most + ", " + Tree.text(entry.get("disarm")) + ")";
    }

    /** The expression of a duration such as {@code 5s}. */
    static String duration(@Nullable Object text) {
        String value = Tree.text(text);
        String number = value.replaceAll("[a-z]+", "");
        return "Duration.of" + (value.endsWith("ms") ? "Millis" : value.endsWith("s") ? "Seconds" : "Minutes") + "("
                + number + ")";
    }

    boolean hasDeadMansSwitch() {
        return !deadMansSwitch.isEmpty();
    }

    boolean hasBatchCancelPace() {
        return !batchCancelPace.isEmpty();
    }

    boolean hasBatchCancel() {
        return !batchCancel.equals("null");
    }

    boolean hasBatchPlace() {
        return !batchPlace.equals("null");
    }

    List<Api> apiList() {
        return List.copyOf(apis.values());
    }

    /** The models that have an adapter, each with the expression for it. */
    List<Map.Entry<String, String>> adapterList() {
        return List.copyOf(adapters.entrySet());
    }

    /** The Retrofit interfaces. */
    String endpoints() {
        return apis.values().stream().map(api -> api.endpoints() + ".class").collect(Collectors.joining(", "));
    }

    private static String withDefaults(OpenAPI openApi) {
        String url = openApi.getServers().get(0).getUrl();
        for (var variable : new LinkedHashMap<>(openApi.getServers().get(0).getVariables()).entrySet()) {
            url = url.replace("{" + variable.getKey() + "}", variable.getValue().getDefault());
        }
        return url;
    }

    private void error(Map<String, Object> entry) {
        errors.add(new ErrorLine(
                Names.literal(String.join(" ", Tree.texts(entry.get("codes")))),
                constant(entry.get("kind")),
                constant(entry.get("effect")),
                constant(entry.get("remedy")),
                Boolean.TRUE.equals(entry.get("inferred")),
                Names.literal(Tree.text(entry.get("meaning")).replaceAll("\\s+", " ")),
                entry.containsKey("see") ? ".see(" + Names.literal(Tree.text(entry.get("see"))) + ")" : ""));
    }

    private void header(Map<String, Object> entry) {
        ClientOption option = ClientOption.of(entry);
        if (option != null) {
            options.add(option);
        }
        header(Tree.text(entry.get("name")), ClientOption.standard(entry), entry.containsKey("signed-only"));
    }

    private void receiveWindow(Map<String, Object> window) {
        if (!window.isEmpty()) {
            options.add(ClientOption.receiveWindow(window));
            long standard = OperationAnnotations.period(Tree.text(window.get("default")))
                    .toMillis();
            header(Tree.text(window.get("header")), Names.literal(Long.toString(standard)), true);
        }
    }

    private void header(String header, String value, boolean signedOnly) {
        headers.add("new ClientHeader(" + Names.literal(header) + ", " + value + ", " + signedOnly + ")");
    }

    private static String limit(Map<String, Object> entry) {
        return "new Limit(" + entry.get("permits") + ", "
                + OperationAnnotations.period(Tree.text(entry.get("period"))).toMillis() + ", Scope."
                + constant(entry.get("scope")) + ")";
    }

    private static String limitHeaders(Map<String, Object> headers) {
        if (headers.isEmpty()) {
            return "";
        }
        String reset = headers.containsKey("reset") ? Names.literal(Tree.text(headers.get("reset"))) : "null";
        return "new LimitHeaders(" + Names.literal(Tree.text(headers.get("remaining"))) + ", " + reset + ")";
    }

    private static String constant(@Nullable Object word) {
        return Tree.text(word).toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
