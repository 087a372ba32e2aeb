package dev.openvenue.simulator.proof;

import dev.openvenue.simulator.proof.Mistake.Axis;
import dev.openvenue.simulator.proof.Parameters.Order;
import dev.openvenue.simulator.proof.Parameters.Pair;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** What goes wrong with method, host, path, signed headers and what stands between them. */
final class PlaceMistakes {
    private static final int MOST_SEGMENTS = 12;

    private PlaceMistakes() {}

    static List<Mistake> of(SignedText due, String requestHost) {
        List<Mistake> mistakes = new ArrayList<>();
        method(due, mistakes);
        path(due, requestHost, mistakes);
        host(due, mistakes);
        marks(due, mistakes);
        head(due, mistakes);
        whole(mistakes);
        return mistakes;
    }

    private static void method(SignedText due, List<Mistake> mistakes) {
        String method = due.method();
        if (method.isEmpty()) {
            return;
        }
        String advice = "Sign the method of the request in upper case, " + method.toUpperCase(Locale.ROOT);
        mistakes.add(new Mistake(
                "method-lower-case",
                Axis.METHOD,
                "for the method in lower case",
                "it is signed in upper case",
                advice,
                text -> text.withMethod(method.toLowerCase(Locale.ROOT))));
        mistakes.add(new Mistake(
                "method-left-out",
                Axis.METHOD,
                "without the method",
                "the method is signed",
                advice,
                text -> text.withMethod("")));
        for (String other : List.of("GET", "POST", "PUT", "DELETE")) {
            mistakes.add(new Mistake(
                    "method-other",
                    Axis.METHOD,
                    "for the method " + other,
                    "the request came with " + method,
                    advice,
                    text -> text.withMethod(other)));
        }
    }

    private static void path(SignedText due, String host, List<Mistake> mistakes) {
        String path = due.path();
        if (path.isEmpty()) {
            return;
        }
        int segments = 0;
        for (int at = path.indexOf('/', 1); at > 0 && segments < MOST_SEGMENTS; at = path.indexOf('/', at + 1)) {
            path(
                    "path-without-prefix",
                    "for the path without its beginning " + path.substring(0, at),
                    path.substring(at),
                    mistakes);
            segments++;
        }
        path("path-without-slash", "for the path without the slash at its beginning", path.substring(1), mistakes);
        path("path-trailing-slash", "for the path with a slash at its end", path + "/", mistakes);
        path("path-left-out", "without the path", "", mistakes);
        path("path-with-host", "for the host and the path", host + path, mistakes);
        for (String scheme : List.of("http", "https")) {
            path("path-as-url", "for the whole URL", scheme + "://" + host + path, mistakes);
        }
        path("path-lower-case", "for the path in lower case", path.toLowerCase(Locale.ROOT), mistakes);
        try {
            String decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
            path("path-decoded", "for the path without percent escapes", decoded, mistakes);
        } catch (IllegalArgumentException e) {
            // A stray percent sign: there is nothing to decode.
            path("path-encoded", "for the path percent-encoded", path.replace("%", "%25"), mistakes);
        }
    }

    private static void path(String id, String did, String path, List<Mistake> mistakes) {
        mistakes.add(new Mistake(
                id,
                Axis.PATH,
                did,
                "the whole path of the request is signed, and nothing else",
                "Sign the path exactly as it stands in the request line, from its slash to the question mark",
                text -> text.withPath(path)));
    }

    private static void host(SignedText due, List<Mistake> mistakes) {
        String host = due.host();
        if (host.isEmpty()) {
            return;
        }
        host("host-left-out", "without the host", "", mistakes);
        host("host-as-url", "for the host with http:// before it", "http://" + host, mistakes);
        host("host-as-url", "for the host with https:// before it", "https://" + host, mistakes);
        host("host-localhost", "for the host localhost", host.replaceFirst("^[^:]*", "localhost"), mistakes);
        host("host-localhost", "for the host localhost without a port", "localhost", mistakes);
        host("host-upper-case", "for the host in upper case", host.toUpperCase(Locale.ROOT), mistakes);
    }

