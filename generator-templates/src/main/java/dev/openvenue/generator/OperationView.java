package dev.openvenue.generator;

import dev.openvenue.generator.spec.SpecOperation;
import dev.openvenue.generator.spec.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The template data of an operation: the public method, and the Retrofit method behind it. */
final class OperationView {
    final String name;
    final String http;
    final boolean form;
    final String returnType;
    final String summary;
    final List<String> doc;
    final List<String> annotations;
    final Set<String> imports = new TreeSet<>();
    final @Nullable Overload overload;
    private final List<ParameterView> parameters;
    private final String request;
    private final List<List<String>> choices = new ArrayList<>();

    OperationView(
            SpecOperation operation,
            JavaType payload,
            @Nullable JavaType row,
            List<ParameterView> parameters,
            boolean form,
            String modelPackage) {
        this.name = operation.id();
        this.http = http(operation);
        this.form = form;
        this.returnType = row == null
                ? "VenueCall<" + payload.name() + ">"
                : "ListingCall<" + payload.name() + ", " + row.name() + ">";
        this.parameters = parameters;
        this.request = requestType(operation, parameters);
        this.summary = OperationDoc.summary(operation);
        for (String key : List.of("x-any-of", "x-one-of")) {
            if (operation.raw().containsKey(key)) {
                choices.add(Tree.texts(operation.raw().get(key)));
            }
        }
        this.annotations = OperationAnnotations.of(operation);
        this.doc = OperationDoc.of(operation, request.isEmpty() ? parameters : List.of());
        this.overload = overload();
        imports.addAll(payload.imports());
        if (row != null) {
            imports.addAll(row.imports());
        }
        parameters.forEach(p -> imports.addAll(p.imports()));
        if (!request.isEmpty()) {
            imports.add(modelPackage + "." + request);
        }
    }

    /** The annotation with method and path; Retrofit takes a body under DELETE only if it is told to. */
    private static String http(SpecOperation operation) {
        String path = Names.literal(operation.path());
        return operation.method().equals("DELETE") && operation.hasBody()
                ? "@HTTP(method = \"DELETE\", path = " + path + ", hasBody = true)"
                : "@" + operation.method() + "(" + path + ")";
    }

    /** The record that collects the parameters of an operation, or empty if there are few. */
    static String requestType(SpecOperation operation, List<ParameterView> parameters) {
        return parameters.size() > SpecOperation.MOST_POSITIONS ? operation.request() : "";
    }

    /** The parameters of the Retrofit method, with their annotations. */
    String positions() {
        return parameters.stream()
                .map(p -> p.annotations() + " " + p.declaration())
                .collect(Collectors.joining(", "));
    }

    /** The parameters that users see. */
    String declaration() {
        return request.isEmpty()
                ? parameters.stream().map(ParameterView::declaration).collect(Collectors.joining(", "))
                : request + " request";
    }

    /** The arguments of the Retrofit method, from what users see. */
    String arguments() {
        return parameters.stream()
                .map(p -> request.isEmpty() ? p.name() : "request." + p.name() + "()")
                .collect(Collectors.joining(", "));
    }

    private @Nullable Overload overload() {
        List<ParameterView> required =
                parameters.stream().filter(ParameterView::required).toList();
        if (required.size() == parameters.size()
                || required.size() > SpecOperation.MOST_POSITIONS
                || !requiredSuffice()) {
            return null;
        }
        String types = request.isEmpty()
                ? parameters.stream().map(ParameterView::rawType).collect(Collectors.joining(", "))
                : request;
        return new Overload(
                summary.replaceFirst("\\.$", "") + ", with default parameters; see {@link #" + name + "(" + types
                        + ")}.",
                required.stream().map(ParameterView::declaration).collect(Collectors.joining(", ")),
                request.isEmpty() ? absentAsNull() : built(required));
    }

    private String absentAsNull() {
        return parameters.stream()
                .map(p -> p.required() ? p.name() : p.absent())
                .collect(Collectors.joining(", "));
    }

    private String built(List<ParameterView> required) {
        return required.stream()
                .map(p -> "." + p.name() + "(" + p.name() + ")")
                .collect(Collectors.joining("", request + ".builder()", ".build()"));
    }

    /** Whether a call with only the required parameters can satisfy an either-or between parameters. */
    private boolean requiredSuffice() {
        return choices.stream()
                .allMatch(names -> parameters.stream().anyMatch(p -> p.required() && names.contains(p.wire())));
    }
}
