package dev.openvenue.generator;

import io.swagger.v3.oas.models.OpenAPI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the templates show of a venue as a whole. */
final class VenueView {
    /** A generated interface and its accessor. */
    record Api(String type, String accessor, String doc) {}

    /** A line of the error catalogue. */
    record ErrorLine(String codes, String kind, String execution, String remedy, boolean judged, String meaning) {}

    /** A model with an adapter. */
    record Adapter(String name, boolean last) {}

    /** A limit on everything. */
    record Limit(String permits, long periodMillis, String scope, boolean last) {}

    final String id;
    final String name;
    final String type;
    final String signer;
    final String baseUrl;
    final List<String> doc;
    final String envelope;
    final String serverTime;
    final Set<String> supplies;
    final List<ErrorLine> errors = new ArrayList<>();
    final List<Limit> limits = new ArrayList<>();
    final String limitHeaders;
    final Map<String, Api> apis = new TreeMap<>();
    final Set<String> adapters = new TreeSet<>();
    final Map<String, Object> rootEnvelope;
    String batchCancel = "null";

    VenueView(OpenAPI openApi) {
        Map<String, Object> extensions = openApi.getExtensions();
        Map<String, Object> venue = Tree.map(extensions.get("x-venue"));
        this.id = Tree.text(venue.get("id"));
        this.name = Tree.text(venue.get("name"));
        this.type = Names.upperFirst(id);
        this.signer = Tree.text(venue.get("signer"));
        this.supplies = Set.copyOf(Tree.texts(venue.get("supplies")));
        this.baseUrl = openApi.getServers().get(0).getVariables() == null
                ? openApi.getServers().get(0).getUrl()
                : withDefaults(openApi);
        this.doc = Javadoc.lines(openApi.getInfo().getDescription());
        this.rootEnvelope = Tree.map(extensions.get("x-envelope"));
        this.envelope = OperationAnnotations.envelope(rootEnvelope);
        Map<String, Object> time = Tree.map(extensions.get("x-server-time"));
        this.serverTime = Tree.text(time.get("operation"))
                + (time.containsKey("field") ? "/" + Tree.text(time.get("field")) : "");
        Tree.list(extensions.get("x-error-codes")).forEach(entry -> error(Tree.map(entry)));
        List<?> all = Tree.list(extensions.get("x-rate-limit"));
        all.forEach(entry -> limit(Tree.map(entry), entry == all.get(all.size() - 1)));
        this.limitHeaders = limitHeaders(Tree.map(extensions.get("x-rate-limit-headers")));
        if (openApi.getTags() != null) {
            openApi.getTags()
                    .forEach(tag -> apis.put(
                            tag.getName(),
                            new Api(
                                    tag.getName() + "Api",
                                    Names.camel(tag.getName()),
                                    Javadoc.sentence(tag.getDescription(), tag.getName()))));
        }
    }

    boolean hasLimits() {
        return !limits.isEmpty();
    }

    boolean hasBatchCancel() {
        return !batchCancel.equals("null");
    }

    List<Api> apiList() {
        return List.copyOf(apis.values());
    }

    /** The models that have an adapter, marked so that the last can be told. */
    List<Adapter> adapterEntries() {
        List<Adapter> entries = new ArrayList<>();
        adapters.forEach(model -> entries.add(new Adapter(model, entries.size() == adapters.size() - 1)));
        return entries;
    }

    String apiClasses() {
        return String.join(
                ", ", apis.values().stream().map(api -> api.type() + ".class").toList());
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
                "unknown".equals(entry.get("executed")) ? "UNKNOWN" : "NOT_EXECUTED",
                Boolean.FALSE.equals(entry.get("retry")) ? "NO" : constant(entry.get("retry")),
                Boolean.TRUE.equals(entry.get("judged")),
                Names.literal(Tree.text(entry.get("meaning")).replaceAll("\\s+", " "))));
    }

    private void limit(Map<String, Object> entry, boolean last) {
        limits.add(new Limit(
                Tree.text(entry.get("permits")),
                OperationAnnotations.period(Tree.text(entry.get("period"))).toMillis(),
                constant(entry.get("scope")),
                last));
    }

    private static String limitHeaders(Map<String, Object> headers) {
        if (headers.isEmpty()) {
            return "null";
        }
        String reset = headers.containsKey("reset") ? Names.literal(Tree.text(headers.get("reset"))) : "null";
        return "new VenueDescription.LimitHeaders(" + Names.literal(Tree.text(headers.get("remaining"))) + ", " + reset
                + ")";
    }

    private static String constant(@Nullable Object word) {
        return Tree.text(word).toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
