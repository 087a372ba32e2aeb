package dev.openvenue.simulator.proof;

import dev.openvenue.simulator.proof.JsonText.Node;
import dev.openvenue.simulator.proof.JsonText.Style;
import dev.openvenue.simulator.proof.Mistake.Axis;
import dev.openvenue.simulator.proof.Parameters.Order;
import dev.openvenue.simulator.proof.Parameters.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What goes wrong with the body in a signed text: it is written again after it was signed, or before, or left out. */
final class BodyMistakes {
    private static final String AGAIN = "the body that arrives is signed byte for byte";
    private static final String ONCE =
            "Write the body once, sign these bytes and send the same ones (Python's requests: data=text,"
                    + " not json=object)";
    private static final int LONGEST = 200_000;
    private static final int ONE_LINE = -1;

    private static final Style COMPACT = new Style(",", ":", false, ONE_LINE);
    private static final Style SPACED = new Style(", ", ": ", false, ONE_LINE);

    private BodyMistakes() {}

    static List<Mistake> of(SignedText due) {
        List<Mistake> mistakes = new ArrayList<>();
        if (due.body().isEmpty()) {
            noBody(due, mistakes);
            return mistakes;
        }
        mistakes.add(
                body("body-left-out", "without the body", "the body is signed too", "Add the body to the text", ""));
        mistakes.add(body("body-as-empty-object", "for the body {}", AGAIN, ONCE, "{}"));
        if (due.body().length() > LONGEST) {
            return mistakes;
        }
        Node node = JsonText.read(due.body());
        if (node != null) {
            written(node, mistakes);
        }
        mistakes.add(changed("body-stripped", "for the body without the blanks around it", String::strip));
        mistakes.add(changed("body-line-feed", "for the body and a line feed at its end", body -> body + "\n"));
        mistakes.add(changed("body-ascii", "for the body with \\u escapes", JsonText::escaped));
        mistakes.add(changed("body-percent-encoded", "for the body percent-encoded", Parameters::escape));
        return mistakes;
    }

    private static void written(Node node, List<Mistake> mistakes) {
        style(node, "body-compact", "for this body without blanks", COMPACT, mistakes);
        style(node, "body-spaced", "for this body with blanks after commas and colons", SPACED, mistakes);
        style(node, "body-sorted", "for this body with its names sorted", sorted(COMPACT), mistakes);
        style(node, "body-sorted-spaced", "for this body with its names sorted and blanks", sorted(SPACED), mistakes);
        for (int indent : new int[] {2, 4}) {
            style(
                    node,
                    "body-indented",
                    "for this body on several lines",
                    new Style(",", ": ", false, indent),
                    mistakes);
        }
        if (node.kind() == '{') {
            for (Order order : List.of(Order.RECEIVED, Order.BY_NAME)) {
                String members = members(node, order);
                mistakes.add(body(
                        "body-as-parameters",
                        "for the members of the body as parameters",
                        AGAIN,
                        "Sign the body as the JSON text that is sent",
                        members));
            }
        }
    }

    private static Style sorted(Style style) {
        return new Style(style.comma(), style.colon(), true, style.indent());
    }

    private static void style(Node node, String id, String did, Style style, List<Mistake> mistakes) {
        String written = JsonText.write(node, style);
        mistakes.add(body(id, did, AGAIN, ONCE, written));
        String escaped = JsonText.escaped(written);
        if (!escaped.equals(written)) {
            mistakes.add(body(id + "-ascii", did + " and with \\u escapes", AGAIN, ONCE, escaped));
        }
    }

    private static void noBody(SignedText due, List<Mistake> mistakes) {
        String rule = "the request has no body, and none is signed";
        String advice = "Sign nothing in place of a body that is not sent";
        mistakes.add(body("body-signed-though-none", "for the body {}", rule, advice, "{}"));
        mistakes.add(body("body-signed-though-none", "for the body null", rule, advice, "null"));
        mistakes.add(body("body-signed-though-none", "for the body \"\"", rule, advice, "\"\""));
        List<Pair> pairs = due.parameters().pairs();
        if (pairs.isEmpty()) {
            return;
        }
        for (Style style : List.of(COMPACT, SPACED)) {
            String json = object(pairs, style);
            mistakes.add(body(
                    "query-signed-as-body",
                    "for the parameters of the query, also as a JSON body",
                    rule,
                    advice,
                    json));
            mistakes.add(new Mistake(
                    "query-signed-as-body",
                    Axis.BODY,
                    "for the parameters as a JSON body instead of the query",
                    rule,
                    advice,
                    text -> text.withBody(json).withParameters(Parameters.NONE)));
        }
    }

    private static String object(List<Pair> pairs, Style style) {
        return pairs.stream()
                .map(pair -> quoted(pair.name()) + style.colon() + quoted(pair.value()))
                .collect(Collectors.joining(style.comma(), "{", "}"));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String members(Node object, Order order) {
        List<Pair> pairs = object.members().stream()
                .map(member -> Pair.of(
                        JsonText.plain(member.name()),
                        member.value().kind() == 't'
                                ? JsonText.plain(member.value().token())
                                : JsonText.write(member.value(), COMPACT)))
                .toList();
        return Parameters.of(pairs, order, Parameters.Coding.DECODED).text();
    }

    private static Mistake changed(String id, String did, UnaryOperator<String> change) {
        return new Mistake(id, Axis.BODY, did, AGAIN, ONCE, text -> text.withBody(change.apply(text.body())));
    }

    private static Mistake body(String id, String did, String due, String advice, String body) {
        return new Mistake(id, Axis.BODY, did, due, advice, text -> text.withBody(body));
    }
}