    /** The venue's own hosts are mistakes here: the request was not sent there. */
    static void host(String id, String did, String host, List<Mistake> mistakes) {
        mistakes.add(new Mistake(
                id,
                Axis.HOST,
                did,
                "the host that the request is sent to is signed",
                "Take the host from the URL of the request, in lower case",
                text -> text.withHost(host)));
    }

    private static void marks(SignedText due, List<Mistake> mistakes) {
        if (!due.mark().isEmpty() && !due.parameters().isEmpty()) {
            String rule = due.mark().equals("\n") ? "a line feed" : "'" + due.mark() + "'";
            for (String mark : List.of("", "?", "&", "#", "\n")) {
                mistakes.add(new Mistake(
                        mark.isEmpty() ? "query-mark-left-out" : "query-mark-other",
                        Axis.MARK,
                        mark.isEmpty()
                                ? "for the query with nothing before it"
                                : "for the query with " + named(mark) + " before it",
                        rule + " stands before it",
                        "Put " + rule + " before the query",
                        text -> text.withMark(mark)));
            }
        }
        for (String separator : List.of("", "\n", "\r\n", "\\n", "&", "#", " ", "|", ",")) {
            String rule = due.separator().isEmpty() ? "nothing stands" : named(due.separator()) + " stands";
            mistakes.add(new Mistake(
                    separator.isEmpty() ? "separator-left-out" : "separator-other",
                    Axis.SEPARATOR,
                    separator.isEmpty()
                            ? "for the parts with nothing between them"
                            : "for the parts with " + named(separator) + " between them",
                    rule + " between them",
                    "Join the parts of the text with "
                            + (due.separator().isEmpty() ? "nothing" : named(due.separator())),
                    text -> text.withMark(text.mark().equals(text.separator()) ? separator : text.mark())
                            .withSeparator(separator)));
        }
    }

    private static String named(String text) {
        return switch (text) {
            case "\n" -> "a line feed";
            case "\r\n" -> "carriage return and line feed";
            case " " -> "a space";
            default -> "'" + text + "'";
        };
    }

    private static void head(SignedText due, List<Mistake> mistakes) {
        if (due.head().isEmpty()) {
            return;
        }
        String rule = "the signed headers stand first, " + due.head().text().replaceAll("=[^&]*", "");
        head("headers-left-out", "without the signed headers", rule, head -> Parameters.NONE, mistakes);
        head("headers-backwards", "for the headers in another order", rule, h -> h.ordered(Order.REVERSED), mistakes);
        head("headers-joined", "for the headers with nothing between them", rule, head -> head.joined(""), mistakes);
        for (Pair pair : due.head().pairs()) {
            head(
                    "header-left-out",
                    "without the header " + pair.name(),
                    rule,
                    head -> head.only(other -> !other.name().equals(pair.name())),
                    mistakes);
            List<Pair> first = new ArrayList<>(due.head().pairs());
            first.remove(pair);
            first.add(pair);
            head(
                    "headers-other-order",
                    "for the headers in another order",
                    rule,
                    head -> head.with(first).ordered(Order.RECEIVED),
                    mistakes);
        }
    }

    private static void head(
            String id, String did, String due, UnaryOperator<Parameters> change, List<Mistake> mistakes) {
        mistakes.add(new Mistake(
                id,
                Axis.HEAD,
                did,
                due,
                "Sign these headers in ASCII order of their names, joined like parameters, before everything else",
                text -> text.withHead(change.apply(text.head()))));
    }

    private static void whole(List<Mistake> mistakes) {
        whole("text-line-feed", "for the text and a line feed at its end", text -> text + "\n", mistakes);
        whole("text-lower-case", "for the whole text in lower case", text -> text.toLowerCase(Locale.ROOT), mistakes);
        whole("text-percent-encoded", "for the whole text percent-encoded", Parameters::escape, mistakes);
        whole("text-empty", "for an empty text", text -> "", mistakes);
        whole("text-in-quotes", "for the text in quotes", text -> '"' + text + '"', mistakes);
    }

    private static void whole(String id, String did, UnaryOperator<String> change, List<Mistake> mistakes) {
        mistakes.add(new Mistake(
                id,
                Axis.WHOLE,
                did,
                "the text itself is signed",
                "Sign the text without changing it",
                text -> text.finished(change)));
    }
}
