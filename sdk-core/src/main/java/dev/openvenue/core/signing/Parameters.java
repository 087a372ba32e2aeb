package dev.openvenue.core.signing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/**
 * The decoded parameters of a query or a form, in order. A name may occur more than once. Immutable: each change
 * returns a new list.
 */
public record Parameters(List<Parameter> list) {
    /** A decoded parameter. */
    public record Parameter(String name, String value) {}

    /** Reads the query of a URL. */
    public static Parameters ofQuery(HttpUrl url) {
        List<Parameter> list = new ArrayList<>();
        for (int i = 0; i < url.querySize(); i++) {
            String name = url.queryParameterName(i);
            String value = url.queryParameterValue(i);
            // A bare question mark counts as a parameter without a name.
            if (!name.isEmpty()) {
                list.add(new Parameter(name, value == null ? "" : value));
            }
        }
        return new Parameters(list);
    }

    /** Reads {@code application/x-www-form-urlencoded}. */
    public static Parameters ofForm(String form) {
        return new Parameters(Stream.of(form.split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .map(pair -> new Parameter(decode(pair[0]), pair.length == 1 ? "" : decode(pair[1])))
                .toList());
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    /** A copy with the given value for a name, in place of any previous ones. */
    public Parameters with(String name, String value) {
        return new Parameters(Stream.concat(without(name).list.stream(), Stream.of(new Parameter(name, value)))
                .toList());
    }

    public Parameters without(String name) {
        return new Parameters(
                list.stream().filter(parameter -> !parameter.name.equals(name)).toList());
    }

    /** By name, ascending in ASCII; equal names keep their order. */
    public Parameters sorted() {
        return new Parameters(
                list.stream().sorted(Comparator.comparing(Parameter::name)).toList());
    }

    /** {@code name=value} joined by {@code &}, with decoded values. */
    public String plain() {
        return join(text -> text);
    }

    /** {@code name=value} joined by {@code &}, percent-encoded. */
    public String encoded() {
        return join(PercentEncoding::encode);
    }

    /** {@code name=value} joined by {@code &}, percent-encoded except for the given characters. */
    public String encodedExcept(String kept) {
        return join(text -> PercentEncoding.encode(text, kept));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private String join(UnaryOperator<String> spelling) {
        return list.stream()
                .map(parameter -> spelling.apply(parameter.name) + "=" + spelling.apply(parameter.value))
                .collect(Collectors.joining("&"));
    }
}
