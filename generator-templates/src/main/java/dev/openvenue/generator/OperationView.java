package dev.openvenue.generator;

import io.swagger.v3.oas.models.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the templates show of an operation. */
final class OperationView {
    /** From this many parameters on, a builder reads better than positions. */
    static final int MANY = 4;

    final String name;
    final String path;
    final String httpMethod;
    final boolean form;
    final String returnType;
    final List<String> doc;
    final List<String> annotations;
    final List<ParameterView> parameters;
    final List<Overload> overloads;
    final String summary;
    private final List<List<String>> choices = new ArrayList<>();
    final Set<String> imports = new TreeSet<>();

    OperationView(
            String httpMethod,
            String path,
            Operation operation,
            JavaType payload,
            List<ParameterView> parameters,
            boolean form,
            Map<String, Object> rootEnvelope,
            String modelPackage) {
        this.name = operation.getOperationId();
        this.path = path;
        this.httpMethod = httpMethod;
        this.form = form;
        this.returnType = payload.name();
        this.parameters = parameters;
        this.summary = Javadoc.sentence(operation.getSummary(), name);
        for (String key : List.of("x-any-of", "x-one-of")) {
            if (operation.getExtensions() != null && operation.getExtensions().containsKey(key)) {
                choices.add(Tree.texts(operation.getExtensions().get(key)));
            }
        }
        this.annotations = OperationAnnotations.of(operation, rootEnvelope, imports);
        this.doc = OperationDoc.of(operation, parameters);
        this.overloads = overloads();
        imports.addAll(payload.imports());
        imports.add("dev.openvenue.core.VenueCall");
        imports.add("retrofit2.http." + httpMethod);
        if (form) {
            imports.add("retrofit2.http.FormUrlEncoded");
        }
        parameters.forEach(p -> imports.addAll(p.imports()));
        String collected = parametersType(name, parameters);
        if (!collected.isEmpty()) {
            imports.add(modelPackage + "." + collected);
        }
    }

    /** The record that collects the parameters, or empty if there are few. */
    static String parametersType(String operation, List<ParameterView> parameters) {
        boolean many = parameters.size() >= MANY && parameters.stream().noneMatch(ParameterView::isBody);
        return many ? Names.upperFirst(operation) + "Parameters" : "";
    }

    /** The parameters, with their annotations. */
    String declaration() {
        return parameters.stream()
                .map(p -> "\n            " + p.annotations() + gap(p) + p.type() + " " + p.name())
                .collect(Collectors.joining(","));
    }

    private static String gap(ParameterView p) {
        boolean fits = p.annotations().length() + p.type().length() + p.name().length() <= 104;
        return fits ? " " : "\n                    ";
    }

    private List<Overload> overloads() {
        List<Overload> list = new ArrayList<>();
        String collected = parametersType(name, parameters);
        if (!collected.isEmpty()) {
            list.add(new Overload(
                    "The same, with the parameters by name.",
                    collected + " parameters",
                    call(p -> "parameters." + p.name() + "()")));
        }
        if (requiredSuffice() && parameters.stream().anyMatch(p -> !p.required())) {
            list.add(new Overload(
                    "The same, without what is optional.",
                    parameters.stream()
                            .filter(ParameterView::required)
                            .map(p -> p.type() + " " + p.name())
                            .collect(Collectors.joining(", ")),
                    call(p -> p.required() ? p.name() : p.absent())));
        }
        return list;
    }

    private String call(Function<ParameterView, String> form) {
        int column = ("        return " + name + "(").length();
        return Lines.fill(parameters.stream().map(form).toList(), column, 16);
    }

    /** Whether a call with the required parameters alone can keep an either-or between parameters. */
    private boolean requiredSuffice() {
        return choices.stream()
                .allMatch(names -> parameters.stream().anyMatch(p -> p.required() && names.contains(p.wire())));
    }
}
