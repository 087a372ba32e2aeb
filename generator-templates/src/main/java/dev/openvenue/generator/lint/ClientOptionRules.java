package dev.openvenue.generator.lint;

import dev.openvenue.generator.spec.Tree;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The rules for what belongs to the client and not to a call: its headers and its receive window. */
final class ClientOptionRules {
    /** The methods that every client's builder has. */
    private static final Set<String> OF_BUILDER = Set.of(
            "baseUrl",
            "build",
            "choice",
            "clock",
            "credentials",
            "header",
            "httpClient",
            "maxResponseBytes",
            "rateLimits",
            "receiveWindow",
            "retryPolicy",
            "timeout",
            "window");

    private final Map<String, Object> root;
    private final Violations violations;
    private final Set<String> headers = new HashSet<>();
    private final Set<String> options = new HashSet<>(OF_BUILDER);

    ClientOptionRules(Map<String, Object> root, Violations violations) {
        this.root = root;
        this.violations = violations;
    }

    void check() {
        List<?> entries = Tree.list(root.get("x-client-headers"));
        for (int i = 0; i < entries.size(); i++) {
            header("/x-client-headers/" + i, Tree.map(entries.get(i)));
        }
        Map<String, Object> window = Tree.map(root.get("x-receive-window"));
        if (!window.isEmpty()) {
            once("/x-receive-window/header", Tree.text(window.get("header")));
        }
    }

    private void header(String at, Map<String, Object> header) {
        once(at + "/name", Tree.text(header.get("name")));
        String option = Tree.text(header.get("option"));
        if (!option.isEmpty() && (!JavaNames.isMethod(option) || !options.add(option))) {
            violations.report(
                    at + "/option",
                    "the builder of the client cannot have a method " + option + ", or has one",
                    "Choose another name; it becomes a method");
        }
        List<String> values = Tree.texts(header.get("values"));
        if (header.containsKey("default") && !values.isEmpty() && !values.contains(Tree.text(header.get("default")))) {
            violations.report(at + "/default", "the default is none of the values", "Name one of the values");
        }
    }

    private void once(String at, String name) {
        if (!headers.add(name.toLowerCase(Locale.ROOT))) {
            violations.report(at, "the header " + name + " is declared twice", "Declare it once");
        }
    }
}
