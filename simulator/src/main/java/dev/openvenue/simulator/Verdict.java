package dev.openvenue.simulator;

import dev.openvenue.simulator.explain.Difference;
import dev.openvenue.simulator.explain.Explanation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was wrong with a request, the cause first, and what was right. */
final class Verdict {
    private static final int LONGEST_SENTENCE = 1_000;

    private final List<Finding> wrong = new ArrayList<>();
    private final List<String> right = new ArrayList<>();

    /** Adds what was wrong. */
    void wrong(Finding finding) {
        wrong.add(finding);
    }

    void right(String what) {
        right.add(what);
    }

    boolean isEmpty() {
        return wrong.isEmpty();
    }

    /** Whether no finding has this name. */
    boolean isNew(String mistake) {
        return wrong.stream().noneMatch(finding -> finding.mistake().equals(mistake));
    }

    Explanation explanation(FailedRequest failedRequest, Redaction redaction) {
        Finding cause = wrong.get(0);
        Map<String, String> facts = new LinkedHashMap<>();
        Rejected rejected = failedRequest.rejected();
        if (rejected != null) {
            facts.put("code", redaction.of(rejected.rejection().code()));
            facts.put("message", cut(redaction.of(rejected.rejection().text()), LONGEST_SENTENCE));
        }
        cause.facts().forEach((name, value) -> facts.put(name, cut(redaction.of(value), LONGEST_SENTENCE)));
        Finding.Texts texts = cause.signed();
        String due = texts == null ? null : redaction.of(texts.due());
        String signed = texts == null || texts.signed() == null ? null : redaction.of(texts.signed());
        return new Explanation(
                failedRequest.number(),
                cause.grade(),
                cause.mistake(),
                cut(redaction.of(cause.sentence()), LONGEST_SENTENCE),
                cut(redaction.of(cause.advice()), LONGEST_SENTENCE),
                facts,
                due == null ? null : cut(due, Explanation.LONGEST_TEXT),
                signed == null ? null : cut(signed, Explanation.LONGEST_TEXT),
                due == null || signed == null ? null : Difference.between(due, signed),
                right,
                wrong.stream()
                        .skip(1)
                        .map(finding -> cut(redaction.of(finding.sentence()), LONGEST_SENTENCE))
                        .toList());
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
