package dev.openvenue.simulator;

import dev.openvenue.simulator.explain.Explanation.Grade;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was wrong.
 *
 * @param mistake its name, for programs
 * @param facts what the sentence is about, by name
 * @param signed the two texts, if it is about the signature
 */
record Finding(
        Grade grade,
        String mistake,
        String sentence,
        String advice,
        Map<String, String> facts,
        @Nullable Texts signed) {
    /** What is signed, and what the client signed; null if that is not known. */
    record Texts(String due, @Nullable String signed) {}

    static Finding proved(String mistake, String sentence, String advice) {
        return new Finding(Grade.PROVED, mistake, sentence, advice, Map.of(), null);
    }

    static Finding likely(String mistake, String sentence, String advice) {
        return new Finding(Grade.LIKELY, mistake, sentence, advice, Map.of(), null);
    }

    static Finding unknown(String mistake, String sentence, String advice) {
        return new Finding(Grade.UNKNOWN, mistake, sentence, advice, Map.of(), null);
    }

    Finding with(String fact, Object value) {
        Map<String, String> more = new LinkedHashMap<>(facts);
        more.put(fact, value.toString());
        return new Finding(grade, mistake, sentence, advice, more, signed);
    }

    Finding withTexts(String due, @Nullable String whatWasSigned) {
        return new Finding(grade, mistake, sentence, advice, facts, new Texts(due, whatWasSigned));
    }
}
