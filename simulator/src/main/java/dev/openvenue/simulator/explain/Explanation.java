package dev.openvenue.simulator.explain;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was rejected, or which fault struck it. No secret and no passphrase that the simulated venue knows is
 * in it, nor a signature that would be right; API keys may be, because venues sign them.
 *
 * @param number the number of the request, as in the header {@value #HEADER} of its response
 * @param grade how sure this is
 * @param mistake the name of the mistake, for programs: {@code clock-behind}, {@code parameters-as-sent}
 * @param sentence what was wrong
 * @param advice what to do
 * @param facts what the sentence is about, by name, sorted: {@code code} and {@code message} of the venue's rejection,
 *     {@code header}, {@code offMillis}, {@code fault} …
 * @param expected the text that the venue signs, if its signature was rejected; of a long text the beginning, see
 *     {@link #LONGEST_TEXT}
 * @param received the text that the client signed, if that was proved; of a long text the beginning
 * @param difference the first difference of the two texts, if they differ
 * @param right what was right, which need not be searched
 * @param alsoWrong what else was wrong, though the request was not rejected because of it
 */
public record Explanation(
        long number,
        Grade grade,
        String mistake,
        String sentence,
        String advice,
        Map<String, String> facts,
        @Nullable String expected,
        @Nullable String received,
        @Nullable Difference difference,
        List<String> right,
        List<String> alsoWrong) {
    /** The header of a response that names the explanation. */
    public static final String HEADER = "X-OpenVenue-Explanation";

    /** How many characters of a signed text are kept. */
    public static final int LONGEST_TEXT = 16_384;

    /** How sure an explanation is. */
    public enum Grade {
        /** The simulator knows it, or has reproduced the signature that came by making the mistake. */
        PROVED,
        /** It follows from the shape of what came. */
        LIKELY,
        /** No known mistake reproduces what came; what should have come is stated. */
        UNKNOWN
    }

    /** Copies its collections. */
    public Explanation {
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
        right = List.copyOf(right);
        alsoWrong = List.copyOf(alsoWrong);
    }

    /** All of it as lines for people. */
    public String text() {
        StringBuilder text = new StringBuilder();
        String first = grade.name().charAt(0) + grade.name().substring(1).toLowerCase(java.util.Locale.ROOT);
        text.append(first).append(": ").append(sentence).append('\n');
        if (difference != null) {
            difference.lines().forEach(line -> text.append("  ").append(line).append('\n'));
        } else if (expected != null) {
            text.append("  due     ").append(Difference.visible(expected)).append('\n');
        }
        if (!right.isEmpty()) {
            text.append("Right: ").append(String.join("; ", right)).append(".\n");
        }
        alsoWrong.forEach(other -> text.append("Also: ").append(other).append('\n'));
        return text.append("Do: ").append(advice).append('\n').toString();
    }
}
