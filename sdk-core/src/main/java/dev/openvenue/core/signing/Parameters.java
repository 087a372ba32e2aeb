package dev.openvenue.core.signing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import okhttp3.HttpUrl;

/**
 * The decoded parameters of a query or a form, in order. A name may occur more than once. Immutable: each change
 * returns a new list.
 */
public record Parameters(List<Parameter> list) {
    private static final Comparator<Parameter> BY_NAME = Comparator.comparing(Parameter::name);

    /** What most calls have at most: parameters, and characters in one of them with its name. */
    private static final int ROOM = 16;

    /** A decoded parameter. */
    public record Parameter(String name, String value) {}

    /** Reads the query of a URL. */
    public static Parameters ofQuery(HttpUrl url) {
        List<Parameter> list = new ArrayList<>(url.querySize());
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
        List<Parameter> list = new ArrayList<>(ROOM);
        for (int start = 0; start < form.length(); ) {
            int and = form.indexOf('&', start);
            int end = and < 0 ? form.length() : and;
            int equals = form.indexOf('=', start);
            if (equals >= 0 && equals < end) {
                list.add(new Parameter(decode(form.substring(start, equals)), decode(form.substring(equals + 1, end))));
            } else if (start < end) {
                list.add(new Parameter(decode(form.substring(start, end)), ""));
            }
            start = end + 1;
        }
        return new Parameters(list);
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    /** A copy with the given value for a name, in place of any previous ones. */
    public Parameters with(String name, String value) {
        List<Parameter> changed = except(name);
        changed.add(new Parameter(name, value));
        return new Parameters(changed);
    }

    public Parameters without(String name) {
        return new Parameters(except(name));
    }

    private List<Parameter> except(String name) {
        List<Parameter> rest = new ArrayList<>(list.size() + 1);
        for (Parameter parameter : list) {
            if (!parameter.name.equals(name)) {
                rest.add(parameter);
            }
        }
        return rest;
    }

    /** By name, ascending in ASCII; equal names keep their order. */
    public Parameters sorted() {
        List<Parameter> sorted = new ArrayList<>(list);
        sorted.sort(BY_NAME);
        return new Parameters(sorted);
    }

    /** {@code name=value} joined by {@code &}, with decoded values. */
    public String plain() {
        return join((text, out) -> out.append(text));
    }

    /** {@code name=value} joined by {@code &}, percent-encoded. */
    public String encoded() {
        return encodedExcept("");
    }

    /** {@code name=value} joined by {@code &}, percent-encoded except for the given characters. */
    public String encodedExcept(String kept) {
        return join((text, out) -> PercentEncoding.append(text, kept, out));
    }

    private static String decode(String text) {
        return text.indexOf('%') < 0 && text.indexOf('+') < 0 ? text : URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private String join(BiConsumer<String, StringBuilder> spelling) {
        StringBuilder joined = new StringBuilder(2 * ROOM * list.size());
        for (Parameter parameter : list) {
            if (!joined.isEmpty()) {
                joined.append('&');
            }
            spelling.accept(parameter.name, joined);
            spelling.accept(parameter.value, joined.append('='));
        }
        return joined.toString();
    }
}
