package dev.openvenue.generator.lint;

import dev.openvenue.generator.spec.Tree;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A description of signatures fills only places that exist, and sends the signature. */
final class SignatureRules {
    private static final String AT = "/x-signature";
    private static final Pattern PLACE = Pattern.compile("\\{([^}]*)\\}");
    private static final Set<String> ADDED = Set.of("apiKey", "passphrase", "time", "algorithm", "code");
    private static final Set<String> SIGNED =
            Set.of("apiKey", "passphrase", "time", "algorithm", "code", "method", "host", "path", "query", "body");
    private static final Set<String> SENT = Set.of("apiKey", "passphrase", "time", "algorithm", "code", "signature");

    private final Violations violations;

    SignatureRules(Violations violations) {
        this.violations = violations;
    }

    void check(Map<String, Object> root) {
        Map<String, Object> signature = Tree.map(root.get("x-signature"));
        if (signature.isEmpty()) {
            return;
        }
        Set<String> signed = new TreeSet<>(SIGNED);
        signed.addAll(Tree.map(signature.get("headers")).keySet());
        check(AT + "/text", signature.get("text"), signed);
        Tree.map(Tree.map(signature.get("parameters")).get("add"))
                .forEach((name, value) -> check(Tree.child(AT + "/parameters/add", name), value, ADDED));
        Map<String, Object> headers = Tree.map(Tree.map(signature.get("send")).get("headers"));
        headers.forEach((name, value) -> check(Tree.child(AT + "/send/headers", name), value, SENT));
        if (!headers.isEmpty()
                && headers.values().stream().noneMatch(value -> Tree.text(value).contains("{signature}"))) {
            violations.report(
                    AT + "/send/headers",
                    "x-signature: no header has the signature",
                    "Write {signature} in one of them");
        }
    }

    private void check(String pointer, @Nullable Object template, Set<String> known) {
        Matcher places = PLACE.matcher(Tree.text(template));
        while (places.find()) {
            String name = places.group(1).replaceFirst("^[?#]", "");
            if (!known.contains(name)) {
                violations.report(
                        pointer,
                        "x-signature: there is no {" + places.group(1) + "} here",
                        "Here may stand {" + String.join("}, {", new TreeSet<>(known)) + "}");
            }
        }
    }
}
