package dev.openvenue.simulator.proof;

import dev.openvenue.simulator.proof.Mistake.Axis;
import dev.openvenue.simulator.proof.Parameters.Coding;
import dev.openvenue.simulator.proof.Parameters.Order;
import dev.openvenue.simulator.proof.Parameters.Pair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What goes wrong with the parameters in a signed text: their order, how they are written, which of them there are. */
final class ParameterMistakes {
    /** More are not left out or reordered one by one. */
    private static final int FEW = 20;

    private static final int PERMUTED = 5;

    private ParameterMistakes() {}

    static List<Mistake> of(SignedText due) {
        List<Mistake> mistakes = new ArrayList<>();
        if (due.parameters().isEmpty()) {
            return mistakes;
        }
        orders(due.parameters(), mistakes);
        codings(due.parameters(), mistakes);
        leftOut(due, mistakes);
        return mistakes;
    }

    /** The other orders of a few parameters, which come last because they are many. */
    static List<Mistake> permutations(SignedText due) {
        List<Pair> pairs = due.parameters().pairs();
        List<Mistake> mistakes = new ArrayList<>();
        if (pairs.size() <= PERMUTED) {
            for (List<Pair> order : permutations(pairs)) {
                mistakes.add(order(
                        due.parameters(),
                        "parameters-in-another-order",
                        "in another order, "
                                + String.join(
                                        ", ", order.stream().map(Pair::name).toList()),
                        parameters -> parameters.with(order).ordered(Order.RECEIVED)));
            }
        }
        return mistakes;
    }

    private static void orders(Parameters due, List<Mistake> mistakes) {
        for (Order order : Order.values()) {
            if (order != due.order()) {
                mistakes.add(
                        order(due, "parameters-" + order.id, order.words, parameters -> parameters.ordered(order)));
            }
        }
    }

    private static Mistake order(Parameters due, String id, String did, UnaryOperator<Parameters> change) {
        return mistake(
                id,
                Axis.ORDER,
                "for the parameters " + did,
                "they are signed " + due.order().words,
                due.order() == Order.RECEIVED
                        ? "Join the parameters once, sign that text, and send the same text"
                        : "Sort the names in ASCII order before they are joined; the order in which they are sent does"
                                + " not matter",
                change);
    }

    private static void codings(Parameters due, List<Mistake> mistakes) {
        for (Coding coding : Coding.values()) {
            if (coding != due.coding()) {
                mistakes.add(mistake(
                        "parameters-" + coding.id,
                        Axis.CODING,
                        "for the parameters " + coding.words,
                        "they are signed " + due.coding().words,
                        due.coding() == Coding.DECODED
                                ? "Sign names and values before they are percent-encoded for the URL"
                                : "Write names and values in the signed text " + due.coding().words,
                        parameters -> parameters.coded(coding)));
            }
        }
    }

    private static void leftOut(SignedText text, List<Mistake> mistakes) {
        Parameters due = text.parameters();
        Predicate<Pair> ofKey = pair -> text.keyNames().contains(pair.name());
        boolean hasKey = due.pairs().stream().anyMatch(ofKey);
        if (hasKey && !due.pairs().stream().allMatch(ofKey)) {
            only("key-parameters-left-out", "without the parameters of key and time", ofKey.negate(), mistakes);
            only("own-parameters-left-out", "for the parameters of key and time alone", ofKey, mistakes);
            keyLast(due, ofKey, mistakes);
        }
        only("parameters-left-out", "for a text without any parameters", pair -> false, mistakes);
        if (due.pairs().stream().anyMatch(pair -> pair.value().isEmpty())) {
            only(
                    "empty-parameters-left-out",
                    "without the empty parameters",
                    pair -> !pair.value().isEmpty(),
                    mistakes);
        }
        due.pairs().stream()
                .limit(FEW)
                .map(Pair::name)
                .forEach(name -> only(
                        "parameter-left-out",
                        "without the parameter " + name,
                        pair -> !pair.name().equals(name),
                        mistakes));
        for (String joint : List.of("", ",", ";", "&amp;")) {
            mistakes.add(mistake(
                    "parameters-joined",
                    Axis.PARAMETERS,
                    "for parameters joined with '" + joint + "'",
                    "they are joined with '&'",
                    "Put & between two parameters",
                    parameters -> parameters.joined(joint)));
        }
    }

    private static void keyLast(Parameters due, Predicate<Pair> ofKey, List<Mistake> mistakes) {
        for (boolean sorted : new boolean[] {true, false}) {
            List<Pair> own =
                    new ArrayList<>(due.pairs().stream().filter(ofKey.negate()).toList());
            if (sorted) {
                own.sort(Comparator.comparing(Pair::name));
            }
            List<Pair> keys = due.pairs().stream().filter(ofKey).toList();
            List<Pair> last = new ArrayList<>(own);
            last.addAll(keys);
            List<Pair> first = new ArrayList<>(keys);
            first.addAll(own);
            mistakes.add(order(
                    due,
                    "key-parameters-last",
                    "with those of key and time at the end",
                    parameters -> parameters.with(last).ordered(Order.RECEIVED)));
            mistakes.add(order(
                    due,
                    "key-parameters-first",
                    "with those of key and time first",
                    parameters -> parameters.with(first).ordered(Order.RECEIVED)));
        }
    }

    private static void only(String id, String did, Predicate<Pair> kept, List<Mistake> mistakes) {
        mistakes.add(mistake(
                id,
                Axis.PARAMETERS,
                did,
                "all parameters are signed but the signature",
                "Sign every parameter that is sent, the signature excepted",
                parameters -> parameters.only(kept)));
    }

    private static Mistake mistake(
            String id, Axis axis, String did, String due, String advice, UnaryOperator<Parameters> change) {
        return new Mistake(id, axis, did, due, advice, text -> text.withParameters(change.apply(text.parameters())));
    }

    private static List<List<Pair>> permutations(List<Pair> pairs) {
        if (pairs.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Pair>> all = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            List<Pair> rest = new ArrayList<>(pairs);
            Pair first = rest.remove(i);
            for (List<Pair> tail : permutations(rest)) {
                List<Pair> whole = new ArrayList<>(List.of(first));
                whole.addAll(tail);
                all.add(whole);
            }
        }
        return all;
    }
}
